// Scene, steps 5 to 7 for a picture that reads to the right: boxes in layers (`arrange`), strands across the gaps
// between them (`route`), labels in those gaps.

import { arrange, orderingOf } from './arrange';
import { pathOf } from './curve';
import type { LayOut } from './layout';
import { gaps } from './measures';
import { labelGaps, routes } from './route';
import { thickness } from './strands';

export const layered: LayOut = (topology, sizes, strands, labels, keep) => {
  const ordering = keep(topology.key, () => orderingOf(topology));
  const gapOf = labelGaps(topology, ordering.layer, labels);
  const widest = new Map<number, number>();
  labels.forEach(({ width }, nth) => {
    const gap = gapOf[nth] ?? -1;
    widest.set(gap, Math.max(widest.get(gap) ?? 0, width));
  });
  const arrangement = arrange(
    topology,
    ordering,
    sizes,
    strands.map((own) => ({
      thickness: thickness(own),
      sourcePort: mean(own.map(({ sourcePort }) => sourcePort)),
      targetPort: mean(own.map(({ targetPort }) => targetPort)),
    })),
    (layer) => Math.max(gaps.layers, (widest.get(layer) ?? 0) + 2 * gaps.labelSide),
  );
  const routed = routes(topology, arrangement, strands, labels, gapOf);
  let top = 0;
  let bottom = 0;
  let right = 0;
  for (const box of [...arrangement.boxes, ...routed.labels.values()]) {
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
    direction: 'right',
    method: arrangement.method,
    boxes: arrangement.boxes,
    paths: routed.paths.map((own) =>
      own.map((way) => ({ path: (dx, dy) => pathOf(way, dx, dy), tip: way.tip, heading: 'right' })),
    ),
    labels: routed.labels,
    extent: { left: 0, top, right, bottom },
    margin: gaps.margin,
  };
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
