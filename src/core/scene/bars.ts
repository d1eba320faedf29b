// Scene, step 4b: drafted cards → the scale of their bytes bars. One for the whole picture, the largest at which every bar
// fits into its own card: the heaviest instruction's bar is as long as its card is wide.

import type { CardDraft } from './card';
import { card as m } from './measures';

/** Pixels of bar a byte; infinite where nothing weighs anything. */
export function barScale(drafts: ReadonlyMap<number, CardDraft>): number {
  let pixelsPerByte = Infinity;
  for (const { card, bytes } of drafts.values()) {
    const most = bytes.reduce((a, b) => Math.max(a, b), 0);
    if (most > 0) pixelsPerByte = Math.min(pixelsPerByte, (card.width - 2 * m.padding) / most);
  }
  return pixelsPerByte;
}
