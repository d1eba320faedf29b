// Scene, steps 3 to 5 for graphs so large that reducing crossings would take longer than a person waits: boxes in the
// order of the file, trunks that span layers above all of them. Smaller graphs are ordered as ever.

import { gaps } from './measures';
import { order } from './order';
import type { Item, Ordering } from './order';
import { sharedWays } from './share';
import type { Topology, TrunkShape } from './topology';

/** Beyond this many boxes and lanes. */
const layeredUpTo = 700;

/** How many lanes the trunks need in all: what the cost of ordering grows with. */
function laneCount({ trunks }: Topology, layer: readonly number[], shared: readonly number[]): number {
  let lanes = 0;
  trunks.forEach(({ source, target }, trunk) => {
    if (shared[trunk] === trunk) lanes += (layer[target] ?? 0) - (layer[source] ?? 0) - 1;
  });
  return lanes;
}

export function orderingOf(topology: Topology, { layer, starts }: Pick<Ordering, 'layer' | 'starts'>): Ordering {
  const shared = sharedWays(topology, layer);
  if (topology.nodes.length + laneCount(topology, layer, shared) <= layeredUpTo) {
    return { method: 'layered', layer, layers: order(topology, layer, shared), shared, starts };
  }
  const layers = Array.from({ length: Math.max(0, ...new Set(layer)) + 1 }, (): Item[] => []);
  topology.nodes.forEach((_, node) => layers[layer[node] ?? 0]?.push({ kind: 'node', node }));
  return { method: 'lanes', layer, layers, shared, starts: [0] };
}

/** Heights of trunks above everything: those that do not meet share one. Nearest lanes go to the shortest trunks. */
export function highLanes(
  topology: Topology,
  { method, layer }: Ordering,
  shapes: readonly TrunkShape[],
): Map<number, number> {
  const heights = new Map<number, number>();
  if (method === 'layered') return heights;
  const long = topology.trunks
    .map(({ source, target }, trunk) => ({ trunk, first: layer[source] ?? 0, last: layer[target] ?? 0 }))
    .filter(({ first, last }) => last - first > 1)
    .sort((a, b) => a.first - b.first || b.last - a.last);
  const ends: number[] = [];
  for (const { trunk, first, last } of long) {
    let lane = ends.findIndex((end) => end <= first);
    if (lane === -1) lane = ends.length;
    ends[lane] = last;
    heights.set(trunk, -gaps.rows - lane * 8 - (shapes[trunk]?.thickness ?? 0) / 2);
  }
  return heights;
}
