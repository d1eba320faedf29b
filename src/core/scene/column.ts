// Scene, steps 5 to 7 for a picture that reads down: one column in the order of the file, images above the stage that
// takes from them first. FROM is an arrow to the next box, or a way on the left; what is carried or mounted leaves its
// row to the right and comes back in at the row that takes it. Labels stand between the boxes, so nothing can overlap.

import { around, lanes } from './gutter';
import { labelKey } from './label-text';
import type { LayOut, Routed } from './layout';
import { arrow, column as m } from './measures';
import type { Box } from './scene';
import { strandGap, thickness } from './strands';
import type { Strand } from './strands';
import { stack } from './stack';

/** Widest bundle of the strands of one ribbon. */
const bundleUpTo = 24;
/** A row that takes and gives: what leaves it does so below what arrives. */
const below = 9;
const carries = ({ kind }: Strand): boolean => kind === 'copy' || kind === 'external';
const isBase = ({ links }: Strand): boolean => links.some(({ kind }) => kind === 'base');

interface Bundled {
  readonly trunk: number;
  /** Positions in the strands of the trunk. */
  readonly own: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly thickness: number;
}

export const columnar: LayOut = (topology, sizes, strands, labels) => {
  const { boxes, labelBoxes, nextTo } = stack(topology, sizes, labels);
  const boxOf = (node: number): Box => boxes[node] ?? { x: 0, y: 0, width: 0, height: 0 };

  const taking = new Map<number, number[]>();
  strands.forEach((own, trunk) => {
    const target = topology.trunks[trunk]?.target ?? 0;
    const ports = taking.get(target) ?? [];
    taking.set(target, ports);
    for (const strand of own) if (!isBase(strand)) ports.push(strand.targetPort);
  });
  const leaves = (trunk: number, { sourcePort }: Strand): number => {
    const source = topology.trunks[trunk]?.source ?? 0;
    const meets = (taking.get(source) ?? []).some((port) => Math.abs(port - sourcePort) < below);
    return boxOf(source).y + sourcePort + (meets ? below : 0);
  };
  const arrives = (trunk: number, { targetPort }: Strand): number =>
    boxOf(topology.trunks[trunk]?.target ?? 0).y + targetPort;

  // What goes on the right: a ribbon's strands together, every mount by itself.
  const right = strands.flatMap((own, trunk): Bundled[] => {
    const beside = own.flatMap((strand, nth) => (isBase(strand) ? [] : [nth]));
    const ribbon = beside.filter((nth) => own[nth] && carries(own[nth]));
    const groups = [ribbon, ...beside.filter((nth) => !ribbon.includes(nth)).map((nth) => [nth])];
    return groups
      .filter((group) => group.length > 0)
      .map((group) => {
        const some = group.flatMap((nth) => own[nth] ?? []);
        return {
          trunk,
          own: group,
          top: Math.min(...some.map((strand) => leaves(trunk, strand))),
          bottom: Math.max(...some.map((strand) => arrives(trunk, strand))),
          thickness: Math.min(bundleUpTo, thickness(some)),
        };
      });
  });
  // What goes on the left: the FROMs of one origin that are not next to it share a way, like branches of a tree.
  const farther = new Map<number, { top: number; bottom: number; thickness: number }>();
  topology.trunks.forEach(({ source, target }, trunk) => {
    if (nextTo(source, target)) return;
    for (const strand of strands[trunk] ?? []) {
      if (!isBase(strand)) continue;
      const top = boxOf(source).y + strand.sourcePort;
      const known = farther.get(source);
      const bottom = Math.max(known?.bottom ?? 0, arrives(trunk, strand));
      farther.set(source, { top, bottom, thickness: strand.width });
    }
  });
  const rightLanes = lanes(right);
  const leftLanes = lanes([...farther.values()]);
  const leftOf = new Map([...farther.keys()].map((source, nth) => [source, -(leftLanes.centres[nth] ?? 0)]));

  const paths = strands.map((own): Routed[] => new Array<Routed>(own.length));
  topology.trunks.forEach(({ source, target }, trunk) => {
    const from = boxOf(source);
    const to = boxOf(target);
    strands[trunk]?.forEach((strand, nth) => {
      if (!isBase(strand)) return;
      const ways = paths[trunk];
      if (!ways) return;
      if (nextTo(source, target)) {
        const start = from.y + from.height;
        ways[nth] = {
          path: (dx, dy) => `M${m.down + dx} ${start + dy}L${m.down + dx} ${to.y - arrow + dy}`,
          tip: { x: m.down, y: to.y },
          heading: 'down',
        };
        return;
      }
      const start = { x: from.x, y: from.y + strand.sourcePort };
      const end = { x: to.x - arrow, y: to.y + strand.targetPort };
      const x = leftOf.get(source) ?? -m.side;
      ways[nth] = {
        path: (dx, dy) => around(start, x, end, dx, dy),
        tip: { x: to.x, y: end.y },
        heading: 'right',
      };
    });
  });
  right.forEach(({ trunk, own, thickness: room }, nth) => {
    const ways = paths[trunk];
    const centre = m.width + (rightLanes.centres[nth] ?? 0);
    const { source, target } = topology.trunks[trunk] ?? { source: 0, target: 0 };
    const [from, to] = [boxOf(source), boxOf(target)];
    const some = own.flatMap((at) => {
      const strand = strands[trunk]?.[at];
      return strand ? [{ at, strand, start: leaves(trunk, strand), end: arrives(trunk, strand) }] : [];
    });
    // The longest way outside, so that those of one ribbon do not cross where they need not.
    some.sort((a, b) => a.end - a.start - b.end + b.start || a.at - b.at);
    const together = Math.min(1, room / thickness(some.map(({ strand }) => strand)));
    let offset = -room / 2;
    for (const { at, strand, start, end } of some) {
      const x = centre + offset + (strand.width * together) / 2;
      offset += (strand.width + strandGap) * together;
      if (!ways) continue;
      const out = { x: from.x + from.width, y: start };
      const back = { x: to.x + to.width + arrow, y: end };
      ways[at] = {
        path: (dx, dy) => around(out, x, back, dx, dy),
        tip: { x: to.x + to.width, y: end },
        heading: 'left',
      };
    }
  });
  let bottom = 0;
  for (const box of boxes) bottom = Math.max(bottom, box.y + box.height);
  const labelMap = new Map(
    labels.flatMap(({ trunk, kind }, nth): [number, Box][] => {
      const box = labelBoxes[nth];
      return box ? [[labelKey(trunk, kind), box]] : [];
    }),
  );
  return {
    direction: 'down',
    method: 'column',
    boxes,
    paths,
    labels: labelMap,
    extent: { left: -leftLanes.reach, top: 0, right: m.width + rightLanes.reach, bottom },
    margin: m.margin,
  };
};
