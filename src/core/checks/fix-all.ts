// All fixes of one rule at once, and what a text becomes under edits. Edits refer to the text before any of them.

import type { Position, TextEdit } from '../text';
import type { Problem } from './problem';

const compare = (a: Position, b: Position): number => a.line - b.line || a.column - b.column;

const order = (a: TextEdit, b: TextEdit): number =>
  compare(a.span.start, b.span.start) || compare(a.span.end, b.span.end);

/** Edits of every problem of the rule, in order. An edit that overlaps one before it is left out; two at one point are kept in order. */
export function fixAll(problems: readonly Problem[], rule: string): TextEdit[] {
  const edits = problems.flatMap((problem) => (problem.rule === rule ? (problem.fix?.edits ?? []) : [])).sort(order);
  const kept: TextEdit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    const same = last && order(last, edit) === 0 && last.text === edit.text;
    if (!same && (!last || compare(last.span.end, edit.span.start) <= 0)) kept.push(edit);
  }
  return kept;
}

/** Where each line starts in the text. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The text with the edits made. Throws when a span lies outside the text or two overlap, as then a fix is wrong. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(text);
  const offset = ({ line, column }: Position): number => {
    const start = starts[line];
    if (start === undefined || start + column > text.length)
      throw new RangeError(`no place ${line}:${column} in the text`);
    return start + column;
  };
  let made = '';
  let end = 0;
  for (const edit of [...edits].sort(order)) {
    const start = offset(edit.span.start);
    if (start < end) throw new RangeError('edits overlap');
    made += text.slice(end, start) + edit.text;
    end = offset(edit.span.end);
  }
  return made + text.slice(end);
}
