// Steps: what is said aloud at each step, to a screen reader and in a hand-out. In: the analysis, its steps, a place in them.
// Out: one line with everything the picture shows of the step: where, which line, what it does, what the stage weighs now.

import type { Analysis } from '../analysis';
import type { StageId } from '../element';
import { formatTotal } from './bytes';
import { spoken } from './prose';
import type { BuildStep } from './steps';

const MOST_CODE = 200;

/** The instruction as one line: what line, row and announcement have in common. Empty for the end. */
export function instructionText({ build }: Analysis, step: BuildStep): string {
  if (step.kind === 'end') return '';
  const [stage = -1, nth = -1] = step.element.replace(/^\w+:/, '').split('.').map(Number);
  const own = step.kind === 'instruction' ? build.stages[stage]?.steps[nth]?.text : undefined;
  return (own ?? build.file.instructions[step.instruction]?.code ?? '').replace(/\s+/g, ' ');
}

/** As its card is called: the stage's name, `stage-1`, or `final image` for a target without a name. */
export function stageLabel({ build }: Analysis, id: StageId): string {
  const stage = build.stages[Number(id.slice('stage:'.length))];
  if (!stage) return '';
  return stage.name === null && stage.index === build.target ? 'final image' : stage.label;
}

/** What the stage of a step weighs once it is done: `880 MB`, `78 MB + unknown`, `unknown`. */
export function runningTotal(step: BuildStep): string {
  if (step.kind === 'end') return formatTotal(step.image);
  return step.after.total === null ? 'unknown' : formatTotal(step.after.total);
}

const full = (sentence: string): string => (/[.!?…:]$/.test(sentence) ? sentence : `${sentence}.`);

export function announcement(analysis: Analysis, told: readonly BuildStep[], index: number): string {
  const step = told[index];
  if (!step) return '';
  const place = `Step ${index + 1} of ${told.length}`;
  const words = full(step.narration === null ? step.sentence : spoken(step.narration));
  if (step.kind === 'end') {
    const names = step.unneeded.map((stage) => stageLabel(analysis, stage));
    return `${place}, the end. ${words}${names.length === 0 ? '' : ` Not built: ${names.join(', ')}.`}`;
  }
  const name = stageLabel(analysis, step.stage);
  const code = instructionText(analysis, step);
  const shown = code.length > MOST_CODE ? `${code.slice(0, MOST_CODE)}…` : code;
  const stops = step.breaks === null ? '' : ` Docker stops here: ${full(step.breaks)}`;
  return `${place}, ${name}, line ${step.span.start.line + 1}: ${shown} — ${words}${stops} ${name} now: ${runningTotal(step)}.`;
}
