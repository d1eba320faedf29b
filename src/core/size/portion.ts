// Step 3 of the walk: what a path inside a folder that is counted as a whole may weigh. In: the folder's entry and the
// path. Out: exact bytes where the folder's files are listed, else a share of it with a wide range.

import type { Entry } from './entry';
import type { Bytes } from './facts';
import { below, isUnder } from './paths';
import { scaleBytes, times } from './range';

/** A small text file. */
export const SMALL: Bytes = {
  disk: { low: 0, likely: 1_500, high: 30_000 },
  pull: { low: 0, likely: 700, high: 10_000 },
};

export const isText = (path: string): boolean =>
  /\.(json|ya?ml|toml|conf|cfg|ini|txt|md|lock|sh|env|xml|properties|sql|html|js|ts|py|rb|go|rs|c|h)$/i.test(path);

/** Part of a folder that is counted as a whole. */
export function portion(entry: Entry, path: string): Bytes {
  const rest = below(path, entry.path);
  if (entry.listing) {
    const bytes = entry.listing
      .filter((file) => isUnder(`/${file.path}`, `/${rest}`))
      .reduce((sum, file) => sum + file.size, 0);
    if (bytes > 0)
      return {
        disk: { low: bytes, likely: bytes, high: bytes },
        pull: { low: bytes * 0.1, likely: Math.round(bytes * 0.4), high: bytes },
      };
  }
  if (isText(rest)) return SMALL;
  if (entry.loose === true) {
    const [, second, third] = rest.split('/');
    // Its top folder, and a program right in it: most of what such an archive holds.
    if (second === undefined) return entry;
    if (third === undefined && !/[.*?]|^(bin|lib|share|include|etc|doc|docs)$/.test(second))
      return { disk: times(entry.disk, 0.5, 0.92, 1), pull: times(entry.pull, 0.5, 0.94, 1) };
  }
  const part = scaleBytes(entry, 0.3);
  return {
    disk: { low: Math.min(part.disk.low, 1000), likely: part.disk.likely, high: entry.disk.high },
    pull: { low: Math.min(part.pull.low, 500), likely: part.pull.likely, high: entry.pull.high },
  };
}
