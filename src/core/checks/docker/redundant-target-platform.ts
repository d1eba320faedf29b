// RedundantTargetPlatform: `--platform=$TARGETPLATFORM` is what happens anyway.

import { mark } from '../view';
import { replace } from '../edits';
import type { DockerRule } from '../rule';
import { at, span } from '../../text';

export const redundantTargetPlatform: DockerRule = {
  name: 'RedundantTargetPlatform',
  severity: 'warning',
  explanation:
    'A stage is built for the target platform unless told otherwise, so --platform=$TARGETPLATFORM says nothing. Leave it out. (--platform=$BUILDPLATFORM is different: it lets a compiler run at full speed on the machine that builds.)',
  find: (view) =>
    view.build.observations.flatMap((seen) => {
      if (seen.kind !== 'platform-flag') return [];
      const stage = view.build.stages[seen.stage];
      const instruction = stage && view.build.file.instructions[stage.instruction];
      if (!instruction || seen.unmatched.length > 0 || seen.matched.join() !== 'TARGETPLATFORM') return [];
      // An ARG may set it to something else; then only the bare variable is sure to be the same.
      if (seen.result !== view.build.platform && !/^\$(TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(seen.written))
        return [];
      const flag = instruction.flags.find(({ name }) => name === 'platform');
      const next = flag && view.lines[flag.span.end.line]?.slice(flag.span.end.column).search(/\S/);
      const edits =
        flag && next !== undefined && next > 0
          ? [replace(span(flag.span.start, at(flag.span.end.line, flag.span.end.column + next)), '')]
          : null;
      return [
        {
          message: `Setting platform to predefined ${seen.written} in FROM is redundant as this is the default behavior`,
          span: mark(instruction, flag ? { text: '', span: flag.span } : null),
          element: stage.id,
          fix: edits && { title: 'Remove the flag', edits },
          moment: { phase: 'stages', major: stage.index, minor: 0, side: -1 },
          instruction: instruction.index,
        },
      ];
    }),
};
