// Scene, bands: Topology → the layers of a picture that would be too long or too tall to read in a window, spread and
// broken into bands that read like lines of text. Decided from the shape of the graph alone, with usual sizes for its
// boxes: typing inside an instruction never turns one picture into the other.

import { layering } from '../layers';
import { sharedWays } from '../share';
import type { Topology } from '../topology';
import { imageShare, spread } from './spread';

export interface Plan {
  readonly layer: readonly number[];
  /** The first layer of every band; [0] when there is one. */
  readonly starts: readonly number[];
}

/** Below this many stages there is nothing to gain; whoever chooses a layout by the text's FROMs relies on it. */
export const bandedFrom = 6;
/** A map of more boxes than this is not read at a glance in any shape. */
const upTo = 400;
/** The window pictures are made for: the graph's pane of a laptop, in pixels. */
const frame = { width: 960, height: 560 };
/** Usual sizes with the free room around them. */
const usual = { stage: 380, image: 240, row: 240, lane: 22, turn: 52, track: 15, margin: 48 };
/** From this scale on a picture is read as it is. */
const readable = 0.66;
/** What another shape must gain to be worth being another one. */
const worth = 1.2;
/** What is left of a gain by every turn, and by every column more: both ask for attention. */
const perBand = 0.95;
const perColumn = 0.97;

/** Stages in a column that are tried. */
const heights = [24, 16, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Breaks layers of these widths into `count` bands, the widest as narrow as can be. */
function breaks(widths: readonly number[], count: number): { readonly starts: number[]; readonly width: number } {
  const fill = (width: number): number[] => {
    const starts = [0];
    let used = 0;
    widths.forEach((own, at) => {
      if (used > 0 && used + own > width) {
        starts.push(at);
        used = 0;
      }
      used += own;
    });
    return starts;
  };
  let width = Math.max(...widths, widths.reduce((sum, own) => sum + own, 0) / count);
  while (fill(width).length > count) width *= 1.04;
  const starts = fill(width);
  const of = (nth: number): number => widths.slice(starts[nth], starts[nth + 1]).reduce((sum, own) => sum + own, 0);
  return { starts, width: Math.max(...starts.map((_, nth) => of(nth))) };
}

interface Tried extends Plan {
  readonly scale: number;
  /** The scale, less what its turns cost the eye. */
  readonly value: number;
}

/** The scale at which a picture of these layers in that many bands fills the frame. */
function tried(topology: Topology, layer: readonly number[], counts: readonly number[]): Tried[] {
  const { nodes, trunks } = topology;
  const widths: number[] = [];
  const high: number[] = [];
  const passing = layer.map(() => 0);
  for (const { index, kind } of nodes) {
    const at = layer[index] ?? 0;
    widths[at] = Math.max(widths[at] ?? 0, kind === 'stage' ? usual.stage : usual.image);
    high[at] = (high[at] ?? 0) + (kind === 'stage' ? 1 : imageShare) * usual.row;
  }
  sharedWays(topology, layer).forEach((way, trunk) => {
    const { source, target, links } = trunks[trunk] ?? { source: 0, target: 0, links: [] };
    if (way !== trunk) return;
    const [first, last] = [layer[source] ?? 0, layer[target] ?? 0];
    for (let at = first; at < last; at += 1) {
      passing[at] = (passing[at] ?? 0) + links.length;
      if (at > first) high[at] = (high[at] ?? 0) + usual.lane;
    }
  });
  return counts.map((count) => {
    const { starts, width } = breaks(widths, count);
    const turning = starts.map((start) => (start === 0 ? 0 : usual.turn + usual.track * (passing[start - 1] ?? 0)));
    const height = starts.reduce(
      (sum, start, nth) => sum + (turning[nth] ?? 0) + Math.max(...high.slice(start, starts[nth + 1])),
      0,
    );
    const across = width + usual.margin + 2 * Math.max(...turning);
    const scale = Math.min(1, frame.width / across, frame.height / height);
    return { layer, starts, scale, value: scale * perBand ** (count - 1) };
  });
}

const bandCounts = [1, 2, 3, 4, 5, 6];

export function planOf(topology: Topology): Plan {
  const layer = layering(topology);
  const plain: Plan = { layer, starts: [0] };
  const { nodes } = topology;
  const stages = nodes.filter(({ kind }) => kind === 'stage').length;
  if (stages < bandedFrom || nodes.length > upTo) return plain;
  const columns = (of: readonly number[]): number => of.reduce((most, at) => Math.max(most, at + 1), 0);
  const [now] = tried(topology, layer, [1]);
  if (!now || now.scale >= readable) return plain;
  let best: Tried = { ...now, value: now.value * worth };
  for (const most of heights) {
    if (most > stages) continue;
    const spreadOut = spread(topology, layer, most);
    const kept = perColumn ** (columns(spreadOut) - columns(layer));
    for (const one of tried(topology, spreadOut, bandCounts)) {
      if (one.value * kept > best.value) best = { ...one, value: one.value * kept };
    }
  }
  return { layer: best.layer, starts: best.starts };
}
