// Scene, steps 5 to 7 for a picture that reads to the right: boxes in layers (`arrange`), strands across the gaps
// between them (`route`), labels in those gaps.

import { arrange, orderingOf } from './arrange';
import type { Arrangement } from './arrange';
import { pathOf } from './curve';
import { labelKey } from './label-text';
import type { Layout, LayOut } from './layout';
import { layering } from './layers';
import { gaps } from './measures';
import { endsOf } from './order';
import type { Ordering } from './order';
import { labelGaps, routes } from './route';
import type { WayTo } from './route';
import type { Box } from './scene';
import { thickness } from './strands';
import type { Strand } from './strands';
import type { Topology } from './topology';

/** A whole picture as one row of layers. */
export interface Strip {
  readonly arrangement: Arrangement;
  readonly starts: readonly number[];
  /** By trunk: the one whose way it shares. */
  readonly shared: readonly number[];
  /** By trunk and strand. */
  readonly ways: readonly (readonly WayTo[])[];
  readonly strands: readonly (readonly Strand[])[];
  readonly labels: ReadonlyMap<number, Box>;
  /** The layer in whose gap behind it a label stands, by the key of the label. */
  readonly labelLayer: ReadonlyMap<number, number>;
  /** Width of the gap behind a layer. */
  readonly gapWidth: (layer: number) => number;
}

type Placed = Pick<Layout, 'boxes' | 'paths' | 'labels' | 'extent'>;

/** A way of layering and of finishing the strip. `name` keeps its orderings apart from those of others. */
export interface Reading {
  readonly name: string;
  readonly plan: (topology: Topology) => Pick<Ordering, 'layer' | 'starts'>;
  readonly finish: (strip: Strip) => Placed;
}

export const layeredBy =
  ({ name, plan, finish }: Reading): LayOut =>
  (topology, sizes, strands, labels, keep) => {
    const ordering = keep(`${name}${topology.key}`, () => orderingOf(topology, plan(topology)));
    const gapOf = labelGaps(topology, ordering.layer, labels);
    const widest = new Map<number, number>();
    labels.forEach(({ width }, nth) => {
      const gap = gapOf[nth] ?? -1;
      widest.set(gap, Math.max(widest.get(gap) ?? 0, width));
    });
    const gapWidth = (layer: number): number => Math.max(gaps.layers, (widest.get(layer) ?? 0) + 2 * gaps.labelSide);
    const shapes = strands.map((own) => ({
      thickness: thickness(own),
      sourcePort: mean(own.map(({ sourcePort }) => sourcePort)),
      targetPort: mean(own.map(({ targetPort }) => targetPort)),
    }));
    const arrangement = arrange(topology, ordering, sizes, shapes, gapWidth);
    const routed = routes(topology, arrangement, strands, labels, gapOf, endsOf(ordering));
    const labelLayer = new Map(labels.map(({ trunk, kind }, nth) => [labelKey(trunk, kind), gapOf[nth] ?? 0]));
    const { starts, shared } = ordering;
    return {
      direction: 'right',
      method: arrangement.method,
      ...finish({
        arrangement,
        starts,
        shared,
        ways: routed.paths,
        strands,
        labels: routed.labels,
        labelLayer,
        gapWidth,
      }),
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

export const layered = layeredBy({
  name: '',
  plan: (topology) => ({ layer: layering(topology), starts: [0] }),
  finish: inOneRow,
});
