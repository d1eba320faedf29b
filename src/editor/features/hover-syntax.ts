// Hovers over the words Docker itself defines: instructions, flags, options of mounts, directives.

import { at, span, type Analysis, type Instruction, type Position } from '../../core';
import { within } from '../elements';
import { flags, optionsOf, type FlagHelp } from './flags';
import { helpFor, referenceOf } from './help';
import { code, weight, type Hover } from './hover-words';

/** What an instruction adds, in words; nothing of one that Docker does not know. */
function adds(analysis: Analysis, instruction: Instruction): readonly string[] {
  const step = analysis.build.stages
    .flatMap((one) => one.steps)
    .find((one) => one.instruction === instruction.index && one.triggeredBy === null);
  if (step?.effect === 'layer') {
    const added = analysis.size.steps[step.id]?.added;
    return added ? weight(added, '+') : [];
  }
  if (step?.effect !== 'metadata') return [];
  return instruction.keyword === 'ARG'
    ? ['Known while building only: no bytes in the image.']
    : ['Changes the image’s config only: no bytes.'];
}

/** `later` is an instruction inside ONBUILD, which adds nothing here. */
export function keyword(analysis: Analysis, instruction: Instruction, later: boolean): Hover {
  const help = helpFor(instruction.keyword);
  return {
    span: instruction.keywordSpan,
    paragraphs: help
      ? [
          `${help.what}\n\n${help.note}`,
          `[${instruction.keyword} in Docker’s reference](${referenceOf(instruction.keyword)})`,
          ...(later ? [] : adds(analysis, instruction)),
        ]
      : [`Docker knows no instruction ${code(instruction.written)}.`],
  };
}

const ALIASES: Readonly<Record<string, string>> = {
  src: 'source',
  dst: 'target',
  destination: 'target',
  ro: 'readonly',
  rw: 'readwrite',
};

/** The option of a mount at a column, counted from where its value starts. */
function mountOption(value: string, column: number): { from: number; to: number; help: FlagHelp } | null {
  const type = /(?:^|,)type=(\w+)/.exec(value)?.[1] ?? 'bind';
  for (const option of value.matchAll(/[^,]+/g)) {
    const [whole] = option;
    const name = whole.split('=')[0] ?? '';
    const help = optionsOf(type).find((one) => one.name === (ALIASES[name] ?? name));
    if (help && column >= option.index && column <= option.index + whole.length)
      return { from: option.index, to: option.index + whole.length, help };
  }
  return null;
}

export function flag(instruction: Instruction, position: Position): Hover | null {
  const inner = instruction.onbuild ?? instruction;
  const here = inner.flags.find((one) => within(position, one.span));
  const known = here ? flags[inner.keyword]?.find((one) => one.name === here.name) : undefined;
  if (!here || !known) return null;
  const value = here.valueSpan;
  if (
    known.name === 'mount' &&
    value &&
    here.value !== null &&
    value.start.line === value.end.line &&
    within(position, value)
  ) {
    const { line, column } = value.start;
    const option = mountOption(here.value, position.column - column);
    if (option) {
      return {
        span: span(at(line, column + option.from), at(line, column + option.to)),
        paragraphs: [`${code(option.help.name)} ${option.help.what}`],
      };
    }
  }
  return { span: here.span, paragraphs: [`${code(`--${known.name}`)} ${known.what}`] };
}

const directives: Readonly<Record<string, string>> = {
  syntax: 'Which Dockerfile frontend reads this file: an image that BuildKit fetches and runs before anything else.',
  escape: 'The character that joins a line with the next and takes the meaning from the one behind it.',
  check:
    'How `docker build --check` looks at this file: which checks to skip, and whether a failed one stops the build.',
};

export function directive(analysis: Analysis, position: Position): Hover | null {
  const here = analysis.build.file.directives.find((one) => within(position, one.span));
  const what = here && directives[here.name];
  if (!here || !what) return null;
  return {
    span: here.span,
    paragraphs: [
      what,
      `[${here.name} in Docker’s reference](https://docs.docker.com/reference/dockerfile/#${here.name})`,
    ],
  };
}
