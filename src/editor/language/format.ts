// Formats a Dockerfile without ever changing what it means: the language service proposes, the model decides.

import type { Build, TextEdit } from '../../core';
import { applyEdits } from '../edits';
import { before } from '../elements';
import { meaningOf } from './meaning';

export interface Formatted {
  readonly edits: readonly TextEdit[];
  /** Edits left out, as they would have changed what the file means. */
  readonly refused: number;
}

/** Those of the proposed edits that together leave the meaning as it is. */
export function keepMeaning(text: string, proposed: readonly TextEdit[], build: (text: string) => Build): Formatted {
  const useful = proposed.filter((edit) => applyEdits(text, [edit]) !== text);
  if (useful.length === 0) return { edits: [], refused: 0 };
  const now = build(text);
  const meaning = meaningOf(now);
  const holds = (edits: readonly TextEdit[]): boolean => meaningOf(build(applyEdits(text, edits))) === meaning;
  if (holds(useful)) return { edits: useful, refused: 0 };
  // An instruction whose edits change the meaning keeps its own layout; the others are formatted.
  const kept: TextEdit[] = [];
  const rest = new Set(useful);
  for (const { span } of now.file.instructions) {
    const mine = [...rest].filter((edit) => !before(edit.span.start, span.start) && !before(span.end, edit.span.end));
    for (const edit of mine) rest.delete(edit);
    if (mine.length > 0 && holds(mine)) kept.push(...mine);
  }
  const between = [...rest];
  if (between.length > 0 && holds([...kept, ...between])) kept.push(...between);
  return holds(kept) ? { edits: kept, refused: useful.length - kept.length } : { edits: [], refused: useful.length };
}
