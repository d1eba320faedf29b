// Where a walk through the picture begins, and what Tab reaches until then.
import type { ElementId, Scene } from '../core';

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** In the order of reading: down a column, then the next one; a picture that reads down is one column. */
export const inOrder =
  ({ direction }: Scene) =>
  (a: Corner, b: Corner): number =>
    (direction === 'down' ? 0 : a.x - b.x) || a.y - b.y || a.x - b.x;

/** The first stage; without one the first image. */
export function firstOf(scene: Scene): ElementId | null {
  const before = inOrder(scene);
  const boxes: readonly (Corner & { readonly id: ElementId })[] = scene.cards.length > 0 ? scene.cards : scene.images;
  let [first] = boxes;
  for (const box of boxes) if (first && before(box, first) < 0) first = box;
  return first?.id ?? null;
}
