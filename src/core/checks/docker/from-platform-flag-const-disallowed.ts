// FromPlatformFlagConstDisallowed: a fixed `--platform`, unless the stage name tells of it.

import { quote } from '../../parse/quote';
import { mark } from '../view';
import type { DockerRule } from '../rule';

export const fromPlatformFlagConstDisallowed: DockerRule = {
  name: 'FromPlatformFlagConstDisallowed',
  severity: 'warning',
  explanation:
    'A fixed --platform makes this stage the same for every target, so the image cannot be built for another kind of machine. Leave the flag out, use $BUILDPLATFORM for tools that run during the build, or name the stage after the platform (build-arm64) when it is meant for one.',
  find: ({ build }) =>
    build.observations.flatMap((seen) => {
      if (seen.kind !== 'platform-flag' || seen.matched.length > 0 || seen.unmatched.length > 0) return [];
      const stage = build.stages[seen.stage];
      const instruction = stage && build.file.instructions[stage.instruction];
      const [os, architecture] = stage?.platform?.split('/') ?? [];
      if (!instruction || !os || !architecture) return [];
      const name = stage.name ?? '';
      if (name.includes(os) || name.includes(architecture)) return [];
      const flag = instruction.flags.find((one) => one.name === 'platform');
      return [
        {
          message: `FROM --platform flag should not use constant value ${quote(seen.result)}`,
          span: mark(instruction, flag ? { text: '', span: flag.span } : null),
          element: stage.id,
          moment: { phase: 'stages', major: stage.index, minor: 0, side: -1 },
          instruction: instruction.index,
        },
      ];
    }),
};
