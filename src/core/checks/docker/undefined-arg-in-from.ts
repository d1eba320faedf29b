// UndefinedArgInFrom: FROM sees only the ARGs above the first FROM and the predefined platform arguments.

import { whyUndeclared } from '../../explain/value';
import { mark } from '../view';
import type { DockerRule } from '../rule';
import { renameVariable } from '../variables';

export const undefinedArgInFrom: DockerRule = {
  name: 'UndefinedArgInFrom',
  severity: 'warning',
  explanation:
    'FROM can use only build arguments declared above the first FROM. This one is not, so it is replaced by nothing. Declare it at the top of the file: ARG NAME=value.',
  find: (view) =>
    view.build.observations.flatMap((seen) => {
      if (seen.kind !== 'undefined-in-from') return [];
      const stage = view.build.stages[seen.stage];
      const instruction = stage && view.build.file.instructions[stage.instruction];
      if (!instruction) return [];
      const hint = seen.suggestion === null ? '' : ` (did you mean ${seen.suggestion}?)`;
      return [
        {
          message: `FROM argument '${seen.name}' is not declared${hint}`,
          explanation: `${whyUndeclared(seen.name)} Declare it at the top of the file: ARG ${seen.name}=value.`,
          span: mark(instruction),
          element: stage.id,
          fix: renameVariable(view, instruction, seen.name, seen.suggestion),
          moment: { phase: 'stages', major: stage.index, minor: 0, side: -1 },
          instruction: instruction.index,
        },
      ];
    }),
};
