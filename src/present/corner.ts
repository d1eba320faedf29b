// Where a small map may stand in a window: a corner that nothing in hand reaches into. Pure.

import type { Box } from '../core';
import { touches, type Size, type View } from '../graph/view';

const GAP = 0.8;

/**
 * The map's place in the window's pixels, or `null` where every corner is taken. `boxes` are in the scene's; `others` would rather not be
 * covered.
 */
export function freeCorner(
  map: Size,
  window: Size,
  unit: number,
  boxes: readonly Box[],
  view: View,
  others: readonly Box[] = [],
): Box | null {
  const gap = unit * GAP;
  const onScreen = ({ x, y, width, height }: Box): Box => ({
    x: view.x + x * view.k - gap,
    y: view.y + y * view.k - gap,
    width: width * view.k + 2 * gap,
    height: height * view.k + 2 * gap,
  });
  const [taken, better] = [boxes.map(onScreen), others.map(onScreen)];
  const [left, top] = [gap, gap];
  const [right, bottom] = [window.width - map.width - gap, window.height - map.height - gap];
  const corners = [
    { x: right, y: bottom },
    { x: left, y: bottom },
    { x: left, y: top },
    { x: right, y: top },
  ].map((corner) => ({ ...corner, ...map }));
  const free = corners.filter((corner) => !taken.some((box) => touches(box, corner)));
  return free.find((corner) => !better.some((box) => touches(box, corner))) ?? free[0] ?? null;
}
