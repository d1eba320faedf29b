// The ledger as rows: what each stage starts with, adds, hands on and leaves behind; what the whole image saves; and what
// each piece of advice costs. Pure: an analysis in, figures out.

import {
  formatTimes,
  formatTotal,
  stageLabel,
  type Analysis,
  type ElementId,
  type Estimate,
  type Problem,
  type StageSize,
  type Total,
} from '../../core';

export interface StageRow {
  /** Its place, as for a layer. */
  readonly key: string;
  readonly label: string;
  readonly element: ElementId;
  readonly fate: StageSize['fate'];
  readonly base: Estimate;
  readonly added: Total;
  readonly total: Total;
  /** `null` where nothing is copied out of it. */
  readonly carried: Total | null;
  /** What becomes of the rest: `861 MB`, `ships`, `not built`. */
  readonly rest: string;
}

const some = (total: Total): boolean => total.unknown > 0 || total.disk.likely > 0;

export function stageRows(analysis: Analysis): readonly StageRow[] {
  return analysis.size.stages.map((stage, index) => ({
    key: String(index),
    label: stageLabel(analysis, stage.stage),
    element: stage.stage,
    fate: stage.fate,
    base: stage.base.size,
    added: stage.added,
    total: stage.total,
    carried: some(stage.carriedOut) ? stage.carriedOut : null,
    rest:
      stage.fate === 'shipped'
        ? 'ships'
        : stage.fate === 'not-built'
          ? 'not built'
          : some(stage.leftBehind)
            ? formatTotal(stage.leftBehind)
            : 'nothing',
  }));
}

/** What all stages leave behind, where that is more than one of them. */
export interface LeftInAll {
  readonly total: Total;
  /** Less than the rows above it: a base that stages share counts once. */
  readonly shared: boolean;
}

export function leftInAll({ size }: Analysis): LeftInAll | null {
  const left = size.stages.filter((stage) => stage.fate === 'left-behind');
  if (left.length < 2 || !some(size.leftBehind)) return null;
  const sum = left.reduce((bytes, stage) => bytes + stage.leftBehind.disk.likely, 0);
  return { total: size.leftBehind, shared: size.leftBehind.disk.likely < sum - 1 };
}

export interface Saved {
  /** Bytes on disk and to pull; `null` where one of the two sums holds something unknown. */
  readonly disk: number | null;
  readonly pull: number | null;
  /** `390×`; `null` when it is next to nothing or not known. */
  readonly times: string | null;
}

/** What the stages save against the same build as one; `null` for a build that is one. */
export function saved({ size }: Analysis): Saved | null {
  if (size.stages.filter((stage) => stage.fate !== 'not-built').length < 2) return null;
  const { image, singleStage } = size;
  const sure = image.unknown === 0 && singleStage.unknown === 0;
  const less = (of: 'disk' | 'pull'): number | null =>
    sure ? Math.max(0, singleStage[of].likely - image[of].likely) : null;
  return {
    disk: less('disk'),
    pull: less('pull'),
    times: sure ? formatTimes(singleStage.disk.likely, image.disk.likely) : null,
  };
}

export interface CostRow {
  readonly problem: Problem;
  readonly line: number;
  /** Likely bytes on disk in the final image. */
  readonly bytes: number;
}

/** Advice that has a price, dearest first. */
export function costRows(problems: readonly Problem[]): readonly CostRow[] {
  return problems
    .flatMap((problem) =>
      problem.cost && problem.cost.likely > 0
        ? [{ problem, line: problem.span.start.line + 1, bytes: problem.cost.likely }]
        : [],
    )
    .sort((a, b) => b.bytes - a.bytes || a.line - b.line);
}
