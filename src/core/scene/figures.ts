// Scene: the figures a card shows. A sum with unknown parts is never shown as if it were the whole.

import { formatBytes } from '../explain/bytes';
import type { Estimate } from '../size/size';

/** `78 MB`, or `size unknown`. */
export function sizeFigure(size: Estimate | undefined): string {
  return size?.kind === 'known' ? formatBytes(size.disk.likely) : 'size unknown';
}

/** What an instruction adds: `+752 MB`, `+?` when that is not known, empty when it stores nothing. */
export function addedFigure(size: Estimate | undefined): string {
  if (size === undefined) return '';
  if (size.kind === 'unknown') return '+?';
  return size.disk.likely > 0 ? `+${formatBytes(size.disk.likely)}` : '';
}

export const likelyBytes = (size: Estimate | undefined): number => (size?.kind === 'known' ? size.disk.likely : 0);
