// Step 3 of the walk: what a path inside a folder that is counted as a whole may weigh. In: the folder's entry and the
// path. Out: exact bytes where the folder's files are listed, else a share of it with a wide range.

import type { Entry } from './entry';
import type { Bytes } from './facts';
import { baseName, below, globMatcher, isGlob, isUnder } from './paths';
import { scaleBytes, times } from './range';

/** A small text file. */
export const SMALL: Bytes = {
  disk: { low: 0, likely: 1_500, high: 30_000 },
  pull: { low: 0, likely: 700, high: 10_000 },
};

export const isText = (path: string): boolean =>
  /\.(json|ya?ml|toml|conf|cfg|ini|txt|md|lock|sh|env|xml|properties|sql|html|js|ts|py|rb|go|rs|c|h)$/i.test(path);

/** Files of one kind in what a build writes: the usual part of the whole, by their ending. */
const KINDS: readonly (readonly [RegExp, low: number, likely: number, high: number])[] = [
  [/\.[cm]?js$/, 0.05, 0.45, 0.95],
  [/\.css$/, 0.001, 0.06, 0.4],
  [/\.(html?|txt|xml|json|webmanifest|md|ya?ml)$/, 0.0002, 0.01, 0.15],
  [/\.map$/, 0, 0.35, 0.8],
  [/\.(png|jpe?g|svg|webp|avif|gif|ico)$/, 0.001, 0.2, 0.9],
  [/\.(woff2?|ttf|otf|eot)$/, 0, 0.1, 0.6],
  [/\.wasm$/, 0.05, 0.5, 1],
];

/**
 * Files that a pattern (`dist/*.js`) or a name (`dist/index.html`) picks out of what a build writes; `null` where it may as
 * well be all of it (`target/*.jar`, `dist/*`).
 */
export function picked(whole: Bytes, rest: string): Bytes | null {
  const name = baseName(rest);
  if (!rest.includes('/') && !isGlob(rest)) return null;
  if (!isGlob(name) && isText(name) && !/\.[cm]?js$/.test(name)) return SMALL;
  const kind = KINDS.find(([ending]) => ending.test(name));
  if (!kind) return null;
  const [, low, likely, high] = kind;
  return { disk: times(whole.disk, low, likely, high), pull: times(whole.pull, low, likely, high) };
}

/** Part of a folder that is counted as a whole. */
export function portion(entry: Entry, path: string): Bytes {
  const rest = below(path, entry.path);
  if (entry.listing) {
    const fits = isGlob(rest) ? globMatcher(rest) : (one: string) => isUnder(`/${one}`, `/${rest}`);
    const bytes = entry.listing.filter((file) => fits(file.path)).reduce((sum, file) => sum + file.size, 0);
    if (bytes > 0)
      return {
        disk: { low: bytes, likely: bytes, high: bytes },
        pull: { low: bytes * 0.1, likely: Math.round(bytes * 0.4), high: bytes },
      };
  }
  if (isText(rest) && !isGlob(rest)) return SMALL;
  const part = picked(entry, rest);
  if (part) return part;
  if (entry.loose === true) {
    const [, second, third] = rest.split('/');
    // Its top folder, and a program right in it: most of what such an archive holds.
    if (second === undefined) return entry;
    if (third === undefined && !/[.*?]|^(bin|lib|share|include|etc|doc|docs)$/.test(second))
      return { disk: times(entry.disk, 0.5, 0.92, 1), pull: times(entry.pull, 0.5, 0.94, 1) };
  }
  if (/^\*+$/.test(rest)) return entry;
  const some = scaleBytes(entry, 0.3);
  return {
    disk: { low: Math.min(some.disk.low, 1000), likely: some.disk.likely, high: entry.disk.high },
    pull: { low: Math.min(some.pull.low, 500), likely: some.pull.likely, high: entry.pull.high },
  };
}
