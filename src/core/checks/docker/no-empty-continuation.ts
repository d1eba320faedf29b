// NoEmptyContinuation: an empty line between continued lines; reported once an instruction.

import { lastHeadLine, removeLines } from '../edits';
import type { DockerRule } from '../rule';
import { at, span } from '../../text';

export const noEmptyContinuation: DockerRule = {
  name: 'NoEmptyContinuation',
  severity: 'warning',
  explanation:
    'A line that ends in a backslash goes on in the next one. Docker still skips an empty line there, but will refuse it in a later release, because nobody can tell whether the instruction was meant to end. Remove the empty line, or write a # comment there.',
  find: (view) =>
    view.build.file.instructions.flatMap((instruction) => {
      const line = instruction.emptyContinuation;
      if (line === null) return [];
      const last = Math.max(line, lastHeadLine(instruction));
      const empty = [];
      for (let i = instruction.span.start.line + 1; i <= last; i++) {
        if (view.lines[i]?.trim() === '') empty.push(removeLines(view, i, i));
      }
      return [
        {
          message: 'Empty continuation line',
          span: span(at(line, 0), at(line, view.lines[line]?.length ?? 0)),
          element: view.elements.get(instruction.index) ?? null,
          fix: last + 1 < view.lines.length ? { title: 'Remove the empty line', edits: empty } : null,
          moment: { phase: 'instructions', major: -1, minor: 0, side: -1 },
          instruction: null,
        },
      ];
    }),
};
