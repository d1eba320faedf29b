// Puts the name BuildKit suggests in place of one that is not defined.

import type { Instruction } from '../parse/instruction';
import { at, span } from '../text';
import { replace } from './edits';
import type { Fix } from './problem';
import type { View } from './view';

/** `null` without a suggestion, or when the name is not found written out on the instruction's lines. */
export function renameVariable(
  view: View,
  instruction: Instruction,
  name: string,
  suggestion: string | null,
): Fix | null {
  if (suggestion === null || !/^\w+$/.test(name)) return null;
  const edits = [];
  const pattern = new RegExp(`(\\$\\{?)(${name})(?!\\w)`, 'g');
  for (let line = instruction.span.start.line; line <= instruction.span.end.line; line++) {
    for (const match of (view.lines[line] ?? '').matchAll(pattern)) {
      const start = match.index + (match[1]?.length ?? 0);
      edits.push(replace(span(at(line, start), at(line, start + name.length)), suggestion));
    }
  }
  return edits.length === 0 ? null : { title: `Use ${suggestion}`, edits };
}
