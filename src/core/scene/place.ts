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

/** Sweeps there and back. More make no visible difference. */
const sweeps = 6;

/** Tops of the things of one layer closest to the wishes that keep order and room. */
function settle(
  layer: readonly number[],
  things: readonly Thing[],
  wish: Float64Array,
  weight: Float64Array,
  top: Float64Array,
): void {
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
  for (const block of blocks) {
    for (let n = 0; n < block.count; n += 1, at += 1) {
      const thing = layer[at];
      if (thing !== undefined) top[thing] = block.sum / block.weight + (rooms[at] ?? 0);
    }
  }
}

/** Tops of all things; the highest is 0. `layers` holds positions in `things`. */
export function place(
  things: readonly Thing[],
  layers: readonly (readonly number[])[],
  segments: readonly Segment[],
): Float64Array {
  const top = new Float64Array(things.length);
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
  const wish = new Float64Array(things.length);
  const weight = new Float64Array(things.length);
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
        wish[thing] = total > 0 ? sum / total : (top[thing] ?? 0);
        weight[thing] = total > 0 ? total : 0.01;
      }
      settle(layers[index] ?? [], things, wish, weight, top);
    }
  };
  const forward = layers.map((_, index) => index);
  const backward = forward.toReversed();
  if (segments.length > 0) {
    for (let sweep = 0; sweep < sweeps; sweep += 1) {
      round(forward, true, sweep > 1);
      round(backward, sweep > 1, true);
    }
    round(forward, true, true);
  }
  let highest = Infinity;
  for (const y of top) highest = Math.min(highest, y);
  return top.map((y) => Math.round((y - highest) * 10) / 10);
}
