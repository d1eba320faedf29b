// What the data files weigh, packed as a web server sends them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { FIRST } from '../../src/catalogue/first-files';

export interface DataFile {
  readonly name: string;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Most gzip bytes it may have. */
  readonly budget: number;
}

const KB = 1000;
const FOLDER = fileURLToPath(new URL('../../src/catalogue/data', import.meta.url));

/** All that loads before the first answer, together. */
export const FIRST_BUDGET = 60 * KB;

function budgetOf(name: string): number {
  if (name.endsWith('-complete')) return 1000 * KB;
  if (name.endsWith('-common')) return 28 * KB;
  return FIRST.some((first) => first === name) ? FIRST_BUDGET : 130 * KB;
}

export function dataFiles(): DataFile[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(FOLDER, file));
      const name = file.replace(/\.txt$/, '');
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      const brotli = brotliCompressSync(bytes, { params }).length;
      return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli, budget: budgetOf(name) };
    });
}
