// Scene: the curves of edges. Between two layers a curve leaves and arrives level and stays within the gap, so it
// cannot touch a card; through a layer it runs level in its own lane.

import type { Point } from './scene';

/** A piece of an edge: level from `from` to the start of the next, or curved across a gap. */
export interface Piece {
  readonly from: Point;
  readonly to: Point;
}

/** A whole edge; what lies between two pieces is a level line. */
export interface Way {
  readonly start: Point;
  readonly pieces: readonly Piece[];
  readonly end: Point;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Path data of a way, moved by `dx`, `dy`. */
export function pathOf({ start, pieces, end }: Way, dx: number, dy: number): string {
  const at = (x: number, y: number): string => `${tenth(x + dx)} ${tenth(y + dy)}`;
  let data = `M${at(start.x, start.y)}`;
  let x = start.x;
  for (const { from, to } of pieces) {
    if (from.x - x > 0.05) data += `L${at(from.x, from.y)}`;
    if (Math.abs(from.y - to.y) < 0.05) data += `L${at(to.x, to.y)}`;
    else {
      const middle = (from.x + to.x) / 2;
      data += `C${at(middle, from.y)} ${at(middle, to.y)} ${at(to.x, to.y)}`;
    }
    x = to.x;
  }
  return end.x - x > 0.05 ? `${data}L${at(end.x, end.y)}` : data;
}

/** Height of a piece at `x` between its ends: the cubic of `pathOf`, whose x(t) is inverted by bisection. */
export function heightAt({ from, to }: Piece, x: number): number {
  const share = Math.min(1, Math.max(0, (x - from.x) / Math.max(1, to.x - from.x)));
  let low = 0;
  let high = 1;
  for (let step = 0; step < 12; step += 1) {
    const t = (low + high) / 2;
    const reached = 1.5 * t * (1 - t) ** 2 + 1.5 * t ** 2 * (1 - t) + t ** 3;
    if (reached < share) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  const blend = 3 * t ** 2 * (1 - t) + t ** 3;
  return from.y + (to.y - from.y) * blend;
}
