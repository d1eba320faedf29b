// ConsistentInstructionCasing: every instruction like the majority; ARG before the first FROM is not looked at.

import { replace } from '../edits';
import type { DockerRule } from '../rule';
import { head } from '../view';

const lower = (text: string): boolean => text === text.toLowerCase();
const upper = (text: string): boolean => text === text.toUpperCase();

export const consistentInstructionCasing: DockerRule = {
  name: 'ConsistentInstructionCasing',
  severity: 'warning',
  explanation:
    'Docker reads instructions in any case, but one spelling throughout a file is easier to read; capitals are the custom, as they tell instructions from arguments. Write this one like the others.',
  find: ({ build, elements }) => {
    const first = build.stages[0]?.instruction;
    if (first === undefined) return [];
    const all = build.file.instructions.slice(first);
    const lowers = all.filter(({ written }) => lower(written)).length;
    const uppers = all.filter(({ written }) => upper(written) && !lower(written)).length;
    const toLower = lowers > uppers;
    return all.flatMap((instruction) => {
      const { written } = instruction;
      if (toLower ? lower(written) : upper(written)) return [];
      const turn = (text: string): string => (toLower ? text.toLowerCase() : text.toUpperCase());
      const as = instruction.keyword === 'FROM' && instruction.words.length === 3 ? instruction.words[1] : undefined;
      const edits = [replace(instruction.keywordSpan, turn(written))];
      if (as && as.text !== turn(as.text)) edits.push(replace(as.span, turn(as.text)));
      return [
        {
          message: `Command '${written}' should match the case of the command majority (${toLower ? 'lowercase' : 'uppercase'})`,
          span: head(instruction),
          element: elements.get(instruction.index) ?? null,
          fix: { title: `Write ${turn(written)}`, edits },
          moment: { phase: 'globals', major: -1, minor: 0, side: -1 },
          instruction: null,
        },
      ];
    });
  },
};
