// Small edits that fixes are made of. Spans refer to the text before any of them.

import type { Instruction } from '../parse/instruction';
import { at, span, type Span, type TextEdit } from '../text';
import type { View } from './view';

export const replace = (where: Span, text: string): TextEdit => ({ span: where, text });

export const insert = (line: number, column: number, text: string): TextEdit => ({
  span: span(at(line, column), at(line, column)),
  text,
});

/** Takes whole lines out, `first` to `last`, with the line end behind them (in front of them at the end of the text). */
export function removeLines(view: View, first: number, last: number): TextEdit {
  if (last + 1 < view.lines.length) return replace(span(at(first, 0), at(last + 1, 0)), '');
  const end = at(last, view.lines[last]?.length ?? 0);
  return first === 0
    ? replace(span(at(0, 0), end), '')
    : replace(span(at(first - 1, view.lines[first - 1]?.length ?? 0), end), '');
}

/** The instruction's text without its heredoc bodies: where continuation lines can be. */
export function lastHeadLine(instruction: Instruction): number {
  const body = instruction.heredocs[0]?.bodySpan.start.line;
  return body === undefined ? instruction.span.end.line : body - 1;
}

/** The line end used in the text. */
export const newlineOf = (view: View): string => (view.build.file.text.includes('\r\n') ? '\r\n' : '\n');

/** In the case of the instruction beside it, so that a fix does not mix cases. */
export const inCaseOf = (model: string, keyword: string): string =>
  model === model.toLowerCase() ? keyword.toLowerCase() : keyword.toUpperCase();
