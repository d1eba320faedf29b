// UndefinedVar: a variable that neither ENV nor ARG of the stage sets; one report a word and name.

import type { DockerRule } from '../rule';
import { renameVariable, wordUsing } from '../variables';
import { instructionOf, placeOf } from '../view';

export const undefinedVar: DockerRule = {
  name: 'UndefinedVar',
  severity: 'warning',
  explanation:
    'Nothing in this stage sets the variable, so it is replaced by nothing. An ARG holds only in the stage that declares it: one above the first FROM, or of another stage, must be declared again here with ARG NAME. If the base image sets it, declare it in the Dockerfile too, so that the build does not hang on it.',
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
          fix: step.triggeredBy === null ? renameVariable(view, instruction, seen.name, seen.suggestion) : null,
          moment: { phase: 'steps', major: step.stage, minor: step.index, side: -1 },
        },
      ];
    }),
};
