// The tier that loads first: which names it answers for, and its files from those of the popular tier.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { namedBesides } from '../installed';
import { apkCommon } from './apk-common';
import { aptCommon } from './apt-common';
import { readTable } from './tables';
import { writeAtomically } from './write';

const NAMES = fileURLToPath(new URL('./common-names.tsv', import.meta.url));

/** Names of one packaging system, most asked for first. */
export function commonNames(system: 'apt' | 'apk'): string[] {
  const rows = readTable(readFileSync(NAMES, 'utf8')).filter((row) => row['system'] === system);
  return rows.flatMap((row) => row['name'] ?? []);
}

/** Writes the first tier of a release from its popular one in the same folder; returns what it holds, as lines. */
export function writeCommon(data: string, popular: string): string[] {
  const path = join(data, `${popular}.txt`);
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  const made =
    popular === 'apk'
      ? apkCommon(text, commonNames('apk'))
      : aptCommon(text, [...namedBesides(), ...commonNames('apt')]);
  writeAtomically(join(data, `${popular}-common.txt`), made);
  return [`${popular}-common: ${(made.length / 1000).toFixed(0)} kB unpacked`];
}
