// All fixes of one rule at once, and what a text becomes under edits. Edits refer to the text before any of them.

import type { Position, TextEdit } from '../text';
import type { Problem } from './problem';

const compare = (a: Position, b: Position): number => a.line - b.line || a.column - b.column;

const order = (a: TextEdit, b: TextEdit): number =>
  compare(a.span.start, b.span.start) || compare(a.span.end, b.span.end);

const overlap = (a: TextEdit, b: TextEdit): boolean =>
  compare(a.span.start, b.span.end) < 0 && compare(b.span.start, a.span.end) < 0;

const same = (a: TextEdit, b: TextEdit): boolean => order(a, b) === 0 && a.text === b.text;

/**
 * Edits of every problem of the rule, or of every problem, in order; two at one point are kept in theirs. A fix is made
 * whole or not at all: one that touches what an earlier one changes waits for the next time.
 */
export function fixAll(problems: readonly Problem[], rule?: string): TextEdit[] {
  const kept: TextEdit[] = [];
  const byLine = new Map<number, TextEdit[]>();
  const near = ({ span }: TextEdit): TextEdit[] => {
    const found: TextEdit[] = [];
    for (let line = span.start.line; line <= span.end.line; line++) found.push(...(byLine.get(line) ?? []));
    return found;
  };
  for (const problem of problems) {
    if (rule !== undefined && problem.rule !== rule) continue;
    const mine = (problem.fix?.edits ?? []).filter((edit) => !near(edit).some((one) => same(one, edit)));
    if (mine.some((edit) => near(edit).some((one) => overlap(one, edit)))) continue;
    kept.push(...mine);
    for (const edit of mine) {
      for (let line = edit.span.start.line; line <= edit.span.end.line; line++) {
        byLine.set(line, [...(byLine.get(line) ?? []), edit]);
      }
    }
  }
  return kept.sort(order);
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
