// Scene, step 5: Topology and the sizes of its boxes → where every box stands and at which height every trunk passes
// each layer it spans. Two methods with one answer: `layered` has few crossings (`order.ts`) and lanes for trunks between
// the cards; `lanes` is for graphs too large for that (`lanes.ts`): stages in file order, long trunks above everything.

import type { Box } from './scene';
import { gaps } from './measures';
import { endsOf } from './order';
import type { Ordering } from './order';
import { place } from './place';
import type { Segment, Thing } from './place';
import type { Topology, TrunkShape } from './topology';
import { untangle } from './untangle';

export interface Measured {
  readonly width: number;
  readonly height: number;
}

export interface Arrangement {
  readonly method: 'layered' | 'lanes';
  readonly layer: readonly number[];
  readonly boxes: readonly Box[];
  /** Height of the trunk's centre in the layers between its ends, first to last; by `lanes` one for all of them. */
  readonly lanes: readonly (readonly number[])[];
  /** Left and right edge of every layer. */
  readonly columns: readonly { readonly left: number; readonly right: number }[];
}

/** `above`: heights of trunks that pass above everything. */
export function arrange(
  topology: Topology,
  ordering: Ordering,
  sizes: readonly Measured[],
  shapes: readonly TrunkShape[],
  gapWidth: (layer: number) => number,
  above: ReadonlyMap<number, number>,
): Arrangement {
  const { layer, shared } = ordering;
  const layers = untangle(topology, ordering, shapes);
  const things: Thing[] = [];
  const byLayer: number[][] = [];
  const ofNode = new Map<number, number>();
  const ofTrunk = topology.trunks.map((): number[] => []);
  layers.forEach((items, index) => {
    byLayer.push(
      items.map((item, nth) => {
        const at = things.length;
        const next = items[nth + 1];
        const lanes = item.kind === 'lane' && next?.kind === 'lane';
        const height = item.kind === 'node' ? (sizes[item.node]?.height ?? 0) : (shapes[item.trunk]?.thickness ?? 0);
        things.push({ item, layer: index, height, gap: lanes ? gaps.lanes : gaps.rows });
        if (item.kind === 'node') ofNode.set(item.node, at);
        else ofTrunk[item.trunk]?.push(at);
        return at;
      }),
    );
  });

  /** The lanes a trunk runs in, those of its own or the first of a shared way. */
  const passed = (trunk: number): readonly number[] => {
    const { source, target } = topology.trunks[trunk] ?? { source: 0, target: 0 };
    const between = (layer[target] ?? 0) - (layer[source] ?? 0) - 1;
    return (ofTrunk[shared[trunk] ?? trunk] ?? []).slice(0, between);
  };
  const segments: Segment[] = [];
  const ends = endsOf(ordering);
  topology.trunks.forEach(({ source, target }, trunk) => {
    const shape = shapes[trunk];
    const from = ofNode.get(source);
    const to = ofNode.get(target);
    const lanes = passed(trunk);
    if (!shape || from === undefined || to === undefined) return;
    if (lanes.length === 0 && (layer[target] ?? 0) - (layer[source] ?? 0) > 1) return;
    const stops = [from, ...lanes, to];
    const half = shape.thickness / 2;
    // A shared way counts once; a branch only for its own last stretch.
    for (let nth = shared[trunk] === trunk ? 0 : lanes.length; nth + 1 < stops.length; nth += 1) {
      const a = stops[nth] ?? from;
      const b = stops[nth + 1] ?? to;
      // Nothing has to stand level with what comes in another band.
      if (ends.has(things[a]?.layer ?? 0)) continue;
      segments.push({
        source: a,
        target: b,
        sourcePort: nth === 0 ? shape.sourcePort : half,
        targetPort: nth + 2 === stops.length ? shape.targetPort : half,
        // Long edges are kept straight before short ones.
        weight: stops.length === 2 ? 1 : nth === 0 || nth + 2 === stops.length ? 2 : 8,
      });
    }
  });
  const tops = place(things, byLayer, segments);

  const columns: { left: number; right: number }[] = [];
  let x = 0;
  layers.forEach((items, index) => {
    const width = items.reduce(
      (most, item) => Math.max(most, item.kind === 'node' ? (sizes[item.node]?.width ?? 0) : 0),
      0,
    );
    columns.push({ left: x, right: x + width });
    x += width + gapWidth(index);
  });
  return {
    method: ordering.method,
    layer,
    columns,
    boxes: topology.nodes.map((node, index) => {
      const size = sizes[index] ?? { width: 0, height: 0 };
      const column = columns[layer[index] ?? 0] ?? { left: 0, right: 0 };
      // Images only give: they stand close to who takes. Stages line up on the side where edges arrive.
      const left = node.kind === 'stage' ? column.left : column.right - size.width;
      return { x: left, y: tops[ofNode.get(index) ?? 0] ?? 0, ...size };
    }),
    lanes: topology.trunks.map((_, trunk) => {
      const up = above.get(trunk);
      if (up !== undefined) return [up];
      return passed(trunk).map((thing) => (tops[thing] ?? 0) + (things[thing]?.height ?? 0) / 2);
    }),
  };
}
