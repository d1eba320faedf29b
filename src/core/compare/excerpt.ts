// Flattening: pieces of the Dockerfile as they were written. In: a span, and what to put in place of parts of it. Out: text.

import type { Position } from '../text';
import type { Excerpt } from './flat-run';

/** Reads pieces of `text`. Edits lie inside the span and do not overlap. */
export function excerptOf(text: string): Excerpt {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = ({ line, column }: Position): number => (starts[line] ?? text.length) + column;
  return (of, edits = []) => {
    let made = '';
    let end = offset(of.start);
    for (const edit of [...edits].sort((a, b) => offset(a.span.start) - offset(b.span.start))) {
      made += text.slice(end, offset(edit.span.start)) + edit.text;
      end = offset(edit.span.end);
    }
    return (made + text.slice(end, offset(of.end))).replace(/\r\n/g, '\n').trimEnd();
  };
}
