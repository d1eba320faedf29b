// What a package closure costs: names that people install, one at a time and together, resolved on each release's complete
// index. Aim: 10 ms at most, once the index has been read.

import { FILES } from '../../src/catalogue/files';
import type { PackageIndex } from '../../src/core';
import { catalogueWith } from '../catalogue/reading';

const APT = [
  'curl', 'ca-certificates', 'git', 'build-essential', 'python3', 'nodejs', 'chromium', 'ffmpeg', 'texlive-full', 'libreoffice',
  'default-jdk', 'golang-go', 'php', 'imagemagick', 'postgresql', 'nginx', 'clang', 'r-base', 'octave', 'weasyprint',
]; // prettier-ignore
const APK = [
  'curl',
  'git',
  'build-base',
  'python3',
  'nodejs',
  'ffmpeg',
  'imagemagick',
  'chromium',
  'clang',
  'vips-dev',
];
const RELEASES = [
  ['debian', '11', 'minbase', APT], ['debian', '12', 'minbase', APT], ['debian', '13', 'minbase', APT],
  ['debian', 'sid', 'minbase', APT], ['alpine', '3.22', null, APK],
] as const; // prettier-ignore
const ROUNDS = 5;

export async function packagesBench(): Promise<readonly string[]> {
  const catalogue = await catalogueWith(...Object.keys(FILES));
  const lines: string[] = [];
  for (const [id, version, base, names] of RELEASES) {
    const index = catalogue.packages({ id, version, label: `${id} ${version}` });
    if (!index || 'wants' in index) continue;
    const each = names.map((name) => ({ name, time: timed(index, [name], base) })).sort((a, b) => b.time - a.time);
    const together = timed(index, names, base);
    const median = each[Math.floor(each.length / 2)]?.time ?? 0;
    const slowest = each[0];
    lines.push(
      `${index.label}: median ${ms(median)}, slowest ${ms(slowest?.time ?? 0)} (${slowest?.name ?? ''}), all ${String(names.length)} together ${ms(together)}`,
    );
  }
  return lines;
}

const ms = (time: number): string => `${time.toFixed(2)} ms`;

/** The quickest of some rounds, in milliseconds. */
function timed(index: PackageIndex, names: readonly string[], base: string | null): number {
  const present = index.base(base);
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    index.weigh(index.resolve(names, present, true).added, present.size, true);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
