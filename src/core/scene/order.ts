// Scene, step 3: layers → the order of things within each layer, few crossings (d3-dag's two-layer decrossing).
// Trunks that span layers get a lane (a dummy node) in every layer between, so they never run through a card.
// A graph with one thing a layer has no crossings and never gets here.

import { aggMedian, decrossDfs, decrossTwoLayer, twolayerAgg } from 'd3-dag';
import type { SugiNode } from 'd3-dag';
import type { Topology } from './topology';

/** What stands in a layer: a box, or the lane of a trunk that passes by. */
export type Item = { readonly kind: 'node'; readonly node: number } | { readonly kind: 'lane'; readonly trunk: number };

/** The order of a topology: what is worth keeping between edits that do not change it. */
export interface Ordering {
  readonly method: 'layered' | 'lanes';
  readonly layer: readonly number[];
  readonly layers: readonly (readonly Item[])[];
  /** By trunk: the one whose lanes it runs in (`share.ts`). */
  readonly shared: readonly number[];
  /** The first layer of every band; [0] when there is one. */
  readonly starts: readonly number[];
}

/** Layers that a band ends with: what goes on from there turns. */
export const endsOf = ({ starts }: Pick<Ordering, 'starts'>): ReadonlySet<number> =>
  new Set(starts.slice(1).map((start) => start - 1));

/** Starts from the order of the file, which is the one to keep where another crosses as much. */
const fileOrder = (): void => undefined;
/** Medians only: the exchange of neighbours that refines them is ours (`untangle.ts`), as it must know the rows. */
const decross = decrossTwoLayer().order(twolayerAgg().aggregator(aggMedian)).inits([fileOrder, decrossDfs()]).passes(6);

/**
 * A thing with its neighbours in the layers beside its own: what decrossing asks of d3-dag's nodes. Its graphs know far
 * more (components, cycles, deletion), which costs more time than the decrossing and more bytes than the rest of the scene.
 */
class Vertex {
  readonly #before: Vertex[] = [];
  readonly #after: Vertex[] = [];
  readonly data: { readonly role: 'link'; readonly layer: number };

  constructor(
    readonly item: Item,
    layer: number,
  ) {
    this.data = { role: 'link', layer };
  }

  /** At most once for any two: two boxes are joined by one trunk at most. */
  leadsTo(next: Vertex): void {
    this.#after.push(next);
    next.#before.push(this);
  }

  parents = (): readonly Vertex[] => this.#before;
  children = (): readonly Vertex[] => this.#after;
  nparents = (): number => this.#before.length;
  nchildren = (): number => this.#after.length;
  childCounts = (): readonly (readonly [Vertex, number])[] => this.#after.map((next) => [next, 1]);
}

/** Items of every layer, top to bottom. */
export function order(topology: Topology, layer: readonly number[], shared: readonly number[]): Item[][] {
  const { nodes, trunks } = topology;
  const layers = layer.reduce((most, at) => Math.max(most, at + 1), 0);
  const rows = Array.from({ length: layers }, (): Vertex[] => []);
  const add = (item: Item, at: number, middle = false): Vertex => {
    const vertex = new Vertex(item, at);
    const row = rows[at] ?? [];
    row.splice(middle ? row.length >> 1 : row.length, 0, vertex);
    return vertex;
  };
  const boxes = nodes.map((_, node) => add({ kind: 'node', node }, layer[node] ?? 0));
  const lanes = trunks.map((): Vertex[] => []);
  // A way that several share branches to both sides: it starts in the middle, so that they stand around its height.
  const branches = new Set(shared.filter((way, trunk) => way !== trunk));
  trunks.forEach(({ source, target }, trunk) => {
    const [from, to] = [boxes[source], boxes[target]];
    if (!from || !to || shared[trunk] !== trunk) return;
    let last = from;
    for (let at = from.data.layer + 1; at < to.data.layer; at += 1) {
      const lane = add({ kind: 'lane', trunk }, at, branches.has(trunk));
      lanes[trunk]?.push(lane);
      last.leadsTo(lane);
      last = lane;
    }
  });
  trunks.forEach(({ source, target }, trunk) => {
    const [from, to] = [boxes[source], boxes[target]];
    if (from && to) (lanes[shared[trunk] ?? trunk]?.[to.data.layer - from.data.layer - 2] ?? from).leadsTo(to);
  });
  if (rows.some((row) => row.length > 1)) decross(rows as unknown as SugiNode[][]);
  return rows.map((row) => row.map(({ item }) => item));
}
