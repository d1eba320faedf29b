// Scene, step 3: layers → the order of things within each layer, few crossings (d3-dag's two-layer decrossing).
// Trunks that span layers get a lane (a dummy node) in every layer between, so they never run through a card.
// A graph with one thing a layer has no crossings and never gets here.

import { aggMedian, decrossDfs, decrossTwoLayer, graph, sugifyLayer, twolayerAgg, twolayerGreedy } from 'd3-dag';
import type { MutGraphNode } from 'd3-dag';
import type { Topology } from './topology';

/** What stands in a layer: a box, or the lane of a trunk that passes by. */
export type Item = { readonly kind: 'node'; readonly node: number } | { readonly kind: 'lane'; readonly trunk: number };

/** Above this many things, crossings are reduced by medians only; exchanging neighbours costs too much. */
const greedyUpTo = 400;

const cheap = decrossTwoLayer().order(twolayerAgg().aggregator(aggMedian)).inits([decrossDfs()]).passes(4);
const thorough = decrossTwoLayer()
  .order(twolayerGreedy().base(twolayerAgg().aggregator(aggMedian)))
  .inits([decrossDfs(), decrossDfs().topDown(false)])
  .passes(12);

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
  (nodes.length + lanes > greedyUpTo ? cheap : thorough)(sugi);
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
