// Scene, step 5: ordered layers → a height (y) for every box and lane. Things in a layer keep their order and never
// overlap; each wants to stand where its edges run level, from the row they leave to the row they reach.
// Sweeps over the layers, each solved exactly by pooling neighbours (isotonic regression): linear in their number.

import type { Item } from './order';

/** An edge between things in neighbouring layers, with the heights of its ends within them. */
export interface Segment {
  /** Position of each end in the flat list of things. */
  readonly source: number;
  readonly target: number;
  readonly sourcePort: number;
  readonly targetPort: number;
  readonly weight: number;
}

export interface Thing {
  readonly item: Item;
  readonly layer: number;
  readonly height: number;
  /** Free room below it. */
  readonly gap: number;
}

/** Sweeps there and back, at most: most graphs come to rest sooner, more make no visible difference. */
const sweeps = 6;
/** A chain of more layers than this would climb or fall for ever, each card a row off the one before: it is held level. */
const longChain = 6;
const straightening = 0.06;
/** Moves below this are no longer seen. */
const atRest = 0.05;

/** Sets the tops of one layer closest to the wishes that keep order and room; returns the longest move. */
function settle(
  layer: readonly number[],
  things: readonly Thing[],
  wish: readonly number[],
  weight: readonly number[],
  top: number[],
): number {
  // Taking off the room above turns the problem into a weighted monotone fit.
  const blocks: { sum: number; weight: number; count: number }[] = [];
  let room = 0;
  const rooms: number[] = [];
  for (const thing of layer) {
    rooms.push(room);
    const w = weight[thing] ?? 1;
    blocks.push({ sum: ((wish[thing] ?? 0) - room) * w, weight: w, count: 1 });
    room += (things[thing]?.height ?? 0) + (things[thing]?.gap ?? 0);
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before || before.sum / before.weight <= last.sum / last.weight) break;
      blocks.pop();
      before.sum += last.sum;
      before.weight += last.weight;
      before.count += last.count;
    }
  }
  let at = 0;
  let moved = 0;
  for (const block of blocks) {
    for (let n = 0; n < block.count; n += 1, at += 1) {
      const thing = layer[at];
      if (thing === undefined) continue;
      const next = block.sum / block.weight + (rooms[at] ?? 0);
      moved = Math.max(moved, Math.abs(next - (top[thing] ?? 0)));
      top[thing] = next;
    }
  }
  return moved;
}

/** Tops of all things; the highest is 0. `layers` holds positions in `things`. */
export function place(
  things: readonly Thing[],
  layers: readonly (readonly number[])[],
  segments: readonly Segment[],
): number[] {
  const top = new Array<number>(things.length).fill(0);
  for (const layer of layers) {
    let y = 0;
    for (const thing of layer) {
      top[thing] = y;
      y += (things[thing]?.height ?? 0) + (things[thing]?.gap ?? 0);
    }
  }
  const into: Segment[][] = things.map(() => []);
  const outOf: Segment[][] = things.map(() => []);
  for (const segment of segments) {
    into[segment.target]?.push(segment);
    outOf[segment.source]?.push(segment);
  }
  const wish = new Array<number>(things.length).fill(0);
  const weight = new Array<number>(things.length).fill(0);
  const pull = layers.length > longChain ? straightening : 0;
  let moved = 0;
  const round = (indices: readonly number[], before: boolean, after: boolean): void => {
    for (const index of indices) {
      for (const thing of layers[index] ?? []) {
        let sum = 0;
        let total = 0;
        for (const s of before ? (into[thing] ?? []) : []) {
          sum += s.weight * ((top[s.source] ?? 0) + s.sourcePort - s.targetPort);
          total += s.weight;
        }
        for (const s of after ? (outOf[thing] ?? []) : []) {
          sum += s.weight * ((top[s.target] ?? 0) + s.targetPort - s.sourcePort);
          total += s.weight;
        }
        // The pull counts as one more edge, to a row at the height where layers start.
        wish[thing] = total > 0 ? sum / (total * (1 + pull)) : (top[thing] ?? 0);
        weight[thing] = total > 0 ? total : 0.01;
      }
      const layer = layers[index] ?? [];
      const [only] = layer;
      if (only !== undefined && layer.length === 1) {
        moved = Math.max(moved, Math.abs((wish[only] ?? 0) - (top[only] ?? 0)));
        top[only] = wish[only] ?? 0;
      } else moved = Math.max(moved, settle(layer, things, wish, weight, top));
    }
  };
  const forward = layers.map((_, index) => index);
  const backward = forward.toReversed();
  if (segments.length > 0) {
    for (let sweep = 0; sweep < sweeps; sweep += 1) {
      moved = 0;
      round(forward, true, sweep > 1);
      round(backward, sweep > 1, true);
      if (moved < atRest && sweep !== 1) break;
    }
    round(forward, true, true);
  }
  let highest = Infinity;
  for (const y of top) highest = Math.min(highest, y);
  return top.map((y) => Math.round((y - highest) * 10) / 10);
}
