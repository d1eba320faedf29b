// Scene, step 6: Arrangement → the paths of edges and, with `place-labels`, their labels. A strand leaves its row level
// to the edge of its layer, curves across the gap, runs level through its lane, and arrives level at the row that takes.

import type { Arrangement } from './arrange';
import type { Piece, Way } from './curve';
import { labelKey } from './label-text';
import type { LabelDraft } from './label-text';
import { arrow } from './measures';
import { placeLabels } from './place-labels';
import type { Crossing, Wanted } from './place-labels';
import type { Box, Point } from './scene';
import { strandGap, thickness } from './strands';
import type { Strand } from './strands';
import type { Topology } from './topology';

export interface WayTo extends Way {
  readonly tip: Point;
  /** The layer it leaves; its first piece crosses the gap behind that one, each next piece the next gap. */
  readonly first: number;
}

/** The gap in which each label stands: the one before its trunk's target or behind its source, whichever has fewer. */
export function labelGaps(topology: Topology, layer: readonly number[], labels: readonly LabelDraft[]): number[] {
  const count = new Map<number, number>();
  return labels.map(({ trunk }) => {
    const { source, target } = topology.trunks[trunk] ?? { source: 0, target: 0 };
    const first = layer[source] ?? 0;
    const last = (layer[target] ?? 1) - 1;
    const gap = (count.get(first) ?? 0) < (count.get(last) ?? 0) ? first : last;
    count.set(gap, (count.get(gap) ?? 0) + 1);
    return gap;
  });
}

function route(
  strand: Strand,
  offset: number,
  waist: number | null,
  from: Box,
  to: Box,
  lanes: readonly number[],
  layers: Arrangement['columns'],
): Way {
  const start = { x: from.x + from.width, y: from.y + strand.sourcePort };
  const end = { x: to.x - arrow, y: to.y + strand.targetPort };
  const pieces: Piece[] = [];
  let y = start.y;
  lanes.forEach((lane, nth) => {
    const left = layers[nth]?.right ?? start.x;
    const right = layers[nth + 1]?.left ?? left;
    pieces.push({ from: { x: left, y }, to: { x: right, y: lane + offset } });
    y = lane + offset;
  });
  const left = layers[lanes.length]?.right ?? start.x;
  if (waist === null) pieces.push({ from: { x: left, y }, to: end });
  else {
    const middle = { x: (left + end.x) / 2, y: waist + offset };
    pieces.push({ from: { x: left, y }, to: middle }, { from: middle, to: end });
  }
  return { start, pieces, end };
}

/** Widest waist of a ribbon of several strands. */
const waistUpTo = 30;

const carries = ({ kind }: Strand): boolean => kind === 'copy' || kind === 'external';

/** The first layer, and those up to the last as one: a trunk above everything runs level from one to the other. */
function passedAbove(columns: Arrangement['columns'], first: number, last: number): Arrangement['columns'] {
  const [from, next, end] = [columns[first], columns[first + 1], columns[last]];
  return from && next && end ? [from, { left: next.left, right: end.right }] : [];
}

/** Ways by trunk and strand, and the box of every label by its key. */
export function routes(
  topology: Topology,
  arrangement: Arrangement,
  strands: readonly (readonly Strand[])[],
  labels: readonly LabelDraft[],
  gapOf: readonly number[],
  ends: ReadonlySet<number>,
): { readonly paths: WayTo[][]; readonly labels: Map<number, Box> } {
  const { method, layer } = arrangement;
  const crossings = arrangement.columns.map((): Crossing[] => []);
  const paths = topology.trunks.map(({ source, target }, trunk): WayTo[] => {
    const from = arrangement.boxes[source];
    const to = arrangement.boxes[target];
    const own = strands[trunk] ?? [];
    const lanes = arrangement.lanes[trunk] ?? [];
    if (!from || !to) return [];
    const first = layer[source] ?? 0;
    const last = (layer[target] ?? 1) - 1;
    const columns =
      method === 'lanes'
        ? passedAbove(arrangement.columns, first, last)
        : arrangement.columns.slice(first, first + lanes.length + 2);
    const ribbon = own.filter(carries);
    const middle =
      ribbon.reduce((sum, s) => sum + from.y + s.sourcePort + to.y + s.targetPort, 0) / (2 * ribbon.length);
    let offset = -thickness(own) / 2;
    // Many strands flow together at the waist, a few run side by side.
    const together = Math.min(1, waistUpTo / thickness(ribbon));
    let ribbonOffset = -thickness(ribbon) / 2;
    return own.map((strand): WayTo => {
      const tied = lanes.length === 0 && carries(strand) && ribbon.length > 1 && !ends.has(first);
      const at = tied ? (ribbonOffset + strand.width / 2) * together : offset + strand.width / 2;
      offset += strand.width + strandGap;
      if (carries(strand)) ribbonOffset += strand.width + strandGap;
      const owner = strand.kind === 'from' ? -1 : labelKey(trunk, strand.kind === 'mount' ? 'mount' : 'copy');
      const { start, pieces, end } = route(strand, at, tied ? middle : null, from, to, lanes, columns);
      pieces.forEach((piece, nth) => {
        const gap = method === 'lanes' && nth > 0 ? last : first + Math.min(nth, lanes.length);
        // Where a band ends, a way runs level past the labels and turns behind them.
        const level = { from: piece.from, to: { x: piece.to.x, y: piece.from.y } };
        crossings[gap]?.push({ owner, piece: ends.has(gap) ? level : piece, half: strand.width / 2 });
      });
      return { start, pieces, end, tip: { x: to.x, y: end.y }, first };
    });
  });

  const wanted = arrangement.columns.map((): Wanted[] => []);
  labels.forEach(({ trunk, kind, width, height }, nth) => {
    wanted[gapOf[nth] ?? -1]?.push({ owner: labelKey(trunk, kind), width, height });
  });
  const boxes = new Map<number, Box>();
  wanted.forEach((some, gap) => {
    const left = arrangement.columns[gap]?.right ?? 0;
    const right = arrangement.columns[gap + 1]?.left ?? left;
    if (some.length === 0) return;
    for (const [owner, box] of placeLabels(left, right, crossings[gap] ?? [], some)) boxes.set(owner, box);
  });
  return { paths, labels: boxes };
}
