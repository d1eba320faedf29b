// What every rule is given: the build, its sizes and a few look-ups made once, so that no rule walks the file twice.

import type { ElementId } from '../element';
import type { Build, Stage, Step } from '../model/build';
import type { AnalyseOptions } from '../options';
import type { Instruction, Word } from '../parse/instruction';
import type { SizeReport } from '../size/report';
import type { Span } from '../text';

export interface View {
  readonly build: Build;
  /** `null` where sizes are not asked for: findings then carry no cost. */
  readonly size: SizeReport | null;
  readonly options: AnalyseOptions;
  /** The text, cut at LF or CRLF. */
  readonly lines: readonly string[];
  readonly steps: ReadonlyMap<string, Step>;
  /** The stage or step an instruction makes, by the instruction's index. */
  readonly elements: ReadonlyMap<number, ElementId>;
  /** The first step of a kind in each stage, by `firstKey`. */
  readonly firsts: ReadonlyMap<string, Step>;
  /** What each stage hands on to one built on it, by the stage's index. */
  readonly handedOn: readonly HandedOn[];
}

/** Set in the stage or in one it builds on; what the base image sets is not known. */
export interface HandedOn {
  readonly shell: boolean;
  readonly workdir: boolean;
  readonly entrypoint: boolean;
  /** It all begins with the empty image, so nothing else is set. */
  readonly fromScratch: boolean;
}

const NOTHING: HandedOn = { shell: false, workdir: false, entrypoint: false, fromScratch: false };

const firstKey = (stage: number, kind: string): string => `${stage} ${kind}`;

function firstSteps(steps: readonly Step[]): Map<string, Step> {
  const firsts = new Map<string, Step>();
  for (const step of steps) {
    const key = firstKey(step.stage, step.action.kind);
    if (!firsts.has(key)) firsts.set(key, step);
  }
  return firsts;
}

/** The first step of a kind in the stage. */
export const firstOf = (view: View, stage: number, kind: Step['action']['kind']): Step | undefined =>
  view.firsts.get(firstKey(stage, kind));

function handOn(stages: readonly Stage[], firsts: ReadonlyMap<string, Step>): HandedOn[] {
  const all: HandedOn[] = [];
  for (const { base, index } of stages) {
    const parent = (base.kind === 'stage' ? all[base.stage] : undefined) ?? NOTHING;
    const sets = (kind: string): boolean => firsts.has(firstKey(index, kind));
    all.push({
      shell: parent.shell || sets('shell'),
      workdir: parent.workdir || sets('workdir'),
      entrypoint: parent.entrypoint || sets('entrypoint'),
      fromScratch: parent.fromScratch || base.kind === 'scratch',
    });
  }
  return all;
}

/** What a stage starts with. */
export function startOf(view: View, stage: Stage | undefined): HandedOn {
  if (!stage) return NOTHING;
  const parent = stage.base.kind === 'stage' ? view.handedOn[stage.base.stage] : undefined;
  return parent ?? { ...NOTHING, fromScratch: stage.base.kind === 'scratch' };
}

export function look(build: Build, size: SizeReport | null, options: AnalyseOptions): View {
  const steps = build.stages.flatMap((stage) => stage.steps);
  const firsts = firstSteps(steps);
  return {
    build,
    size,
    options,
    lines: build.file.text.split(/\r?\n/),
    steps: new Map(steps.map((step) => [step.id, step] as const)),
    elements: new Map<number, ElementId>([
      ...build.stages.map((stage) => [stage.instruction, stage.id] as const),
      ...steps.filter((step) => step.triggeredBy === null).map((step) => [step.instruction, step.id] as const),
    ]),
    firsts,
    handedOn: handOn(build.stages, firsts),
  };
}

export const fromOf = (view: View, stage: Stage): Instruction | undefined =>
  view.build.file.instructions[stage.instruction];

/** The instruction a step carries out: for a trigger the one inside ONBUILD. */
export function instructionOf(view: View, step: Step): Instruction | undefined {
  const written = view.build.file.instructions[step.instruction];
  return step.triggeredBy === null ? written : (written?.onbuild ?? written);
}

/** Where BuildKit reports a step: the instruction, or the FROM that set off the trigger. */
export interface Place {
  readonly span: Span;
  readonly element: ElementId;
  /** Index of the instruction whose `# check=` comment counts; `null` for a trigger, which has none. */
  readonly instruction: number | null;
}

export function placeOf(view: View, step: Step, word?: Word | null): Place | null {
  const own = step.triggeredBy === null;
  const stage = view.build.stages[step.stage];
  const instruction = own ? view.build.file.instructions[step.instruction] : stage && fromOf(view, stage);
  if (!instruction) return null;
  return {
    span: own ? mark(instruction, word) : head(instruction),
    element: step.id,
    instruction: own ? step.instruction : null,
  };
}

/** The word, when it stands on the first line, where BuildKit reports; else that line. */
export function mark(instruction: Instruction, word?: Word | null): Span {
  const { start, end: keywordEnd } = head(instruction);
  if (word && word.span.start.line === start.line) return word.span;
  const { end } = instruction.restSpan;
  return end.line === start.line && end.column > keywordEnd.column ? { start, end } : { start, end: keywordEnd };
}

/** The keyword, or what stands in its place where the first line holds only the escape character. */
export function head({ keywordSpan, span }: Instruction): Span {
  const { start } = span;
  return keywordSpan.start.line === start.line ? keywordSpan : { start, end: { ...start, column: start.column + 1 } };
}
