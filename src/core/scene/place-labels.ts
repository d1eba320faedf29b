// Scene, step 7: where labels go. Labels stand in the gaps between layers, where there is no card; within a gap each
// takes the free place nearest to its own ribbon that lies on the fewest other edges. Labels never overlap.

import { heightAt } from './curve';
import type { Piece } from './curve';
import { gaps } from './measures';
import type { Box } from './scene';

/** A curve that crosses the gap, with half its stroke. */
export interface Crossing {
  readonly owner: number;
  readonly piece: Piece;
  readonly half: number;
}

export interface Wanted {
  readonly owner: number;
  readonly width: number;
  readonly height: number;
}

/** Up to this many edges in a gap, places are tried out; above, they are stacked in order. */
const triedUpTo = 60;
const clear = 7;

/** Lowest and highest point of a curve, stroke included, over a range of x. */
function extent({ piece, half }: Crossing, left: number, right: number): readonly [number, number] {
  const a = heightAt(piece, left);
  const b = heightAt(piece, right);
  return [Math.min(a, b) - half, Math.max(a, b) + half];
}

const apart = (y: number, height: number, other: Box): boolean =>
  y + height + gaps.labels <= other.y || other.y + other.height + gaps.labels <= y;

/** Boxes for the labels of one gap, by owner. */
export function placeLabels(
  left: number,
  right: number,
  crossings: readonly Crossing[],
  wanted: readonly Wanted[],
): Map<number, Box> {
  const extents = (width: number): { readonly owner: number; readonly span: readonly [number, number] }[] => {
    const x = (left + right - width) / 2;
    return crossings.map((crossing) => ({ owner: crossing.owner, span: extent(crossing, x, x + width) }));
  };
  const byOwner = new Map<number, Crossing[]>();
  for (const crossing of crossings) {
    const some = byOwner.get(crossing.owner);
    if (some) some.push(crossing);
    else byOwner.set(crossing.owner, [crossing]);
  }
  const own = wanted.map((label) => {
    const x = (left + right - label.width) / 2;
    let top = Infinity;
    let bottom = -Infinity;
    for (const crossing of byOwner.get(label.owner) ?? []) {
      const [low, high] = extent(crossing, x, x + label.width);
      top = Math.min(top, low);
      bottom = Math.max(bottom, high);
    }
    return { label, top, bottom };
  });
  own.sort((a, b) => a.top + a.bottom - b.top - b.bottom || a.label.owner - b.label.owner);

  const taken: Box[] = [];
  const placed = new Map<number, Box>();
  let stackedTo = -Infinity;
  for (const { label, top, bottom } of own) {
    const x = Math.round((left + right - label.width) / 2);
    let y = bottom + clear;
    if (crossings.length <= triedUpTo) {
      const spans = extents(label.width);
      const cost = (at: number): number => {
        let sum = Math.abs(at + label.height / 2 - (top + bottom) / 2);
        for (const { owner, span } of spans) {
          if (at < span[1] + 2 && span[0] - 2 < at + label.height) sum += owner === label.owner ? 60 : 90;
        }
        return sum;
      };
      // Beside its ribbon; on it where there is no room beside.
      const starts = [bottom + clear, top - clear - label.height, (top + bottom - label.height) / 2];
      for (const box of taken) starts.push(box.y + box.height + gaps.labels, box.y - gaps.labels - label.height);
      for (const { span } of spans) starts.push(span[1] + clear, span[0] - clear - label.height);
      const free = starts.filter((at) => taken.every((box) => apart(at, label.height, box)));
      y = free.reduce((best, at) => (cost(at) < cost(best) ? at : best), free[0] ?? y);
    } else {
      y = Math.max(y, stackedTo + gaps.labels);
      stackedTo = y + label.height;
    }
    const box: Box = { x, y: Math.round(y), width: label.width, height: label.height };
    taken.push(box);
    placed.set(label.owner, box);
  }
  return placed;
}
