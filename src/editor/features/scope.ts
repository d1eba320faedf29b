// The variables a place in the text can use, with their values.

import { variablesOf, type Analysis, type Position, type Stage, type Step } from '../../core';
import { before } from '../elements';

export interface Variable {
  readonly name: string;
  /** `null` when it is declared without a value. */
  readonly value: string | null;
  /** 0-based line of the declaration that counts here; `null` when it is not in the text. */
  readonly line: number | null;
  readonly kind: 'ARG' | 'ENV' | 'predefined' | 'inherited';
}

/** Arguments that BuildKit sets from the platforms. */
export const PREDEFINED = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$/;

/** What FROM lines can use: arguments above the first FROM, and the platforms. */
function head(analysis: Analysis): readonly Variable[] {
  const { build } = analysis;
  const declared = build.arguments.map((one): Variable => ({
    name: one.name,
    value: one.value,
    line: one.span.start.line,
    kind: 'ARG',
  }));
  const [os = 'linux', arch = 'amd64', variant = ''] = build.platform.split('/');
  const platforms: Readonly<Record<string, string>> = {
    BUILDPLATFORM: 'linux/amd64',
    BUILDOS: 'linux',
    BUILDARCH: 'amd64',
    TARGETPLATFORM: build.platform,
    TARGETOS: os,
    TARGETARCH: arch,
    TARGETVARIANT: variant,
  };
  const predefined = Object.entries(platforms).map(([name, value]): Variable => ({
    name,
    value,
    line: null,
    kind: 'predefined',
  }));
  const firstFrom = build.file.instructions.find((one) => one.keyword === 'FROM')?.span.start.line ?? Infinity;
  return [...declared.filter((one) => (one.line ?? 0) < firstFrom), ...predefined];
}

/** Line and kind of the last declaration of each variable above a place, in the stage and the stages it is built on.
 * An instruction does not see what it sets itself: BuildKit expands all of its words before. */
function declarations(analysis: Analysis, stage: number, position: Position): Map<string, Variable> {
  const found = new Map<string, Variable>();
  const { stages } = analysis.build;
  for (let at: number | null = stage; at !== null;) {
    const own: Stage | undefined = stages[at];
    for (const step of [...(own?.steps ?? [])].reverse()) {
      const { action } = step;
      if ((action.kind !== 'env' && action.kind !== 'arg') || (at === stage && !before(step.span.end, position)))
        continue;
      for (const [name, value] of action.pairs) {
        const kind = action.kind === 'env' ? 'ENV' : 'ARG';
        if (!found.has(name)) found.set(name, { name, value, line: step.span.start.line, kind });
      }
    }
    at = own?.base.kind === 'stage' ? own.base.stage : null;
  }
  return found;
}

/** ENV and ARG in force at a place: what its step sees, or behind the last step what that one leaves. */
function environmentAt(stages: readonly Stage[], stage: Stage, position: Position): ReadonlyMap<string, string> {
  const step = stage.steps.findLast((one) => before(one.span.start, position));
  if (!step) return new Map();
  const seen = variablesOf(stages, step);
  const { action } = step;
  if (!before(step.span.end, position) || (action.kind !== 'env' && action.kind !== 'arg')) return seen;
  const left = new Map(seen);
  for (const [name, value] of action.pairs) {
    const kept = action.kind === 'arg' && seen.has(name) && stage.steps.some((one) => sets(one, name));
    if (value !== null && !kept) left.set(name, value);
  }
  return left;
}

/** An ENV wins over an ARG of the same name, wherever the two stand. */
const sets = ({ action }: Step, name: string): boolean =>
  action.kind === 'env' && action.pairs.some(([one]) => one === name);

/** The variables in scope at a place, by name. */
export function variablesAt(analysis: Analysis, position: Position): readonly Variable[] {
  const { stages, file } = analysis.build;
  const stage = stages.findLast((one) => {
    const from = file.instructions[one.instruction];
    return from !== undefined && before(from.span.end, position);
  });
  const inFrom = file.instructions.some(
    (one) => one.keyword === 'FROM' && one.span.start.line <= position.line && one.span.end.line >= position.line,
  );
  if (!stage || inFrom) return head(analysis);
  const declared = declarations(analysis, stage.index, position);
  const env = environmentAt(stages, stage, position);
  const variables = [...declared.values()].map((one) => ({ ...one, value: env.get(one.name) ?? one.value }));
  for (const [name, value] of env) {
    if (declared.has(name)) continue;
    variables.push({ name, value, line: null, kind: PREDEFINED.test(name) ? 'predefined' : 'inherited' });
  }
  return variables.sort((a, b) => (a.name < b.name ? -1 : 1));
}
