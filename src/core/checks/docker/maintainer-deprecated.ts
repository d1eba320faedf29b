// MaintainerDeprecated: a label replaces MAINTAINER.

import { mark } from '../view';
import { inCaseOf, replace } from '../edits';
import type { DockerRule } from '../rule';

export const maintainerDeprecated: DockerRule = {
  name: 'MaintainerDeprecated',
  severity: 'warning',
  explanation:
    'MAINTAINER is an old instruction that only sets an author. Labels do the same, can be read by other tools and can be as many as you like. Use the label org.opencontainers.image.authors.',
  find: ({ build, elements }) =>
    build.file.instructions.flatMap((instruction) => {
      if (instruction.keyword !== 'MAINTAINER') return [];
      const { escape } = build.file;
      const [firstLine, lastLine] = [instruction.span.start.line, instruction.span.end.line];
      const plain = instruction.rest !== '' && firstLine === lastLine && instruction.trailingComment === null;
      const value = [...instruction.rest]
        .map((char) => (['"', '$', escape].includes(char) ? escape + char : char))
        .join('');
      const label = `${inCaseOf(instruction.written, 'LABEL')} org.opencontainers.image.authors="${value}"`;
      return [
        {
          message: 'Maintainer instruction is deprecated in favor of using label',
          span: mark(instruction),
          element: elements.get(instruction.index) ?? null,
          fix: plain ? { title: 'Use a label', edits: [replace(instruction.span, label)] } : null,
          moment: { phase: 'instructions', major: instruction.index, minor: 0, side: -1 },
          instruction: instruction.index,
        },
      ];
    }),
};
