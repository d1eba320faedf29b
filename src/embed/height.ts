// How high an embed is, told from its text alone, before anything has been analysed: what stands below never moves.

import type { View } from './options';

const FRAME = 92;
const ROW = 21;

interface Shape {
  readonly stages: number;
  /** Instructions of the longest stage. */
  readonly longest: number;
  /** Rows of all cards; a longer stage folds. */
  readonly rows: number;
  readonly lines: number;
}

function shapeOf(text: string): Shape {
  let stages = 0;
  let own = 0;
  let longest = 0;
  let rows = 0;
  let continued = false;
  const lines = text.trimEnd().split('\n');
  for (const line of lines) {
    const instruction = !continued && /^\s*[a-z]+\s/i.test(line);
    if (instruction && /^\s*from\s/i.test(line)) {
      stages += 1;
      own = 0;
    } else if (instruction) {
      own += 1;
      if (own <= 7) rows += 1;
    }
    longest = Math.max(longest, own);
    continued = /[\\`]\s*$/.test(line) && !/^\s*#/.test(line);
  }
  return { stages, longest, rows, lines: lines.length };
}

const between = (low: number, value: number, high: number): number => Math.round(Math.min(high, Math.max(low, value)));

/** Pixels for the whole embed; in a narrow one the picture reads down. */
export function heightFor(text: string, view: View, steps: boolean, narrow = false): number {
  const { stages, longest, rows, lines } = shapeOf(text);
  const told = steps ? 56 : 0;
  if (view === 'sentence') return (narrow ? 132 : 104) + told;
  if (view === 'layers') return between(160, 120 + 34 * Math.min(longest + 2, 12), 520) + told;
  const graph = narrow
    ? between(230, FRAME + 40 + 190 * stages + 28 * rows, 760)
    : between(230, FRAME + 90 + ROW * Math.min(longest, 14) + 26 * Math.max(0, stages - 3), 520);
  if (view === 'graph') return graph + told;
  return graph + told + between(60, 25 + 20 * Math.min(lines, 24), 510);
}
