// Positions in the Dockerfile's text, the one coordinate system of the house.
// Always 0-based line and 0-based column in UTF-16 code units, as editors count; a line ends at LF or CRLF.

declare const position: unique symbol;

/** A place in the text. Made by `at`, so that a bare `{ line, column }` of another origin is not mistaken for one. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly [position]?: 'Position';
}

/** From `start` up to, not including, `end`. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

export const at = (line: number, column: number): Position => ({ line, column });

export const span = (start: Position, end: Position): Span => ({ start, end });

/** Replaces what lies in `span` by `text`. Edits of one fix never overlap and refer to the text before any of them. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}
