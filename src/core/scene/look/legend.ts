// Look: the legend, only of what the scene shows, as marks in a strip that wraps at the width it is given.

import type { Say } from '../../options';
import type { Edge, Scene } from '../scene';
import { textWidth } from '../text-width';
import { edgeMarks } from './edge-marks';
import { hatching, path, rect, text } from './mark';
import type { Mark } from './mark';

/** A group of marks with the class that paints them. */
export interface LegendItem {
  readonly class: string;
  readonly marks: readonly Mark[];
  readonly x: number;
  readonly y: number;
}

export interface Legend {
  readonly items: readonly LegendItem[];
  readonly width: number;
  readonly height: number;
}

const sample = 30;
const line = 22;

/** Said in full, and where a line has no room for that. */
const words: Readonly<Record<Edge['kind'], readonly [full: string, short: string]>> = {
  from: ['FROM', 'FROM'],
  copy: ['COPY --from, wider is more bytes', 'COPY --from'],
  external: ['COPY --from an image outside', 'from outside'],
  mount: ['RUN --mount, not carried', 'RUN --mount'],
  missing: ['no such origin', 'no origin'],
};

const sampleEdge = (kind: Edge['kind']): Mark[] =>
  edgeMarks({
    key: kind,
    id: 'base:0',
    links: [],
    kind,
    from: 'stage:0',
    to: 'stage:0',
    path: `M0 11L${sample - 10} 11`,
    tip: { x: sample, y: 11 },
    heading: 'right',
    width: kind === 'from' ? 5 : kind === 'copy' || kind === 'external' ? 9 : 2,
    unknown: false,
    label: null,
    dimmed: false,
  });

const widthOf = (said: string): number => sample + 8 + textWidth(said, 'sans', 11.5);

/** `maxWidth` in pixels: where it wraps; items that are wider are said in short. */
export function legend(scene: Scene, maxWidth: number, say: Say = (english) => english): Legend {
  const kinds = new Set(scene.edges.map(({ kind }) => kind));
  const parts: { class: string; marks: Mark[]; words: string }[] = [];
  for (const kind of ['from', 'copy', 'external', 'mount', 'missing'] as const) {
    const [full, short] = words[kind].map(say) as [string, string];
    const fits = widthOf(full) <= maxWidth;
    if (kinds.has(kind)) parts.push({ class: `edge ${kind}`, marks: sampleEdge(kind), words: fits ? full : short });
  }
  if (scene.cards.some(({ fate }) => fate === 'left-behind')) {
    const marks = [rect('left-ground', 0, 4, sample, 14, 3), path('hatch', hatching(1, 5, sample - 2, 12, 7))];
    parts.push({ class: '', marks, words: say('left behind') });
  }
  if (scene.cards.some(({ fate }) => fate === 'not-built')) {
    parts.push({ class: 'unbuilt', marks: [rect('box', 0.5, 4.5, sample - 1, 13, 3)], words: say('not built') });
  }
  let x = 0;
  let y = 0;
  let right = 0;
  const items = parts.map((part): LegendItem => {
    const width = widthOf(part.words);
    if (x > 0 && x + width > maxWidth) {
      x = 0;
      y += line;
    }
    const item = { class: part.class, marks: [...part.marks, text('l s', sample + 8, 15, part.words)], x, y };
    right = Math.max(right, x + width);
    x += Math.ceil(width) + 22;
    return item;
  });
  return { items, width: Math.ceil(right), height: items.length > 0 ? y + line : 0 };
}
