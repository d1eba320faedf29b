// Step 3 of the walk: the person's own truth. Sizes typed for an element, and `# size: 12MB` on a line of the comment
// above an instruction.

import { exactly, range } from './range';
import type { Bytes } from './facts';
import type { Estimate } from './size';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  byte: 1,
  bytes: 1,
  k: 1e3,
  kb: 1e3,
  m: 1e6,
  mb: 1e6,
  g: 1e9,
  gb: 1e9,
  t: 1e12,
  tb: 1e12,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  tib: 1024 ** 4,
};

/** Bytes of `12MB`, `1.83 MB`, `450KiB`, `0B`; `null` when it is not a size. Units as Docker prints them: kB is 1000. */
export function parseSize(text: string): number | null {
  const match = /^\s*(\d{1,15}(?:[.,]\d{1,6})?|\.\d{1,6})\s*([a-z]*)\s*$/i.exec(text);
  const unit = UNITS[(match?.[2] ?? '').toLowerCase()];
  if (!match || unit === undefined) return null;
  const bytes = Math.round(Number((match[1] ?? '').replace(',', '.')) * unit);
  return Number.isSafeInteger(bytes) ? bytes : null;
}

/** The size a comment block gives: `size: 12MB`, perhaps followed by `/ 4MB` to pull. */
export function sizeInComments(comments: readonly string[]): string | null {
  for (const comment of comments) {
    const match = /^size\s*[:=]\s*(.+)$/i.exec(comment.trim());
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}

/** A measured figure as bytes: the side that was not measured keeps the proportion of our estimate. */
export function figureBytes(
  figure: { readonly disk: number | null; readonly pull: number | null },
  ours: Estimate,
): Bytes {
  const share = proportion(ours);
  const from = (bytes: number, by: number, most: number): Bytes['disk'] =>
    range(bytes * by * 0.8, bytes * by, Math.min(bytes * by * 1.25, most));
  const { disk, pull } = figure;
  if (disk !== null)
    return { disk: exactly(disk), pull: pull === null ? from(disk, share, disk * 1.01 + 1000) : exactly(pull) };
  const known = pull ?? 0;
  return { disk: from(known, 1 / share, Infinity), pull: exactly(known) };
}

/** How small things pack, by our estimate. */
function proportion(ours: Estimate): number {
  const basis = ours.kind === 'known' ? ours : ours.fallback;
  const share = basis && basis.disk.likely > 0 ? basis.pull.likely / basis.disk.likely : 0.4;
  return Math.min(1, Math.max(0.02, share));
}

/** What the person wrote, as bytes: `12MB`, or `12MB / 4MB` on disk and to pull; what is not said keeps our proportion. */
export function ownBytes(text: string, ours: Estimate): Bytes | null {
  const [onDisk = '', toPull] = text.split('/');
  const disk = parseSize(onDisk);
  if (disk === null) return null;
  const pull = toPull === undefined ? null : parseSize(toPull.replace(/to pull|compressed/i, ''));
  if (pull !== null) return { disk: exactly(disk), pull: exactly(pull) };
  return figureBytes({ disk, pull: null }, ours);
}
