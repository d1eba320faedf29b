// Model: the build arguments a person can set. In: the ARG lines. Out: one entry a name with default, value, description and
// the stages that declare it. Follows `docker build --call=outline`: the description is the comment line above that begins
// with the name.

import type { Instruction, Word } from '../parse/instruction';
import { describe } from './description';
import type { Action, BuildArgument, BuildOptions, Stage } from './build';
import type { GlobalArgument, Globals } from './globals';

interface Draft {
  defaultValue: string | null;
  value: string | null;
  description: string | null;
  readonly stages: number[];
  readonly span: Word['span'];
}

export function listArguments(
  args: readonly GlobalArgument[],
  globals: Globals,
  stages: readonly Stage[],
  instructions: readonly Instruction[],
  options: BuildOptions,
): BuildArgument[] {
  const found = new Map<string, Draft>();
  const wordsOf = wordsByName();
  const add = (name: string, instruction: Instruction, value: string | null, own: boolean): Draft => {
    const known = found.get(name);
    const description = describe(instruction.comments, name);
    if (known) {
      known.description ??= description;
      return known;
    }
    const word = wordsOf(instruction).declared.get(name);
    const draft: Draft = {
      defaultValue: own ? value : null,
      value,
      description,
      stages: [],
      span: word?.span ?? instruction.span,
    };
    found.set(name, draft);
    return draft;
  };
  for (const { action, instruction } of args)
    for (const { name, value } of action.variables) {
      const final = globals.scope.get(name) ?? null;
      const overridden = Object.hasOwn(options.buildArgs ?? {}, name);
      add(name, instruction, final, false).defaultValue ??= overridden ? value : value === null ? null : final;
    }
  for (const stage of stages)
    for (const step of stage.steps) {
      const written = instructions[step.instruction];
      const instruction = step.triggeredBy === null ? written : written?.onbuild;
      if (step.action.kind !== 'arg' || !instruction) continue;
      addStage(add, step.action, wordsOf(instruction).given, instruction, stage.index, options);
    }
  return [...found].map(([name, draft]) => ({ name, ...draft }));
}

interface WordsByName {
  /** `NAME` or `NAME=value`, the first of each. */
  readonly declared: ReadonlyMap<string, Word>;
  /** `NAME=value`, the first of each. */
  readonly given: ReadonlyMap<string, Word>;
}

/** Reads an instruction once, however many names are looked up in it one after another. */
function wordsByName(): (instruction: Instruction) => WordsByName {
  let last: { readonly instruction: Instruction; readonly words: WordsByName } | null = null;
  return (instruction) => {
    if (last?.instruction === instruction) return last.words;
    const declared = new Map<string, Word>();
    const given = new Map<string, Word>();
    for (const word of instruction.words) {
      const equals = word.text.indexOf('=');
      const name = equals < 0 ? word.text : word.text.slice(0, equals);
      if (!declared.has(name)) declared.set(name, word);
      if (equals >= 0 && !given.has(name)) given.set(name, word);
    }
    last = { instruction, words: { declared, given } };
    return last.words;
  };
}

function addStage(
  add: (name: string, instruction: Instruction, value: string | null, own: boolean) => Draft,
  action: Action & { readonly kind: 'arg' },
  given: ReadonlyMap<string, Word>,
  instruction: Instruction,
  stage: number,
  options: BuildOptions,
): void {
  for (const [name, value] of action.pairs) {
    const written = given.get(name);
    const overridden = Object.hasOwn(options.buildArgs ?? {}, name);
    const draft = add(name, instruction, value, false);
    if (written && draft.defaultValue === null)
      draft.defaultValue = overridden ? written.text.slice(name.length + 1) : value;
    if (draft.stages.at(-1) !== stage) draft.stages.push(stage);
  }
}
