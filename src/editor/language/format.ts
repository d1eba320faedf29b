// Formats a Dockerfile without ever changing what it means: the language service proposes, the model decides.

import type { Build, TextEdit } from '../../core';
import { applyEdits } from '../edits';
import { lineStarts, offsetOf } from '../places';
import { before } from '../elements';
import { meaningOf } from './meaning';

export interface Formatted {
  readonly edits: readonly TextEdit[];
  /** Edits left out, as they would have changed what the file means. */
  readonly refused: number;
}

/** Characters read in all while looking for what changes the meaning: about two seconds. */
const MOST_READ = 2_000_000;

/** The edits instruction by instruction, and at last those between instructions. */
function byInstruction(edits: readonly TextEdit[], build: Build): readonly (readonly TextEdit[])[] {
  const rest = new Set(edits);
  const groups = build.file.instructions.map(({ span }) => {
    const mine = [...rest].filter((edit) => !before(edit.span.start, span.start) && !before(span.end, edit.span.end));
    for (const edit of mine) rest.delete(edit);
    return mine;
  });
  return [...groups, [...rest]].filter((group) => group.length > 0);
}

/** Those of the proposed edits that together leave the meaning as it is. */
export function keepMeaning(text: string, proposed: readonly TextEdit[], build: (text: string) => Build): Formatted {
  const starts = lineStarts(text);
  const useful = proposed.filter(
    (edit) => text.slice(offsetOf(text, starts, edit.span.start), offsetOf(text, starts, edit.span.end)) !== edit.text,
  );
  if (useful.length === 0) return { edits: [], refused: 0 };
  const now = build(text);
  const meaning = meaningOf(now);
  const kept: TextEdit[] = [];
  let read = 0;
  // Halves are tried until what changes the meaning is alone: that keeps its own layout, all else is formatted.
  const sift = (groups: readonly (readonly TextEdit[])[]): void => {
    const edits = groups.flat();
    if (edits.length === 0 || read > MOST_READ) return;
    read += text.length;
    if (meaningOf(build(applyEdits(text, [...kept, ...edits]))) === meaning) {
      kept.push(...edits);
    } else if (groups.length > 1) {
      sift(groups.slice(0, groups.length >> 1));
      sift(groups.slice(groups.length >> 1));
    }
  };
  sift(byInstruction(useful, now));
  return { edits: kept, refused: useful.length - kept.length };
}
