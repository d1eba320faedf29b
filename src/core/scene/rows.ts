// Scene: which instructions of a stage its card shows. Up to eight are all shown; of more, the ones that matter:
// those that take from or give to another stage, those with a problem, the heaviest layers, in the file's order.

import type { StepId } from '../element';
import type { Stage, Step } from '../model/build';

/** Rows of a folded card, and the length up to which nothing is folded. */
export const rowsShown = 6;
const neverFoldedUpTo = 8;

export interface StepWeight {
  /** Bytes it adds. */
  readonly added: number;
  /** Takes from another stage or image. */
  readonly takes: boolean;
  /** Made something that is carried on. */
  readonly gives: boolean;
  readonly problem: 'error' | 'warning' | null;
}

function rank(step: Step, weight: StepWeight): number {
  let score = Math.log10(weight.added + 1);
  if (weight.gives) score += 24;
  if (weight.takes) score += 20;
  if (weight.problem === 'error') score += 30;
  if (step.action.kind === 'entrypoint' || step.action.kind === 'cmd') score += 2;
  return score;
}

/** The steps to show, in order. */
export function shownSteps(stage: Stage, unfolded: boolean, weigh: (id: StepId) => StepWeight): readonly Step[] {
  const { steps } = stage;
  if (unfolded || steps.length <= neverFoldedUpTo) return steps;
  const best = steps
    .map((step, index) => ({ index, score: rank(step, weigh(step.id)) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, rowsShown)
    .map(({ index }) => index);
  const chosen = new Set(best);
  return steps.filter((_, index) => chosen.has(index));
}

/** Whether a card of this stage can fold. */
export const folds = (stage: Stage): boolean => stage.steps.length > neverFoldedUpTo;
