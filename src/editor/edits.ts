// Edits applied to a string, and the edit between two.

import type { TextEdit } from '../core';
import { lineStarts, offsetOf } from './places';

/** The text with all edits made; they refer to the text before any of them and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(text);
  const places = edits
    .map((edit, order) => ({
      from: offsetOf(text, starts, edit.span.start),
      to: offsetOf(text, starts, edit.span.end),
      text: edit.text,
      order,
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order);
  let result = '';
  let done = 0;
  for (const edit of places) {
    if (edit.from < done) continue;
    result += text.slice(done, edit.from) + edit.text;
    done = edit.to;
  }
  return result + text.slice(done);
}

/** The smallest single edit that turns one text into the other; `null` when they are equal. */
export function difference(from: string, to: string): { start: number; end: number; text: string } | null {
  if (from === to) return null;
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) start += 1;
  let tail = 0;
  while (tail < most - start && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail))
    tail += 1;
  return { start, end: from.length - tail, text: to.slice(start, to.length - tail) };
}
