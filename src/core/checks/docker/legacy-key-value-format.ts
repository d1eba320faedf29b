// LegacyKeyValueFormat: `ENV key value` and `LABEL key value`, with a blank where `=` belongs.

import { replace } from '../edits';
import type { Fix } from '../problem';
import type { DockerRule } from '../rule';
import { instructionOf, placeOf } from '../view';
import type { Instruction } from '../../parse/instruction';
import { span } from '../../text';

/** The old form takes everything behind the key as the value, blanks included; the new one needs quotes for that. */
function fixOf(instruction: Instruction, escape: string): Fix | null {
  const [key, first] = instruction.words;
  const last = instruction.words.at(-1);
  if (!key || !first || !last || instruction.trailingComment !== null) return null;
  const value = instruction.rest.slice(instruction.rest.indexOf(key.text) + key.text.length).trim();
  const marked = value.includes('"') || value.includes("'") || value.includes(escape);
  const blanks = /\s/.test(value);
  if (blanks && marked) return null;
  const gap = span(key.span.end, first.span.start);
  const edits = blanks ? [replace(gap, '="'), replace(span(last.span.end, last.span.end), '"')] : [replace(gap, '=')];
  return { title: 'Write key=value', edits };
}

/** Without `=` in its first word the whole line is one pair in the old form. */
const isLegacy = (instruction: Instruction): boolean =>
  instruction.words.length >= 2 && !(instruction.words[0]?.text.includes('=') ?? true);

export const legacyKeyValueFormat: DockerRule = {
  name: 'LegacyKeyValueFormat',
  severity: 'warning',
  explanation:
    'With a blank between key and value the rest of the line, blanks included, becomes the value, and only one pair fits. Write key=value, with quotes around a value that has blanks: ENV GREETING="good day".',
  find: (view) =>
    [...view.steps.values()].flatMap((step) => {
      const instruction = instructionOf(view, step);
      const place = placeOf(view, step);
      if (
        !instruction ||
        !place ||
        (step.action.kind !== 'env' && step.action.kind !== 'label') ||
        !isLegacy(instruction)
      )
        return [];
      return [
        {
          ...place,
          message: `"${instruction.written} key=value" should be used instead of legacy "${instruction.written} key value" format`,
          fix: step.triggeredBy === null ? fixOf(instruction, view.build.file.escape) : null,
          moment: { phase: 'steps', major: step.stage, minor: step.index, side: 1 },
        },
      ];
    }),
};
