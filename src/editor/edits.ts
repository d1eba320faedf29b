// Text and places: offsets from positions and back, and edits applied to a string.

import { at, type Position, type TextEdit } from '../core';

/** The offsets at which lines start. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** The offset of a place, kept inside the text. */
export function offsetOf(text: string, starts: readonly number[], place: Position): number {
  const start = starts[place.line];
  if (start === undefined) return text.length;
  const next = starts[place.line + 1];
  const end = next === undefined ? text.length : next - 1;
  return Math.min(start + Math.max(place.column, 0), end);
}

export function positionOf(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return at(low, offset - (starts[low] ?? 0));
}

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
