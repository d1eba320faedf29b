// FromAsCasing: AS is written like the FROM before it.

import { mark } from '../view';
import { inCaseOf, replace } from '../edits';
import type { DockerRule } from '../rule';

export const fromAsCasing: DockerRule = {
  name: 'FromAsCasing',
  severity: 'warning',
  explanation:
    'Docker reads AS in any case, but a line with FROM in capitals and as in small letters is harder to read. Write both the same way.',
  find: ({ build, elements }) =>
    build.file.instructions.flatMap((instruction) => {
      const [, as] = instruction.words;
      const { written } = instruction;
      if (instruction.keyword !== 'FROM' || instruction.words.length < 3 || !as) return [];
      if (written !== written.toLowerCase() && written !== written.toUpperCase()) return [];
      const wanted = inCaseOf(written, as.text);
      if (as.text === wanted) return [];
      const keyword = as.text.toLowerCase() === 'as';
      return [
        {
          message: `'${as.text}' and '${written}' keywords' casing do not match`,
          span: mark(instruction, as),
          element: elements.get(instruction.index) ?? null,
          fix: keyword ? { title: `Write ${wanted}`, edits: [replace(as.span, wanted)] } : null,
          moment: { phase: 'instructions', major: instruction.index, minor: 0, side: -1 },
          instruction: instruction.index,
        },
      ];
    }),
};
