// InvalidDefinitionDescription (experimental): the comment above a stage or argument begins with its name.

import { mark } from '../view';
import { insert } from '../edits';
import type { DockerRule } from '../rule';
import type { Instruction } from '../../parse/instruction';

function definedBy(names: ReadonlyMap<number, string | null>, instruction: Instruction): readonly string[] {
  if (instruction.keyword === 'FROM') {
    const name = names.get(instruction.index);
    return name ? [name] : [];
  }
  return instruction.words.map(({ text }) => text.split('=')[0] ?? '');
}

export const invalidDefinitionDescription: DockerRule = {
  name: 'InvalidDefinitionDescription',
  severity: 'info',
  experimental: true,
  explanation:
    'docker build --call=outline shows the comment above a stage or an ARG as its description, if the comment begins with the name: # PORT the port to listen on. Begin it with the name, so that it is found.',
  find: ({ build, elements }) => {
    const stages = new Map(build.stages.map(({ instruction, name }) => [instruction, name]));
    return build.file.instructions.flatMap((instruction) => {
      if (instruction.keyword !== 'FROM' && instruction.keyword !== 'ARG') return [];
      const names = definedBy(stages, instruction);
      const comment = instruction.comments.at(-1);
      const [name] = names;
      if (comment === undefined || name === undefined || names.includes(comment.split(' ')[0] ?? '')) return [];
      const written = build.file.comments.findLast(({ span }) => span.end.line < instruction.span.start.line);
      const { line, column } = written?.span.start ?? { line: 0, column: 0 };
      const fix =
        names.length === 1 && written?.text === comment && comment !== ''
          ? { title: `Begin it with ${name}`, edits: [insert(line, column + 1, ` ${name}`)] }
          : null;
      return [
        {
          message: `Comment for ${instruction.keyword} should follow the format: \`# ${names.length > 1 ? '<arg_key>' : name} <description>\``,
          span: mark(instruction),
          element: elements.get(instruction.index) ?? null,
          fix,
          moment: { phase: 'instructions', major: instruction.index, minor: 0, side: 1 },
          instruction: instruction.index,
        },
      ];
    });
  },
};
