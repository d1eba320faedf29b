// Scene, step 2: Topology → layers, the columns of the picture. Every trunk runs from a lower layer to a higher one.
// The layering is the longest path, then tightened: what feeds more than it takes is pulled next to its first
// taker, so that base images stand beside their stage and side branches do not start at the far left.

import type { Topology } from './topology';

/** The layer of every node, 0-based, none empty. */
export function layering({ nodes, trunks }: Topology): number[] {
  const layer = new Array<number>(nodes.length).fill(0);
  const takers: number[][] = nodes.map(() => []);
  const givers: number[][] = nodes.map(() => []);
  for (const { source, target } of trunks) {
    takers[source]?.push(target);
    givers[target]?.push(source);
  }
  // Stages come in build order, and images and missing origins take from nothing: one pass each way will do.
  const stages = nodes.filter((node) => node.kind === 'stage').map((node) => node.index);
  const others = nodes.filter((node) => node.kind !== 'stage').map((node) => node.index);
  for (const node of stages) {
    for (const giver of givers[node] ?? []) layer[node] = Math.max(layer[node] ?? 0, (layer[giver] ?? 0) + 1);
  }
  const pull = (node: number): void => {
    const next = takers[node] ?? [];
    if (next.length === 0 || next.length < (givers[node]?.length ?? 0)) return;
    let first = Infinity;
    for (const taker of next) first = Math.min(first, layer[taker] ?? 0);
    layer[node] = first - 1;
  };
  for (const node of stages.toReversed()) pull(node);
  for (const node of others) pull(node);
  const lowest = layer.reduce((low, at) => Math.min(low, at), Infinity);
  const used = [...new Set(layer)].sort((a, b) => a - b);
  const rank = new Map(used.map((at, index) => [at, index]));
  return lowest === Infinity ? [] : layer.map((at) => rank.get(at) ?? 0);
}
