// Scene, steps 5 to 7 for a picture that reads to the right: boxes in layers (`arrange`), strands across the gaps
// between them (`route`), labels in those gaps.

import { arrange } from './arrange';
import type { Arrangement } from './arrange';
import { pathOf } from './curve';
import type { LabelDraft } from './label-text';
import type { Layout, LayOut } from './layout';
import { layering } from './layers';
import { gaps } from './measures';
import { endsOf, order } from './order';
import type { Ordering } from './order';
import { labelGaps, routes } from './route';
import type { WayTo } from './route';
import type { Box } from './scene';
import { sharedWays } from './share';
import { thickness } from './strands';
import type { Strand } from './strands';
import type { Topology, TrunkShape } from './topology';

/** A whole picture as one row of layers. */
export interface Strip {
  readonly ordering: Ordering;
  readonly arrangement: Arrangement;
  /** By trunk and strand. */
  readonly ways: readonly (readonly WayTo[])[];
  readonly strands: readonly (readonly Strand[])[];
  readonly labels: ReadonlyMap<number, Box>;
  /** In whose gap, the one behind this layer, each label stands. */
  readonly gapOf: readonly number[];
  readonly drafts: readonly LabelDraft[];
  /** Width of the gap behind a layer. */
  readonly gapWidth: (layer: number) => number;
}

type Placed = Pick<Layout, 'boxes' | 'paths' | 'labels' | 'extent'>;

/** A way of layering and of finishing the strip. `name` keeps its orderings apart from those of others. */
export interface Reading {
  readonly name: string;
  readonly orderingOf: (topology: Topology) => Ordering;
  /** Heights of trunks that pass above everything. */
  readonly above: (
    topology: Topology,
    ordering: Ordering,
    shapes: readonly TrunkShape[],
  ) => ReadonlyMap<number, number>;
  readonly finish: (strip: Strip) => Placed;
}

export const layeredBy =
  ({ name, orderingOf, above, finish }: Reading): LayOut =>
  (topology, sizes, strands, drafts, keep) => {
    const ordering = keep(name + topology.key, () => orderingOf(topology));
    const gapOf = labelGaps(topology, ordering.layer, drafts);
    const widest: number[] = [];
    drafts.forEach(({ width }, nth) => {
      const gap = gapOf[nth] ?? -1;
      widest[gap] = Math.max(widest[gap] ?? 0, width);
    });
    const gapWidth = (layer: number): number => Math.max(gaps.layers, (widest[layer] ?? 0) + 2 * gaps.labelSide);
    const shapes = strands.map((own) => ({
      thickness: thickness(own),
      sourcePort: mean(own.map(({ sourcePort }) => sourcePort)),
      targetPort: mean(own.map(({ targetPort }) => targetPort)),
    }));
    const arrangement = arrange(topology, ordering, sizes, shapes, gapWidth, above(topology, ordering, shapes));
    const { paths: ways, labels } = routes(topology, arrangement, strands, drafts, gapOf, endsOf(ordering));
    return {
      direction: 'right',
      method: ordering.method,
      ...finish({ ordering, arrangement, ways, strands, labels, gapOf, drafts, gapWidth }),
      margin: gaps.margin,
    };
  };

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The strip as it is. */
export function inOneRow({ arrangement, ways, strands, labels }: Strip): Placed {
  let top = 0;
  let bottom = 0;
  let right = 0;
  for (const box of [...arrangement.boxes, ...labels.values()]) {
    top = Math.min(top, box.y);
    bottom = Math.max(bottom, box.y + box.height);
    right = Math.max(right, box.x + box.width);
  }
  arrangement.lanes.forEach((heights, trunk) => {
    const half = 12 * (strands[trunk]?.length ?? 0);
    for (const y of heights) {
      top = Math.min(top, y - half);
      bottom = Math.max(bottom, y + half);
    }
  });
  return {
    boxes: arrangement.boxes,
    paths: ways.map((own) =>
      own.map((way) => ({ path: (dx, dy) => pathOf(way, dx, dy), tip: way.tip, heading: 'right' })),
    ),
    labels,
    extent: { left: 0, top, right, bottom },
  };
}

/** For pictures of few boxes; those of many are `wide.ts`'s. */
export const layered = layeredBy({
  name: '',
  orderingOf: (topology) => {
    const layer = layering(topology);
    const shared = sharedWays(topology, layer);
    return { method: 'layered', layer, layers: order(topology, layer, shared), shared, starts: [0] };
  },
  above: () => new Map(),
  finish: inOneRow,
});
