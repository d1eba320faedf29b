// Scene, step 3: layers → the order of things within each layer, few crossings (d3-dag's two-layer decrossing).
// Trunks that span layers get a lane (a dummy node) in every layer between, so they never run through a card.
// A graph with one thing a layer has no crossings and never gets here.

import { aggMedian, decrossDfs, decrossTwoLayer, graph, sugifyLayer, twolayerAgg } from 'd3-dag';
import type { MutGraphNode } from 'd3-dag';
import type { Topology } from './topology';

/** What stands in a layer: a box, or the lane of a trunk that passes by. */
export type Item = { readonly kind: 'node'; readonly node: number } | { readonly kind: 'lane'; readonly trunk: number };

/** Medians only: the exchange of neighbours that refines them is ours (`untangle.ts`), as it must know the rows. */
const decross = decrossTwoLayer().order(twolayerAgg().aggregator(aggMedian)).inits([decrossDfs()]).passes(6);

/** How many lanes the trunks need in all: what the cost of ordering grows with. */
export function laneCount({ trunks }: Topology, layer: readonly number[]): number {
  let lanes = 0;
  for (const { source, target } of trunks) lanes += (layer[target] ?? 0) - (layer[source] ?? 0) - 1;
  return lanes;
}

/** Items of every layer, top to bottom. */
export function order(topology: Topology, layer: readonly number[]): Item[][] {
  const { nodes, trunks } = topology;
  const layers = layer.reduce((most, at) => Math.max(most, at + 1), 0);
  const lanes = laneCount(topology, layer);
  const plain = Array.from({ length: layers }, (): Item[] => []);
  nodes.forEach((_, node) => plain[layer[node] ?? 0]?.push({ kind: 'node', node }));
  if (lanes === 0 && plain.every((items) => items.length === 1)) return plain;

  const dag = graph<number, number>();
  const made: MutGraphNode<number, number>[] = nodes.map((_, node) => {
    const vertex = dag.node(node);
    vertex.y = layer[node] ?? 0;
    return vertex;
  });
  trunks.forEach(({ source, target }, trunk) => {
    const from = made[source];
    const to = made[target];
    if (from && to) dag.link(from, to, trunk);
  });
  const [sugi] = sugifyLayer(dag, () => 1, 1, layers, layeringOf);
  decross(sugi);
  return sugi.map((items) =>
    items.map(({ data }) =>
      data.role === 'node' ? { kind: 'node', node: data.node.data } : { kind: 'lane', trunk: data.link.data },
    ),
  );
}

/** d3-dag names the layering in its error messages. */
function layeringOf(): void {
  // The layers are already on the nodes.
}
