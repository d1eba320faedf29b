// What a completion is, and what it is asked about.

import type { Analysis, Position, Span } from '../../../core';
import type { Knowledge } from '../../knowledge';

export interface Completion {
  readonly label: string;
  /** Beside the label: `3.8 MB to pull`. */
  readonly detail: string;
  readonly documentation?: string;
  readonly insert: string;
  /** `insert` holds `$1`-like stops. */
  readonly snippet?: boolean;
  readonly kind: 'image' | 'tag' | 'stage' | 'path' | 'variable' | 'option' | 'flag' | 'keyword' | 'directive';
  readonly replace: Span;
  /** What comes next: the list again behind `=`, or a colon and the tags behind an image. */
  readonly next?: 'list' | 'tag';
}

export interface Asked {
  readonly analysis: Analysis | null;
  readonly site: Site;
  readonly knowledge: Knowledge;
}

/** Where the caret is, as far as the text before it tells. */
export interface Site {
  readonly position: Position;
  /** Upper case; `null` where an instruction may start. */
  readonly keyword: string | null;
  /** Everything from behind the keyword to the caret on one line; from the line's start without a keyword. */
  readonly before: string;
  /** The last word of `before`: what is being typed. */
  readonly word: string;
  /** What stands behind the caret on its line. */
  readonly after: string;
  readonly where: 'instruction' | 'comment' | 'heredoc';
  /** Directives are obeyed here. */
  readonly top: boolean;
}

/** The span of the last `length` characters before the caret. */
export const typed = (site: Site, length: number): Span => ({
  start: { line: site.position.line, column: Math.max(0, site.position.column - length) },
  end: site.position,
});
