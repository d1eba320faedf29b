// Model: the variables a step sees, read from a finished build. In: stages with the settings they make. Out: one value, or all.
// A stage keeps only what it sets itself, so that a build grows with its lines and not with lines times variables.

import type { Stage, Step } from './build';

/** The stage itself with the settings in force, then those it is built on. */
function* settingsBelow(
  stages: readonly Stage[],
  { stage, settings }: Step,
): Generator<readonly (readonly [string, string])[]> {
  let current = stages[stage];
  if (current) yield current.settings.slice(0, settings);
  while (current?.base.kind === 'stage' && current.base.stage < current.index) {
    current = stages[current.base.stage];
    if (current) yield current.settings;
  }
}

/** ENV and ARG as RUN sees them in this step, in the order they were first set. */
export function variablesOf(stages: readonly Stage[], step: Step): ReadonlyMap<string, string> {
  return new Map([...settingsBelow(stages, step)].reverse().flat());
}

/** The value of one variable in this step. */
export function variableOf(stages: readonly Stage[], step: Step, name: string): string | undefined {
  for (const settings of settingsBelow(stages, step)) {
    const found = settings.findLast(([key]) => key === name);
    if (found) return found[1];
  }
  return undefined;
}
