// The variables a place in the text can use, with their values.

import { variablesOf, type Analysis, type Position, type Stage } from '../../core';
import { before } from '../elements';

export interface Variable {
  readonly name: string;
  /** `null` when it is declared without a value. */
  readonly value: string | null;
  /** 0-based line of the declaration that counts here; `null` when it is not in the text. */
  readonly line: number | null;
  readonly kind: 'ARG' | 'ENV' | 'predefined' | 'inherited';
}

const PREDEFINED = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$/;

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

/** Line and kind of the last declaration of each variable above a place, in the stage and the stages it is built on. */
function declarations(analysis: Analysis, stage: number, position: Position): Map<string, Variable> {
  const found = new Map<string, Variable>();
  const { stages } = analysis.build;
  for (let at: number | null = stage; at !== null;) {
    const own: Stage | undefined = stages[at];
    for (const step of [...(own?.steps ?? [])].reverse()) {
      const { action } = step;
      if ((action.kind !== 'env' && action.kind !== 'arg') || (at === stage && !before(step.span.start, position)))
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
  const step = stage.steps.findLast((one) => before(one.span.start, position));
  const known: ReadonlyMap<string, string> = step ? variablesOf(stages, step) : new Map();
  const variables = [...declared.values()].map((one) => ({ ...one, value: known.get(one.name) ?? one.value }));
  for (const [name, value] of known) {
    if (declared.has(name)) continue;
    variables.push({ name, value, line: null, kind: PREDEFINED.test(name) ? 'predefined' : 'inherited' });
  }
  return variables.sort((a, b) => (a.name < b.name ? -1 : 1));
}
