// Scene, bands: the strip of layers → bands below each other. A way that goes on in the next band leaves the last layer
// level, turns down behind the labels, runs back between the bands and comes in again from the left. Each has a track of
// its own; the topmost turns outermost and comes in innermost, so turning itself crosses nothing.

import type { Piece } from '../curve';
import { labelKey } from '../label-text';
import type { Strip } from '../layered';
import { inOneRow } from '../layered';
import type { Layout, Routed } from '../layout';
import { gaps } from '../measures';
import type { Box, Point } from '../scene';
import { rounded } from './rounded';
import type { Bend } from './rounded';

/** Free room between tracks, and between the outermost ones and the boxes. */
const trackGap = 8;
const side = 26;

/** A strand, or strands that share a way, where they turn from one band into the next. */
interface Turn {
  readonly key: string;
  readonly width: number;
  readonly out: number;
  /** Distance of its track from the outermost edge of all, set once all are known. */
  track: number;
}

interface Band {
  readonly first: number;
  readonly last: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** What moves the band from the strip to its place. */
  dx: number;
  dy: number;
  readonly turns: Map<string, Turn>;
  /** Width of all tracks that leave it. */
  tracks: number;
}

/** Strands that share a way have one key, that of the trunk whose way it is. */
const keyOf = ({ ordering: { shared } }: Strip, trunk: number, nth: number): string =>
  `${shared[trunk] ?? trunk}.${nth}`;

const gapByLabel = ({ drafts, gapOf }: Strip): ReadonlyMap<number, number> =>
  new Map(drafts.map(({ trunk, kind }, nth) => [labelKey(trunk, kind), gapOf[nth] ?? 0]));

function bandsOf(strip: Strip): Band[] {
  const labelGap = gapByLabel(strip);
  const { ordering, arrangement, ways, strands, gapWidth } = strip;
  const { starts } = ordering;
  const { columns, layer, boxes, lanes } = arrangement;
  const bands = starts.map((first, nth): Band => {
    const last = (starts[nth + 1] ?? columns.length) - 1;
    const left = columns[first]?.left ?? 0;
    const end = columns[last]?.right ?? left;
    const right = nth + 1 < starts.length ? end + gapWidth(last) - gaps.layers / 2 : end;
    return {
      first,
      last,
      left,
      right,
      top: Infinity,
      bottom: -Infinity,
      dx: -left,
      dy: 0,
      turns: new Map(),
      tracks: 0,
    };
  });
  const bandAt: number[] = columns.map((_, at) => bands.findIndex(({ first, last }) => first <= at && at <= last));
  const reach = (at: number, top: number, bottom: number): void => {
    const band = bands[bandAt[at] ?? 0];
    if (!band) return;
    band.top = Math.min(band.top, top);
    band.bottom = Math.max(band.bottom, bottom);
  };
  boxes.forEach(({ y, height }, node) => {
    reach(layer[node] ?? 0, y, y + height);
  });
  for (const [key, { y, height }] of strip.labels) reach(labelGap.get(key) ?? 0, y, y + height);
  ways.forEach((own, trunk) => {
    own.forEach(({ first, pieces }, nth) => {
      const half = (strands[trunk]?.[nth]?.width ?? 0) / 2;
      pieces.forEach((piece, at) => {
        const gap = first + Math.min(at, lanes[trunk]?.length ?? 0);
        reach(gap, piece.from.y - half, piece.from.y + half);
        const band = bands[bandAt[gap] ?? 0];
        if (band?.last !== gap || gap + 1 >= columns.length) return;
        const key = keyOf(strip, trunk, nth);
        if (!band.turns.has(key)) band.turns.set(key, { key, width: 2 * half, out: piece.from.y, track: 0 });
      });
    });
  });
  return bands;
}

/** Bands below each other, the tracks between them; returns the boxes, ways and labels where they are now. */
export function inBands(strip: Strip): Pick<Layout, 'boxes' | 'paths' | 'labels' | 'extent'> {
  if (strip.ordering.starts.length < 2) return inOneRow(strip);
  const { arrangement, ways, labels } = strip;
  const labelGap = gapByLabel(strip);
  const { layer, boxes, lanes } = arrangement;
  const bands = bandsOf(strip);
  let y = 0;
  for (const band of bands) {
    for (const turn of [...band.turns.values()].sort((a, b) => a.out - b.out || (a.key < b.key ? -1 : 1))) {
      turn.track = band.tracks + turn.width / 2;
      band.tracks += turn.width + trackGap;
    }
    band.tracks = Math.max(0, band.tracks - trackGap);
    band.dy = y - band.top;
    y += band.bottom - band.top + 2 * side + band.tracks;
  }
  const bandOf = (at: number): Band | undefined => bands.find(({ first, last }) => first <= at && at <= last);
  const moved = (point: Point, at: number): Point => {
    const band = bandOf(at);
    return { x: point.x + (band?.dx ?? 0), y: point.y + (band?.dy ?? 0) };
  };
  const movedBox = (box: Box, at: number): Box => ({ ...box, ...moved(box, at) });

  const paths = ways.map((own, trunk) =>
    own.map((way, nth): Routed => {
      const across = lanes[trunk]?.length ?? 0;
      const last = way.first + across;
      // Stretches of level lines and curves, a corner line between two bands.
      const runs: Bend[] = [];
      let pieces: Piece[] = [];
      way.pieces.forEach((piece, at) => {
        const gap = way.first + Math.min(at, across);
        const band = bandOf(gap);
        const next = bandOf(gap + 1);
        if (!band || !next || band === next) {
          pieces.push({ from: moved(piece.from, gap), to: moved(piece.to, gap) });
          return;
        }
        const track = band.turns.get(keyOf(strip, trunk, nth))?.track ?? 0;
        const outside = band.right + band.dx + side + band.tracks - track;
        const between = band.bottom + band.dy + side + band.tracks - track;
        const inside = -side - track;
        const from = moved(piece.from, gap);
        const to = moved(piece.to, gap + 1);
        runs.push({
          pieces,
          end: from,
          corners: [
            { x: outside, y: from.y },
            { x: outside, y: between },
            { x: inside, y: between },
            { x: inside, y: to.y },
            to,
          ],
        });
        pieces = [];
      });
      return {
        path: (dx, dy) => rounded(moved(way.start, way.first), runs, { pieces, end: moved(way.end, last + 1) }, dx, dy),
        tip: moved(way.tip, last + 1),
        heading: 'right',
      };
    }),
  );
  const outer = Math.max(0, ...bands.map(({ tracks }) => tracks));
  return {
    boxes: boxes.map((box, node) => movedBox(box, layer[node] ?? 0)),
    paths,
    labels: new Map([...labels].map(([key, box]) => [key, movedBox(box, labelGap.get(key) ?? 0)])),
    extent: {
      left: -side - outer,
      top: 0,
      right: Math.max(...bands.map(({ right, dx, tracks }) => right + dx + (tracks > 0 ? side + tracks : 0))),
      bottom: y - 2 * side - (bands.at(-1)?.tracks ?? 0),
    },
  };
}
