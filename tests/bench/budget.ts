// Weighs the built site against its budgets. `npx vite build` has to have run.

import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { FIRST } from '../../src/catalogue/first-files';
import { builtFile, bytesOf, embedView, firstView, monacoFiles } from './first-view';

interface Budget {
  readonly name: string;
  /** Bytes after gzip that may not be passed. */
  readonly limit: number;
  readonly files: () => readonly string[];
}

/** A package index as built; the first view loads none. */
const indexFile = (index: string, tier: 'common' | 'popular' | 'complete'): string =>
  builtFile(new RegExp(`^${index}${tier === 'popular' ? '-(?!common|complete)' : `-${tier}-`}[\\w-]+\\.txt$`));
const firstFacts = (): string[] =>
  FIRST.map((name) => builtFile(new RegExp(`^${name}-(?!more|retired)[\\w-]+\\.txt$`)));

const BUDGETS: readonly Budget[] = [
  { name: 'first view without Monaco (page and worker, JS and CSS)', limit: 110_000, files: firstView },
  { name: 'embed before its picture', limit: 100_000, files: embedView },
  { name: 'Monaco', limit: 850_000, files: monacoFiles },
  ...['apk', 'apt-bullseye', 'apt-bookworm', 'apt-trixie', 'apt-sid'].flatMap((index): Budget[] => [
    {
      name: `catalogue and the commonest packages of ${index}`,
      limit: 60_000,
      files: () => [...firstFacts(), indexFile(index, 'common')],
    },
    { name: `${index}, what people mostly install`, limit: 130_000, files: () => [indexFile(index, 'popular')] },
    { name: `${index}, complete`, limit: 1_000_000, files: () => [indexFile(index, 'complete')] },
  ]),
];

const gzip = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length;
const brotli = (bytes: Buffer): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 500_000 ? 7 : 11 } }).length;
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** A line for each budget and each file of the first view; `failed` counts budgets that do not hold. */
export function budget(): Promise<{ lines: string[]; failed: number }> {
  const lines: string[] = [];
  let failed = 0;
  for (const { name, limit, files } of BUDGETS) {
    const weighed = files().map((file) => ({ file, gzip: gzip(bytesOf(file)), brotli: brotli(bytesOf(file)) }));
    const total = weighed.reduce((sum, one) => sum + one.gzip, 0);
    const small = weighed.reduce((sum, one) => sum + one.brotli, 0);
    const holds = total <= limit;
    if (!holds) failed += 1;
    lines.push(`${holds ? '✓' : '✗'} ${name}: ${kb(total)} gzip, ${kb(small)} brotli; at most ${kb(limit)}`);
    if (weighed.length <= 12) {
      for (const one of weighed.sort((a, b) => b.gzip - a.gzip))
        lines.push(`    ${kb(one.gzip).padStart(9)} ${one.file}`);
    }
  }
  return Promise.resolve({ lines, failed });
}
