// What the component needs of an editing surface, be it the text area or Monaco: the same few verbs, so that
// one can take the other's place without anybody outside noticing.

import type { Position, Span, TextEdit } from '../core';

/** What goes over when one surface takes the other's place. */
export interface Place {
  /** Where the selection began and where the caret is; equal when nothing is selected. */
  readonly anchor: Position;
  readonly caret: Position;
  /** Pixels scrolled from the top. */
  readonly top: number;
  readonly left: number;
  readonly focused: boolean;
}

export interface Surface {
  /** Replaces the whole text as one edit that undo takes back. */
  load(text: string): void;
  /** All edits at once, as one step of undo. They refer to the text before any of them. */
  edit(edits: readonly TextEdit[]): void;
  /** Selects the span's start and scrolls it to view. */
  reveal(span: Span, focus: boolean): void;
  focus(): void;
  place(): Place;
}
