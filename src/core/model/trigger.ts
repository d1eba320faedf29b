// Model, phase `bases`: an ONBUILD line as the stage built on it reads it. In: the text the image keeps and the instruction inside the
// ONBUILD. Out: the instruction to carry out, placed where it is written. Throws a Refusal. Follows BuildKit's initOnBuildTriggers:
// the text is parsed again as a file of its own, so the escape directive of the Dockerfile does not hold for it.

import { readFile } from '../parse/file';
import type { Flag, Instruction, Word } from '../parse/instruction';
import { Refusal } from './refusal';

/** Read twice only where the second reading, with the usual escape, may differ. */
export function readTrigger(text: string, written: Instruction, escape: '\\' | '`'): Instruction {
  if (escape === '\\' || !/[\\`]/.test(text)) return written;
  const file = readFile(text, null);
  const { faults, instructions } = file.literal ?? file;
  const [fault] = faults;
  if (fault) throw new Refusal(fault.message);
  const [only] = instructions;
  if (!only || instructions.length > 1) throw new Refusal('onbuild trigger should be a single expression');
  return placed(only, written);
}

/** What a trigger says has no places of its own in the Dockerfile: all are those of the instruction it was. */
function placed(read: Instruction, { index, span, lines, keywordSpan, restSpan, comments }: Instruction): Instruction {
  return {
    ...read,
    index,
    span,
    lines,
    keywordSpan,
    restSpan,
    comments,
    emptyContinuation: null,
    flags: read.flags.map((flag): Flag => ({ ...flag, span, valueSpan: null })),
    words: read.words.map((word): Word => ({ ...word, span: restSpan })),
    heredocs: read.heredocs.map((heredoc) => ({ ...heredoc, bodySpan: restSpan, markSpan: restSpan })),
  };
}
