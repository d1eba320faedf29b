// Scene, for a picture that reads down: boxes and labels, one below the other. Stages come in the order of the file;
// above each the images and missing origins it is the first to take from: its base on the left, others on the right,
// where their ways begin. Labels stand in the gaps, flush right, so that arrows on the left run free.

import type { Measured } from './arrange';
import type { LabelDraft } from './label-text';
import { column as m } from './measures';
import type { Box } from './scene';
import type { Topology } from './topology';

export interface Stack {
  /** By node. */
  readonly boxes: readonly Box[];
  /** By label. */
  readonly labelBoxes: readonly Box[];
  /** Whether nothing stands in the way of an arrow straight down from one to the other. */
  readonly nextTo: (source: number, target: number) => boolean;
}

/** Free room above, between and below labels. */
const around = 12;

/** Rows of boxes, top to bottom. */
function rowsOf({ nodes, trunks }: Topology, sizes: readonly Measured[], bases: ReadonlySet<number>): number[][] {
  const width = (node: number): number => sizes[node]?.width ?? 0;
  const firstTaker = new Map<number, number>();
  const ownBase = new Map<number, number>();
  const givers = new Set<number>();
  for (const { source, target, links } of trunks) {
    firstTaker.set(source, Math.min(firstTaker.get(source) ?? Infinity, target));
    for (const { kind } of links) {
      if (kind === 'base') ownBase.set(target, source);
      else givers.add(source);
    }
  }
  const above = new Map<number, number[]>();
  for (const { index, kind } of nodes) {
    const taker = firstTaker.get(index);
    if (kind === 'stage' || taker === undefined) continue;
    const others = above.get(taker);
    if (others) others.push(index);
    else above.set(taker, [index]);
  }
  const rows: number[][] = [];
  for (const { index, kind } of nodes) {
    if (kind !== 'stage') continue;
    const own = above.get(index) ?? [];
    const others = own.filter((node) => !bases.has(node));
    // The stage's own base is the last, next to the card.
    const left = own.filter((node) => bases.has(node) && node !== ownBase.get(index));
    const base = ownBase.get(index);
    if (base !== undefined && own.includes(base)) left.push(base);
    const last = left.at(-1);
    const beside =
      last !== undefined && !givers.has(last)
        ? others.find((node) => width(node) + width(last) + m.beside <= m.width)
        : undefined;
    for (const node of [...others.filter((node) => node !== beside), ...left.slice(0, -1)]) rows.push([node]);
    if (last !== undefined) rows.push(beside === undefined ? [last] : [last, beside]);
    rows.push([index]);
  }
  return rows;
}

/** What some stage starts from: it stands on the left, above the stage. */
const basesOf = ({ trunks }: Topology): Set<number> =>
  new Set(trunks.filter(({ links }) => links.some(({ kind }) => kind === 'base')).map(({ source }) => source));

export function stack(topology: Topology, sizes: readonly Measured[], labels: readonly LabelDraft[]): Stack {
  const bases = basesOf(topology);
  const rows = rowsOf(topology, sizes, bases);
  const rowOf = new Map(rows.flatMap((row, at) => row.map((node): [number, number] => [node, at])));

  // A label stands above the row that takes or below the one that gives, whichever gap holds fewer.
  const above = rows.map((): number[] => []);
  labels.forEach(({ trunk }, nth) => {
    const { source, target } = topology.trunks[trunk] ?? { source: 0, target: 0 };
    const giving = above[(rowOf.get(source) ?? 0) + 1];
    const taking = above[rowOf.get(target) ?? 0];
    if (giving && taking) (giving.length < taking.length ? giving : taking).push(nth);
  });

  const boxes: Box[] = topology.nodes.map(() => ({ x: 0, y: 0, width: 0, height: 0 }));
  const labelBoxes: Box[] = labels.map(() => ({ x: 0, y: 0, width: 0, height: 0 }));
  let y = 0;
  rows.forEach((row, at) => {
    const own = above[at] ?? [];
    let labelled = y + around;
    for (const nth of own) {
      const { width, height } = labels[nth] ?? { width: 0, height: 0 };
      labelBoxes[nth] = { x: m.width - width, y: labelled, width, height };
      labelled += height + around;
    }
    if (at > 0) y = Math.max(y + m.gap, own.length > 0 ? labelled : 0);
    let height = 0;
    row.forEach((node) => {
      const size = sizes[node] ?? { width: 0, height: 0 };
      const left = topology.nodes[node]?.kind === 'stage' || bases.has(node);
      boxes[node] = { x: left ? 0 : m.width - size.width, y, ...size };
      height = Math.max(height, size.height);
    });
    y += height;
  });

  const nextTo = (source: number, target: number): boolean => {
    const [above, below] = [rowOf.get(source) ?? 0, rowOf.get(target) ?? 0];
    if (below - above > 4) return false;
    return rows.slice(above + 1, below).every((row) => row.every((node) => (boxes[node]?.x ?? 0) > 2 * m.down));
  };
  return { boxes, labelBoxes, nextTo };
}
