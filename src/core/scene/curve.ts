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
/** A point in path data. */
export const at = (x: number, y: number): string => `${tenth(x)} ${tenth(y)}`;

/** Path data of a level line and curves through `pieces` up to `end`, for a path that has come to `from` by x. */
export function along(from: number, pieces: readonly Piece[], end: Point, dx: number, dy: number): string {
  let data = '';
  let x = from;
  for (const piece of pieces) {
    const [a, b] = [piece.from, piece.to];
    if (a.x - x > 0.05) data += `L${at(a.x + dx, a.y + dy)}`;
    if (Math.abs(a.y - b.y) < 0.05) data += `L${at(b.x + dx, b.y + dy)}`;
    else {
      const middle = (a.x + b.x) / 2;
      data += `C${at(middle + dx, a.y + dy)} ${at(middle + dx, b.y + dy)} ${at(b.x + dx, b.y + dy)}`;
    }
    x = b.x;
  }
  return end.x - x > 0.05 ? `${data}L${at(end.x + dx, end.y + dy)}` : data;
}

/** Path data of a way, moved by `dx`, `dy`. */
export const pathOf = ({ start, pieces, end }: Way, dx: number, dy: number): string =>
  `M${at(start.x + dx, start.y + dy)}${along(start.x, pieces, end, dx, dy)}`;

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
