// Where an instruction uses a variable, and the fix that puts the name BuildKit suggests in place of one that is not defined.

import type { Instruction, Word } from '../parse/instruction';
import { at, span, type Position, type TextEdit } from '../text';
import { replace } from './edits';
import type { Fix } from './problem';
import type { View } from './view';

interface Uses {
  /** The first word with each name in it. */
  readonly words: ReadonlyMap<string, Word>;
  /** Where each name starts. */
  readonly places: ReadonlyMap<string, readonly Position[]>;
}

/** Read once an instruction: one of thousands of words may use thousands of names. */
const known = new WeakMap<Instruction, Uses>();

const USE = /\$\{?(\w+)/g;

function usesIn(view: View, instruction: Instruction): Uses {
  const before = known.get(instruction);
  if (before) return before;
  const words = new Map<string, Word>();
  for (const word of instruction.words)
    for (const [, name = ''] of word.text.matchAll(USE)) if (!words.has(name)) words.set(name, word);
  const places = new Map<string, Position[]>();
  for (let line = instruction.span.start.line; line <= instruction.span.end.line; line++)
    for (const match of (view.lines[line] ?? '').matchAll(USE)) {
      const [whole, name = ''] = match;
      const place = at(line, match.index + whole.length - name.length);
      const others = places.get(name);
      if (others) others.push(place);
      else places.set(name, [place]);
    }
  const uses = { words, places };
  known.set(instruction, uses);
  return uses;
}

/** The first word of the instruction that uses the variable. */
export const wordUsing = (view: View, instruction: Instruction, name: string): Word | undefined =>
  usesIn(view, instruction).words.get(name);

/** `null` without a suggestion, or when the name is not found written out on the instruction's lines. */
export function renameVariable(
  view: View,
  instruction: Instruction,
  name: string,
  suggestion: string | null,
): Fix | null {
  if (suggestion === null) return null;
  const edits = (usesIn(view, instruction).places.get(name) ?? []).map((start): TextEdit =>
    replace(span(start, at(start.line, start.column + name.length)), suggestion),
  );
  return edits.length === 0 ? null : { title: `Use ${suggestion}`, edits };
}
