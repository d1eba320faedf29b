// Which lines of the Dockerfile stand on screen: the instruction's own, all of them where they fit, and a few around it. Pure.

import type { CodeRow } from './code-row';

export type Shown = { readonly kind: 'line'; readonly at: number } | { readonly kind: 'gap'; readonly lines: number };

/** Words behind the spaces before them. */
const WORDS = /\s*\S+/g;

/** Rows a line takes where it is broken between words, and inside one only where that is longer than a row. */
export function rowsTaken({ runs, width }: CodeRow, columns: number): number {
  if (width <= columns) return 1;
  const text = runs.map((run) => run.text).join('');
  // Tabs and wide characters take more columns than they are long.
  const widening = width / Math.max(1, text.length);
  let [rows, used] = [1, 0];
  for (const [word] of text.matchAll(WORDS)) {
    const bare = word.trimStart().length * widening;
    used += (word.length - word.trimStart().length) * widening;
    if (used + bare > columns && used > 0) {
      rows += 1;
      used = 0;
    }
    rows += Math.max(0, Math.ceil(bare / columns) - 1);
    used += bare % columns || Math.min(bare, columns);
  }
  return rows;
}

/** `heights`: rows of every line; `own`: first and last line of the instruction, or `null` for the beginning of the file; `room`: rows. */
export function shownLines(heights: readonly number[], own: readonly [number, number] | null, room: number): Shown[] {
  const rowsOf = (at: number): number => heights[at] ?? 1;
  const last = heights.length - 1;
  let [from, to] = own ? [Math.max(0, own[0]), Math.min(last, own[1])] : [0, 0];
  let used = 0;
  for (let at = from; at <= to; at++) used += rowsOf(at);
  if (used > room) return shortened(from, to, rowsOf, room);
  // Above and below in turn, so that the instruction stays near the middle; what one side lacks the other gets.
  let [up, down] = [from > 0, to < last];
  while (up || down) {
    const before = up ? rowsOf(from - 1) : 0;
    if (up && used + before <= room) {
      from -= 1;
      used += before;
    } else up = false;
    const after = down ? rowsOf(to + 1) : 0;
    if (down && used + after <= room) {
      to += 1;
      used += after;
    } else down = false;
    up &&= from > 0;
    down &&= to < last;
  }
  return Array.from({ length: to - from + 1 }, (_, nth): Shown => ({ kind: 'line', at: from + nth }));
}

/** Head and tail of what is too long, with the number of lines left out between. The first and the last line always stand. */
function shortened(from: number, to: number, rowsOf: (at: number) => number, rows: number): Shown[] {
  const head: Shown[] = [{ kind: 'line', at: from }];
  if (from === to) return head;
  let used = rowsOf(from) + 1 + rowsOf(to);
  let next = from + 1;
  while (next < to && used + rowsOf(next) <= rows) {
    used += rowsOf(next);
    head.push({ kind: 'line', at: next });
    next += 1;
  }
  const gap: Shown[] = next < to ? [{ kind: 'gap', lines: to - next }] : [];
  return [...head, ...gap, { kind: 'line', at: to }];
}

/** Text and, at odd places, the beginnings of flags: a line is not to break after their hyphens. */
export const flagsApart = (text: string): string[] => text.split(/(?<![\w-])(-{1,2}[A-Za-z])/);
