// StageNameCasing: BuildKit keeps stage names in lower case, whatever is written.

import { mark } from '../view';
import type { DockerRule } from '../rule';
import { replace } from '../edits';

const VALID = /^[a-z][a-z0-9-_.]*$/i;

export const stageNameCasing: DockerRule = {
  name: 'StageNameCasing',
  severity: 'warning',
  explanation:
    'Docker turns every stage name into lower case, and FROM minds case when it looks for one: FROM Builder would look for an image. Write the name in lower case where it is given.',
  find: ({ build, elements }) =>
    build.file.instructions.flatMap((instruction) => {
      const name = instruction.words[2];
      if (instruction.keyword !== 'FROM' || instruction.words.length !== 3 || !name) return [];
      const lower = name.text.toLowerCase();
      if (name.text === lower) return [];
      const fix = VALID.test(name.text) ? { title: `Rename to ${lower}`, edits: [replace(name.span, lower)] } : null;
      return [
        {
          message: `Stage name '${name.text}' should be lowercase`,
          span: mark(instruction, name),
          element: elements.get(instruction.index) ?? null,
          fix,
          moment: { phase: 'instructions', major: instruction.index, minor: 0, side: -1 },
          instruction: instruction.index,
        },
      ];
    }),
};
