// Scene, step 3b: an order by boxes → one by rows. Decrossing knows only which box an edge leaves and reaches; here the
// heights of the rows count too, so that the FROM of a card comes from above its COPYs. Neighbours in a layer change
// places as long as that takes crossings away; where some are left, the same is tried from orders swept from either side.

import type { Item, Ordering } from './order';
import type { Topology, TrunkShape } from './topology';

/** Rounds over all layers, at most. */
const rounds = 8;
/** In graphs with more things than this the difference is not worth its time. */
const untangledUpTo = 300;

/** An end of a segment: which thing of a neighbouring layer, and how far down in it. */
interface End {
  readonly thing: number;
  readonly port: number;
}

/** Taller than any card, so that the place in the layer weighs first. */
const slot = 100_000;

export function untangle(
  topology: Topology,
  { layers, layer: layerOf, shared }: Pick<Ordering, 'layers' | 'layer' | 'shared'>,
  shapes: readonly TrunkShape[],
): readonly (readonly Item[])[] {
  const count = layers.reduce((sum, items) => sum + items.length, 0);
  if (count > untangledUpTo || layers.every((items) => items.length < 2)) return layers;

  const items: Item[] = [];
  const rows = layers.map((layer) => layer.map((item) => items.push(item) - 1));
  const place = new Array<number>(count).fill(0);
  const ofNode = new Map<number, number>();
  const ofTrunk = topology.trunks.map((): number[] => []);
  for (const row of rows) {
    row.forEach((thing, nth) => {
      place[thing] = nth;
      const item = items[thing];
      if (item?.kind === 'node') ofNode.set(item.node, thing);
      else if (item) ofTrunk[item.trunk]?.push(thing);
    });
  }
  const left = items.map((): End[] => []);
  const right = items.map((): End[] => []);
  topology.trunks.forEach(({ source, target }, trunk) => {
    const between = (layerOf[target] ?? 0) - (layerOf[source] ?? 0) - 1;
    const way = shared[trunk] ?? trunk;
    const lanes = (ofTrunk[way] ?? []).slice(0, between);
    const stops = [ofNode.get(source) ?? 0, ...lanes, ofNode.get(target) ?? 0];
    const ports = [shapes[trunk]?.sourcePort ?? 0, ...lanes.map(() => 0), shapes[trunk]?.targetPort ?? 0];
    // A shared way counts once; a branch only for its own last stretch.
    for (let nth = way === trunk ? 0 : lanes.length; nth + 1 < stops.length; nth += 1) {
      right[stops[nth] ?? 0]?.push({ thing: stops[nth + 1] ?? 0, port: ports[nth + 1] ?? 0 });
      left[stops[nth + 1] ?? 0]?.push({ thing: stops[nth] ?? 0, port: ports[nth] ?? 0 });
    }
  });

  const height = ({ thing, port }: End): number => (place[thing] ?? 0) * slot + port;
  const taking = (order: readonly (readonly number[])[]): number[][] =>
    order.map((row) => {
      row.forEach((thing, nth) => (place[thing] = nth));
      return [...row];
    });

  /** Crossings taken away, less those made, when `b` moves above `a`. */
  const gain = (a: readonly End[], b: readonly End[]): number => {
    let sum = 0;
    for (const one of a) {
      for (const other of b) sum += Math.sign(height(one) - height(other));
    }
    return sum;
  };
  const exchange = (order: number[][]): number[][] => {
    for (let round = 0, changed = true; changed && round < rounds; round += 1) {
      changed = false;
      for (const row of order) {
        for (let nth = 0; nth + 1 < row.length; nth += 1) {
          const a = row[nth] ?? 0;
          const b = row[nth + 1] ?? 0;
          if (gain(left[a] ?? [], left[b] ?? []) + gain(right[a] ?? [], right[b] ?? []) <= 0) continue;
          row[nth] = b;
          row[nth + 1] = a;
          place[a] = nth + 1;
          place[b] = nth;
          changed = true;
        }
      }
    }
    return order;
  };
  /** Every layer in the order of the rows its things lead to (or come from), the layers one after another. */
  const swept = (order: number[][], ends: readonly End[][]): number[][] => {
    const backwards = ends === right;
    const layersInTurn = backwards ? order.toReversed() : order;
    const done = layersInTurn.map((row) => {
      const wish = (thing: number): number => {
        const own = ends[thing] ?? [];
        return own.length === 0
          ? height({ thing, port: 0 })
          : own.reduce((sum, end) => sum + height(end), 0) / own.length;
      };
      const sorted = row
        .map((thing) => ({ thing, at: wish(thing) }))
        .sort((a, b) => a.at - b.at)
        .map(({ thing }) => thing);
      sorted.forEach((thing, nth) => (place[thing] = nth));
      return sorted;
    });
    return backwards ? done.toReversed() : done;
  };
  const crossings = (order: readonly (readonly number[])[]): number => {
    taking(order);
    let sum = 0;
    for (const row of order) {
      const segments = row.flatMap((thing) =>
        (right[thing] ?? []).map((end, nth, own) => ({
          from: height({ thing, port: nth / own.length }),
          to: height(end),
          thing,
        })),
      );
      segments.forEach((a, nth) => {
        for (const b of segments.slice(nth + 1))
          if (a.thing !== b.thing && (a.from - b.from) * (a.to - b.to) < 0) sum += 1;
      });
    }
    return sum;
  };

  let best = exchange(taking(rows));
  let fewest = crossings(best);
  for (const ends of [right, left]) {
    if (fewest === 0) break;
    // Exchanging neighbours alone cannot turn two layers round at once; a start from the other side can.
    const tried = exchange(swept(taking(best), ends));
    const crossed = crossings(tried);
    if (crossed >= fewest) continue;
    best = tried;
    fewest = crossed;
  }
  return best.map((row) => row.flatMap((thing) => items[thing] ?? []));
}
