// Scene, for a picture that reads down: the ways beside the column. Each bundle of strands gets a lane of its own from
// the height where it leaves to the one where it arrives; short ways run close to the cards, long ones outside them.
// Invariant: two bundles in one lane never meet, as long as there are lanes (`column.lanes`).

import { column } from './measures';
import type { Point } from './scene';

export interface Bundle {
  readonly top: number;
  readonly bottom: number;
  readonly thickness: number;
}

export interface Lanes {
  /** Centre of every bundle, from the edge of the column outwards. */
  readonly centres: readonly number[];
  /** How far out they reach; 0 without any. */
  readonly reach: number;
}

/** Free height between two bundles in one lane. */
const clear = 12;
/** Beyond this many, finding a free lane for each would take longer than a person waits: they take turns. */
const foundUpTo = 2000;

export function lanes(bundles: readonly Bundle[]): Lanes {
  const slots: { thickness: number; readonly taken: Bundle[] }[] = [];
  const slotOf = new Array<number>(bundles.length).fill(0);
  bundles
    .map((bundle, nth) => ({ bundle, nth }))
    .sort((a, b) => a.bundle.bottom - a.bundle.top - b.bundle.bottom + b.bundle.top || a.nth - b.nth)
    .forEach(({ bundle, nth }, at) => {
      const free = (taken: readonly Bundle[]): boolean =>
        taken.every((other) => bundle.bottom + clear <= other.top || other.bottom + clear <= bundle.top);
      let slot = bundles.length > foundUpTo ? -1 : slots.findIndex(({ taken }) => free(taken));
      if (slot === -1) slot = slots.length < column.lanes ? slots.length : at % column.lanes;
      const found = (slots[slot] ??= { thickness: 0, taken: [] });
      found.taken.push(bundle);
      found.thickness = Math.max(found.thickness, bundle.thickness);
      slotOf[nth] = slot;
    });
  let reach = column.side - column.lane;
  const centreOf = slots.map(({ thickness }) => {
    const centre = reach + column.lane + thickness / 2;
    reach += column.lane + thickness;
    return centre;
  });
  return { centres: slotOf.map((slot) => centreOf[slot] ?? 0), reach: slots.length === 0 ? 0 : reach };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
/** How far the handles of a cubic reach that looks like a quarter of a circle. */
const quarter = 0.45;

/** Out of a box level at `from`, along the lane at `x`, and level to `to`: path data, moved by `dx`, `dy`. */
export function around(from: Point, x: number, to: Point, dx: number, dy: number): string {
  const at = (px: number, py: number): string => `${tenth(px + dx)} ${tenth(py + dy)}`;
  const down = to.y >= from.y ? 1 : -1;
  const height = Math.abs(to.y - from.y);
  const radius = (side: number): number => Math.min(column.corner, Math.abs(x - side), height / 2);
  const out = Math.sign(x - from.x) || 1;
  const a = radius(from.x);
  const b = radius(to.x);
  return [
    `M${at(from.x, from.y)}L${at(x - out * a, from.y)}`,
    `C${at(x - out * a * quarter, from.y)} ${at(x, from.y + down * a * quarter)} ${at(x, from.y + down * a)}`,
    `L${at(x, to.y - down * b)}`,
    `C${at(x, to.y - down * b * quarter)} ${at(x - out * b * quarter, to.y)} ${at(x - out * b, to.y)}`,
    `L${at(to.x, to.y)}`,
  ].join('');
}
