// ReservedStageName: `scratch` and `context` mean something else already.

import { mark } from '../view';
import type { DockerRule } from '../rule';

const RESERVED = ['context', 'scratch'];

export const reservedStageName: DockerRule = {
  name: 'ReservedStageName',
  severity: 'warning',
  explanation:
    'scratch is the empty image and context stands for the files sent to the build. A stage of that name hides them: FROM scratch further down would then build on this stage. Choose another name.',
  find: ({ build }) =>
    build.stages.flatMap((stage) => {
      const instruction = build.file.instructions[stage.instruction];
      if (stage.name === null || !RESERVED.includes(stage.name) || !instruction) return [];
      return [
        {
          message: `Stage name should not use the same name as reserved stage "${stage.name}"`,
          span: mark(instruction, instruction.words[2]),
          element: stage.id,
          moment: { phase: 'globals', major: -1, minor: 0, side: -1 },
          instruction: null,
        },
      ];
    }),
};
