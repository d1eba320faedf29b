// UndefinedVar: a variable that neither ENV nor ARG of the stage sets; one report a word and name.

import { whyUnset } from '../../explain/value';
import type { DockerRule } from '../rule';
import { renameVariable, wordUsing } from '../variables';
import { instructionOf, placeOf } from '../view';

const WAY_OUT =
  'It is replaced by nothing. An ARG above the first FROM, or of another stage, must be declared again here with ARG NAME. If the base image sets it, declare it in the Dockerfile too, so that the build does not hang on it.';

export const undefinedVar: DockerRule = {
  name: 'UndefinedVar',
  severity: 'warning',
  explanation: `Nothing in this stage sets the variable. ${WAY_OUT}`,
  find: (view) =>
    view.build.observations.flatMap((seen) => {
      const step = seen.kind === 'undefined-variable' ? view.steps.get(seen.step) : undefined;
      const instruction = step && instructionOf(view, step);
      if (seen.kind !== 'undefined-variable' || !step || !instruction) return [];
      const place = placeOf(view, step, wordUsing(view, instruction, seen.name));
      if (!place) return [];
      const hint = seen.suggestion === null ? '' : ` (did you mean $${seen.suggestion}?)`;
      return [
        {
          ...place,
          message: `Usage of undefined variable '$${seen.name}'${hint}`,
          explanation: `${whyUnset(seen.name)} ${WAY_OUT}`,
          fix: step.triggeredBy === null ? renameVariable(view, instruction, seen.name, seen.suggestion) : null,
          moment: { phase: 'steps', major: step.stage, minor: step.index, side: -1 },
        },
      ];
    }),
};
