// Steps: the analysis told in the order BuildKit builds it, one instruction at a time, ending with before and after.
// In: any Analysis. Out: a list that is never empty; stages the target does not need have no steps. Each step states only its own
// stage; `statesAt` puts them together, so that the list grows with the text and not with its square.

import type { Analysis } from '../analysis';
import type { ElementId, LinkId, StageId, StepId } from '../element';
import type { Link, Stage, Step } from '../model/build';
import type { CarriedPath, StageSize } from '../size/report';
import type { Total } from '../size/size';
import type { Span } from '../text';
import { buildOrder, waves } from './build-order';
import { narrations } from './narration';
import { endSentence, startSentence, stepSentence } from './step-sentence';

/** What a stage holds once a step is done. */
export interface StageState {
  readonly stage: StageId;
  /** Layers it stores itself; its base's are not counted. */
  readonly layers: number;
  /** Known or assumed files; those of a base image are one entry. */
  readonly files: number;
  /** Everything in it, base included: the running total. `null` when nothing sized it. */
  readonly total: Total | null;
}

/** Files that go from one place to another, or are lent for the time of one step. */
export interface Movement {
  readonly link: LinkId;
  readonly kind: 'copy' | 'mount';
  readonly from: ElementId | null;
  readonly to: StageId;
  readonly paths: readonly CarriedPath[];
  readonly total: Total | null;
}

interface Told {
  /** 0-based place in the list. */
  readonly index: number;
  readonly sentence: string;
  /** The comment directly above the instruction: Markdown as its author wrote it, never HTML. */
  readonly narration: string | null;
  /** What Docker stops with at this very instruction. */
  readonly breaks: string | null;
}

export type BuildStep =
  | (Told & {
      readonly kind: 'start' | 'instruction';
      readonly stage: StageId;
      /** What to light up: the stage for its FROM, else the step. */
      readonly element: StageId | StepId;
      /** Index into `ParsedFile.instructions`. */
      readonly instruction: number;
      readonly span: Span;
      /** Stages that are built at the same time, at most twenty. */
      readonly beside: readonly StageId[];
      readonly after: StageState;
      readonly moved: readonly Movement[];
    })
  | (Told & {
      readonly kind: 'end';
      readonly image: Total;
      readonly leftBehind: Total;
      readonly singleStage: Total;
      /** Stages the target does not need. */
      readonly unneeded: readonly StageId[];
    });

/** Thousands of stages side by side would otherwise name each other. */
const MOST_NAMED = 20;

const originOf = ({ from }: Link): ElementId | null => {
  if (from.kind === 'stage') return `stage:${from.stage}`;
  return from.kind === 'image' ? from.id : null;
};

/** How many of a stage's files each step made; under `null` those that came with its base. */
function filesBySource(size: StageSize | undefined): Map<StepId | null, number> {
  const counts = new Map<StepId | null, number>();
  for (const { madeBy } of size?.files ?? []) counts.set(madeBy, (counts.get(madeBy) ?? 0) + 1);
  return counts;
}

function baseTotal(analysis: Analysis, stage: Stage, states: ReadonlyMap<StageId, StageState>): Total | null {
  if (stage.base.kind === 'stage') return states.get(`stage:${stage.base.stage}`)?.total ?? null;
  const size = analysis.size.stages[stage.index]?.base.size;
  if (!size) return null;
  if (size.kind === 'known') return { disk: size.disk, pull: size.pull, unknown: 0 };
  const none = { low: 0, likely: 0, high: 0 };
  return { disk: none, pull: none, unknown: 1 };
}

/** As `Map.groupBy`, which Node 20 lacks. */
function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

export function steps(analysis: Analysis): BuildStep[] {
  const { build, size } = analysis;
  const told: BuildStep[] = [];
  const narrate = narrations(build.file);
  const order = buildOrder(build);
  const wave = waves(build, order);
  const sameWave = grouped(order, (index) => wave.get(index));
  const stop = build.faults.find((fault) => fault.stops);
  const breaks = (instruction: number): string | null => (stop?.instruction === instruction ? stop.message : null);
  const links = grouped(
    build.links.filter(({ kind }) => kind !== 'base'),
    ({ step }) => step,
  );
  const states = new Map<StageId, StageState>();

  const tell = (stage: Stage, step: Step | null, after: StageState, beside: readonly StageId[]): void => {
    const instruction = step?.instruction ?? stage.instruction;
    const span = step?.span ?? stage.span;
    states.set(stage.id, after);
    const moved = (step ? (links.get(step.id) ?? []) : []).map((link): Movement => {
      const payload = size.payloads[link.id];
      const kind = link.kind === 'mount' ? 'mount' : 'copy';
      const parts = { link: link.id, kind, from: originOf(link), to: stage.id } as const;
      return { ...parts, paths: payload?.paths ?? [], total: payload?.total ?? null };
    });
    told.push({
      kind: step ? 'instruction' : 'start',
      index: told.length,
      stage: stage.id,
      element: step?.id ?? stage.id,
      instruction,
      span,
      beside,
      sentence: step ? stepSentence(build, size, step) : startSentence(build, size, stage, beside),
      // A trigger stands in the base's text, not above this stage's FROM.
      narration: step?.triggeredBy === null || step === null ? narrate(span.start.line) : null,
      breaks: breaks(instruction),
      after,
      moved,
    });
  };

  for (const index of order) {
    const stage = build.stages[index];
    if (!stage) continue;
    const beside = (sameWave.get(wave.get(index)) ?? [])
      .slice(0, MOST_NAMED)
      .filter((other) => other !== index)
      .map((other): StageId => `stage:${other}`);
    const counts = filesBySource(size.stages[index]);
    const own = new Set<StepId | null>(stage.steps.map(({ id }) => id));
    let files = 0;
    for (const [source, count] of counts) if (!own.has(source)) files += count;
    let state: StageState = { stage: stage.id, layers: 0, files, total: baseTotal(analysis, stage, states) };
    tell(stage, null, state, beside);
    for (const step of stage.steps) {
      state = {
        stage: stage.id,
        layers: state.layers + (step.effect === 'layer' ? 1 : 0),
        files: state.files + (counts.get(step.id) ?? 0),
        total: size.steps[step.id]?.after ?? state.total,
      };
      tell(stage, step, state, beside);
    }
  }

  const unneeded = build.stages.filter(({ index }) => !wave.has(index)).map(({ id }) => id);
  const line = stop ? stop.span.start.line + 1 : 0;
  const closing =
    build.target === null
      ? 'There is nothing to build: no stage was found.'
      : stop
        ? `Docker stops at line ${line}: ${stop.message}`
        : endSentence(size);
  const { image, leftBehind, singleStage } = size;
  const end = { index: told.length, sentence: closing, narration: null, breaks: stop?.message ?? null };
  told.push({ kind: 'end', ...end, image, leftBehind, singleStage, unneeded });
  return told;
}

/** What exists in each stage once step `index` is done; a stage that has not begun is absent. */
export function statesAt(told: readonly BuildStep[], index: number): Map<StageId, StageState> {
  const states = new Map<StageId, StageState>();
  for (const step of told.slice(0, index + 1)) if (step.kind !== 'end') states.set(step.stage, step.after);
  return states;
}
