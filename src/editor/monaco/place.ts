// Between the house's positions (0-based) and Monaco's (1-based).

import { at, type Position, type Span, type TextEdit } from '../../core';

export interface MonacoRange {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

export const toRange = ({ start, end }: Span): MonacoRange => ({
  startLineNumber: start.line + 1,
  startColumn: start.column + 1,
  endLineNumber: end.line + 1,
  endColumn: end.column + 1,
});

export const toSpan = (range: MonacoRange): Span => ({
  start: at(range.startLineNumber - 1, range.startColumn - 1),
  end: at(range.endLineNumber - 1, range.endColumn - 1),
});

export const toPlace = (position: { readonly lineNumber: number; readonly column: number }): Position =>
  at(position.lineNumber - 1, position.column - 1);

export const fromPlace = (place: Position): { lineNumber: number; column: number } => ({
  lineNumber: place.line + 1,
  column: place.column + 1,
});

export const toEdit = (edit: TextEdit): { range: MonacoRange; text: string } => ({
  range: toRange(edit.span),
  text: edit.text,
});
