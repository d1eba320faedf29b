// The Alpine part of `npm run catalogue -- packages`: lists in a folder → both tiers, and what they change.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeApk, type ApkIndex } from '../../core';
import { makeApk, readApkLists } from './apk';
import { changes } from './changes';
import { writeAtomically } from './write';

/** Writes both files where the folder holds lists of Alpine; returns what changed, as lines. */
export function importApk(from: string, data: string, asOf: string): string[] {
  const popularBefore = read(data, 'apk');
  const before = read(data, 'apk-complete');
  const lists = readApkLists(from, asOf, popularBefore && before && { popular: popularBefore, complete: before });
  if (!lists) return ['apk: no list given, kept as it is'];
  const { popular, complete } = makeApk(lists);
  writeAtomically(join(data, 'apk.txt'), popular);
  writeAtomically(join(data, 'apk-complete.txt'), complete);
  const now = decodeApk(complete);
  return [
    `apk: ${String(decodeApk(popular).names.length)} packages, ${String(now.names.length)} in all`,
    ...changes(`Alpine ${lists.release}`, installed(before), installed(now)),
  ];
}

function read(data: string, file: string): ApkIndex | null {
  const path = join(data, `${file}.txt`);
  return existsSync(path) ? decodeApk(readFileSync(path, 'utf8')) : null;
}

const installed = (index: ApkIndex | null): ReadonlyMap<string, number> =>
  new Map(index?.names.map((name, id) => [name, index.packages[id]?.installed ?? 0]));
