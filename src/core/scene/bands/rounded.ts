// Scene, bands: path data of a way with turns: level lines and curves within a band, round corners between two.

import { along, at } from '../curve';
import type { Piece } from '../curve';
import type { Point } from '../scene';

const corner = 14;
/** How far the handles of a cubic reach that looks like a quarter of a circle. */
const quarter = 0.45;

export interface Run {
  readonly pieces: readonly Piece[];
  readonly end: Point;
}

export interface Bend extends Run {
  /** Where the way goes from the run's end: at right angles, the last point is where the next run starts. */
  readonly corners: readonly Point[];
}

const towards = (from: Point, to: Point, length: number): Point => {
  const whole = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
};

/** From `start` through the bends and along the last run, moved by `dx`, `dy`. */
export function rounded(start: Point, bends: readonly Bend[], last: Run, dx: number, dy: number): string {
  const set = ({ x, y }: Point): string => at(x + dx, y + dy);
  let data = `M${set(start)}`;
  let here = start;
  for (const { pieces, end, corners } of bends) {
    data += along(here.x, pieces, end, dx, dy);
    here = end;
    corners.forEach((point, nth) => {
      const next = corners[nth + 1];
      if (!next) {
        data += `L${set(point)}`;
        here = point;
        return;
      }
      const half = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y) / 2;
      const radius = Math.min(corner, half(here, point), half(point, next));
      const into = towards(point, here, radius);
      const out = towards(point, next, radius);
      data += `L${set(into)}C${set(towards(point, into, radius * quarter))} ${set(towards(point, out, radius * quarter))} ${set(out)}`;
      here = point;
    });
  }
  return data + along(here.x, last.pieces, last.end, dx, dy);
}
