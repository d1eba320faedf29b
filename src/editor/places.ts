// Text and places: offsets from positions and back.

import { at, type Position } from '../core';

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
