// InvalidDefaultArgInFrom: without build arguments the base is empty or no image name.

import { mark } from '../view';
import type { DockerRule } from '../rule';

export const invalidDefaultArgInFrom: DockerRule = {
  name: 'InvalidDefaultArgInFrom',
  severity: 'warning',
  explanation:
    'Whoever builds this without --build-arg gets a base image whose name is empty or not valid, and the build fails. Give the ARG above the first FROM a default that makes a whole image name, such as ARG TAG=3.22, or write ${TAG:-3.22}.',
  find: ({ build }) =>
    build.observations.flatMap((seen) => {
      if (seen.kind !== 'unusable-default-base') return [];
      const stage = build.stages[seen.stage];
      const instruction = stage && build.file.instructions[stage.instruction];
      if (!instruction) return [];
      return [
        {
          message: `Default value for ARG ${seen.written} results in empty or invalid base image name`,
          span: mark(instruction, instruction.words[0]),
          element: stage.id,
          moment: { phase: 'globals', major: -1, minor: 0, side: -1 },
          instruction: null,
        },
      ];
    }),
};
