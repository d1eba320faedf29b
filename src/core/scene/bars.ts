// Scene, step 4b: drafted cards → the same with their bytes bars. One scale for the whole picture, the largest at which
// every bar fits into its own card: the heaviest instruction's bar is as long as its card is wide.

import { barLength } from './bytes-scale';
import type { CardDraft } from './card';
import { card as m } from './measures';

export function drawBars(drafts: ReadonlyMap<number, CardDraft>): Map<number, CardDraft> {
  let pixelsPerByte = Infinity;
  for (const { card, bytes } of drafts.values()) {
    const most = bytes.reduce((a, b) => Math.max(a, b), 0);
    if (most > 0) pixelsPerByte = Math.min(pixelsPerByte, (card.width - 2 * m.padding) / most);
  }
  return new Map(
    [...drafts].map(([node, draft]) => {
      const rows = draft.card.rows.map((row, nth) => ({
        ...row,
        bar: barLength(draft.bytes[nth] ?? 0, pixelsPerByte),
      }));
      return [node, { ...draft, card: { ...draft.card, rows } }];
    }),
  );
}
