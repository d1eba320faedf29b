// Model, phases `instructions` and `stages`: instructions become stages with commands. In: the parsed file. Out: the ARGs
// before the first FROM, and a node for every FROM. Faults are noted and the instruction is drawn without meaning. Follows
// BuildKit's instructions.Parse and buildDispatchStates.

import type { Instruction, ParsedFile } from '../parse/instruction';
import { substitute } from '../parse/substitute';
import { SubstitutionError } from '../parse/substitution';
import type { Observation } from './finding';
import type { Command, From } from './command';
import type { Details } from './details';
import type { Faults } from './faults';
import { placeOf } from './faults';
import type { GlobalArgument, Globals } from './globals';
import { Nodes } from './node';
import type { Platform } from './platform';
import { parsePlatform } from './platform';
import { Refusal } from './refusal';
import { normalReference } from './reference';
import { didYouMean, nearest } from './suggest';
import { understand } from './understand';

export interface StageDraft {
  readonly from: From;
  readonly instruction: Instruction;
  readonly commands: Command[];
  /** The FROM was refused; what could be read of it stands in `from`. */
  readonly refused: string | null;
}

export interface Outset {
  readonly args: readonly GlobalArgument[];
  readonly stages: readonly StageDraft[];
}

export function readOutset(file: ParsedFile, faults: Faults, details: Details | null): Outset {
  const args: GlobalArgument[] = [];
  const stages: StageDraft[] = [];
  const badLines = new Set(file.faults.map((fault) => fault.span.start.line));
  for (const instruction of file.instructions) {
    let refused: string | null = null;
    const read = readOne(instruction, details, (message) => {
      refused = message;
      // A line the parser already refused is not refused twice.
      if (!badLines.has(instruction.span.start.line))
        faults.add('instructions', message, placeOf(instruction, stages.length > 0 ? stages.length - 1 : null));
    });
    if (read.kind === 'from') stages.push({ from: read, instruction, commands: [], refused });
    else if (stages.length > 0) stages.at(-1)?.commands.push({ action: read, instruction });
    else if (read.kind === 'arg') args.push({ action: read, instruction });
    else if (refused === null) faults.add('instructions', 'no build stage in current context', placeOf(instruction));
  }
  if (stages.length === 0 && file.instructions.length > 0)
    faults.add('instructions', 'dockerfile contains no stages to build', {
      ...placeOf(file.instructions[0] as Instruction),
      line: null,
      instruction: null,
    });
  return { args, stages };
}

function readOne(
  instruction: Instruction,
  details: Details | null,
  refuse: (message: string) => void,
): ReturnType<typeof understand> {
  try {
    return understand(instruction, details);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(error.message);
  }
  if (instruction.keyword !== 'FROM') return { kind: 'unknown' };
  const [base, as, name] = instruction.words.map((word) => word.text);
  const named = as?.toLowerCase() === 'as' && name !== undefined && /^[a-z][a-z0-9\-_.]*$/i.test(name);
  return { kind: 'from', base: base ?? '', name: named ? name.toLowerCase() : null, platform: '' };
}

export interface StageContext {
  readonly globals: Globals;
  readonly escape: '\\' | '`';
  readonly faults: Faults;
  readonly observations: Observation[];
}

/** BuildKit's look at the bases as they are when no build argument is given; it gives up at the first that fails. */
export function observeDefaults(stages: readonly StageDraft[], globals: Globals | null, context: StageContext): void {
  if (globals === null) return;
  for (const [stage, { from }] of stages.entries()) {
    let base: string;
    try {
      base = substitute(from.base, globals.scope.lookUp, context.escape).text;
    } catch {
      return;
    }
    try {
      normalReference(base);
    } catch {
      context.observations.push({ kind: 'unusable-default-base', stage, written: from.base });
    }
  }
}

export function addStages(stages: readonly StageDraft[], context: StageContext): Nodes {
  const nodes = new Nodes();
  for (const [stage, draft] of stages.entries()) {
    const { from, instruction } = draft;
    const place = placeOf(instruction, stage);
    const faultsBefore = context.faults.count;
    const resolved = from.base === '' ? '' : resolveBase(draft, stage, context);
    let broken = draft.refused !== null && from.base === '' ? draft.refused : null;
    if (resolved === '' && broken === null) {
      broken = `base name (${from.base}) should not be blank`;
      context.faults.add('stages', broken, place);
    }
    // Behind a fault in the base BuildKit does not look at the platform.
    const looked = context.faults.count === faultsBefore ? context : { ...context, observations: [] };
    const platform =
      from.platform === ''
        ? null
        : context.faults.attempt('stages', place, null, () => resolvePlatform(from.platform, stage, looked));
    const node = nodes.add({ from, instruction, base: resolved ?? from.base, platform, broken });
    if (resolved === null) node.broken = 'its variables cannot be replaced';
    node.commands = draft.commands;
  }
  return nodes;
}

/** The base after substitution; `null` when that fails. */
function resolveBase({ from, instruction }: StageDraft, stage: number, context: StageContext): string | null {
  const { globals, escape, faults } = context;
  return faults.attempt('stages', placeOf(instruction, stage), null, () => {
    try {
      const { text, missing } = substitute(from.base, globals.scope.lookUp, escape);
      observeMissing(missing, stage, context);
      return text;
    } catch (error) {
      if (error instanceof SubstitutionError) observeMissing(error.missing, stage, context);
      throw error;
    }
  });
}

function observeMissing(missing: readonly string[], stage: number, { globals, observations }: StageContext): void {
  for (const name of missing) {
    if (globals.declared.has(name)) continue;
    const suggestion = nearest(name, [...globals.declared, ...globals.scope.names()]);
    observations.push({ kind: 'undefined-in-from', stage, name, suggestion });
  }
}

function resolvePlatform(written: string, stage: number, context: StageContext): Platform {
  const { globals, escape, observations } = context;
  const { text, found, missing } = substitute(written, globals.scope.lookUp, escape);
  observeMissing(missing, stage, context);
  observations.push({ kind: 'platform-flag', stage, written, result: text, matched: found, unmatched: missing });
  const hint = (): string => {
    for (const name of missing) {
      const suggestion = didYouMean(name, globals.scope.names());
      if (suggestion !== '') return suggestion;
    }
    return '';
  };
  if (text === '') throw new Refusal(`empty platform value from expression ${written}${hint()}`);
  try {
    return parsePlatform(text);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`failed to parse platform ${written}: ${error.message}${hint()}`);
    throw error;
  }
}
