// What an Alpine index says, by number → its text; `core/size/apk/decode.ts` reads it and tells the format.

import type { ApkIndex } from '../../core';

type ApkPackage = ApkIndex['packages'][number];

export interface ApkRow extends ApkPackage {
  readonly name: string;
  /** Other names that mean this package. */
  readonly provides: readonly string[];
}

/** `rows` are sorted by name; a package's number is its place. */
export function writeApk(header: Pick<ApkIndex, 'release' | 'asOf' | 'base'>, rows: readonly ApkRow[]): string {
  const { release, asOf, base } = header;
  const numbers = (ids: readonly number[]) => ids.map((id) => id.toString(36)).join(' ');
  let before = '';
  const lines = rows.map((row) => {
    const shared = sharedLength(before, row.name);
    before = row.name;
    return [
      String.fromCharCode(48 + shared) + row.name.slice(shared),
      row.installed.toString(36),
      row.download.toString(36),
      numbers(row.depends),
      row.provides.join(' '),
      numbers(row.installIf),
      row.old ? '~' : '',
    ]
      .join('\t')
      .trimEnd();
  });
  return [JSON.stringify({ v: 1, release, asOf, base }), ...lines, ''].join('\n');
}

function sharedLength(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return Math.min(shared, 70);
}
