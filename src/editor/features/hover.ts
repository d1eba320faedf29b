// What a place in the text means: the value of a variable and why, a stage or an image and its weight, an instruction
// and what it adds.

import {
  formatBytes,
  formatRange,
  formatTotal,
  type Analysis,
  type Estimate,
  type Instruction,
  type Position,
  type Span,
} from '../../core';
import { within } from '../elements';
import { helpFor, referenceOf } from './help';
import { flags } from './flags';
import { variablesAt } from './scope';
import { stagePlaces } from './stages';
import { variablePlaces } from './variables';

export interface Hover {
  readonly span: Span;
  /** Markdown, a paragraph each. */
  readonly paragraphs: readonly string[];
}

/** Text put into Markdown as code, whatever it holds. */
export function code(text: string): string {
  const shown = text.replace(/\s+/g, ' ').trim();
  const fence = '`'.repeat(Math.max(0, ...[...shown.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown.length > 200 ? `${shown.slice(0, 199)}…` : shown}${pad}${fence}`;
}

const escape = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');

/** "752 MB on disk (690–810), 230 MB to pull", why, and where from. */
function weight(size: Estimate, sign = ''): readonly string[] {
  if (size.kind === 'unknown') return [`Size unknown. ${escape(size.reason)}`];
  const range = formatRange(size.disk);
  const head = `**${sign}${formatBytes(size.disk.likely)}** on disk${range ? ` (${range})` : ''} · ${formatBytes(size.pull.likely)} to pull`;
  const known = size.evidence.map(
    (one) => `${escape(one.entry)} (${escape(one.source)}${one.asOf === null ? '' : `, ${one.asOf}`})`,
  );
  return [head, `${escape(size.reason)}${known.length > 0 ? `\n\nFrom ${known.slice(0, 3).join('; ')}` : ''}`];
}

function variable(analysis: Analysis, position: Position): Hover | null {
  const here = variablePlaces(analysis.build).find((place) => within(position, place.span));
  if (!here) return null;
  const name = code(here.name);
  const own = variablesAt(analysis, here.declares ? { ...here.span.end, line: here.span.end.line + 1 } : position);
  const found = own.find((one) => one.name === here.name);
  if (!found) {
    return {
      span: here.span,
      paragraphs: [
        `${name} is not set here.`,
        'No ARG or ENV above declares it in this stage, so Docker reads it as empty.',
      ],
    };
  }
  const value = found.value === null ? 'has no value' : found.value === '' ? 'is empty' : `= ${code(found.value)}`;
  const where =
    found.kind === 'predefined'
      ? 'Set by BuildKit from the platform.'
      : found.kind === 'inherited' || found.line === null
        ? 'Comes from the base image or the head of the file.'
        : found.kind === 'ENV'
          ? `ENV on line ${found.line + 1}; it stays in the image.`
          : `Build argument from line ${found.line + 1}; set it with ${code(`--build-arg ${found.name}=…`)}.`;
  return { span: here.span, paragraphs: [`${name} ${value}`, where] };
}

function stage(analysis: Analysis, position: Position): Hover | null {
  const here = stagePlaces(analysis.build).find((place) => within(position, place.span));
  const meant = here ? analysis.build.stages[here.stage] : undefined;
  if (!here || !meant) return null;
  const sized = analysis.size.stages[meant.index];
  const fates = {
    shipped: 'shipped',
    'left-behind': 'left behind',
    'not-built': 'not built: the target does not need it',
  };
  const line = (analysis.build.file.instructions[meant.instruction]?.span.start.line ?? 0) + 1;
  const base =
    meant.base.kind === 'image' ? meant.base.reference.replace(/^docker\.io\/(library\/)?/, '') : meant.base.written;
  return {
    span: here.span,
    paragraphs: [
      `Stage **${escape(meant.label)}**, line ${line}, from ${code(base)}`,
      ...(meant.description === null ? [] : [escape(meant.description)]),
      ...(sized ? [`${formatTotal(sized.total)} on disk · ${fates[sized.fate]}`] : []),
      ...(sized && sized.fate === 'left-behind' && sized.carriedOut.disk.likely > 0
        ? [`${formatTotal(sized.carriedOut)} is copied out of it.`]
        : []),
    ],
  };
}

function image(analysis: Analysis, position: Position): Hover | null {
  const { stages, links } = analysis.build;
  for (const one of stages) {
    if (one.base.kind === 'image' && one.baseSpan && within(position, one.baseSpan)) {
      const size = analysis.size.images[one.base.id] ?? analysis.size.stages[one.index]?.base.size;
      return { span: one.baseSpan, paragraphs: [code(one.base.reference), ...(size ? weight(size) : [])] };
    }
  }
  const link = links.find((one) => one.from.kind === 'image' && within(position, one.span) && one.kind !== 'base');
  if (link?.from.kind !== 'image') return null;
  const flag = analysis.build.file.instructions
    .flatMap((one) => one.flags)
    .find((one) => one.name === 'from' && one.valueSpan && within(position, one.valueSpan));
  if (!flag?.valueSpan) return null;
  const size = analysis.size.images[link.from.id];
  return { span: flag.valueSpan, paragraphs: [code(link.from.reference), ...(size ? weight(size) : [])] };
}

/** A path that COPY --from carries: what made it, and its bytes. */
function carried(analysis: Analysis, position: Position): Hover | null {
  for (const link of analysis.build.links) {
    const payload = analysis.size.payloads[link.id];
    const step = analysis.build.stages[link.to]?.steps.find((one) => one.id === link.step);
    const instruction = step ? analysis.build.file.instructions[step.instruction] : undefined;
    const nth = instruction?.words.findIndex((word) => within(position, word.span)) ?? -1;
    const path = nth < 0 ? undefined : payload?.paths[nth];
    const word = instruction?.words[nth];
    if (!path || !word || !within(position, link.span)) continue;
    const maker = analysis.build.stages.flatMap((one) => one.steps).find((one) => one.id === path.madeBy);
    return {
      span: word.span,
      paragraphs: [
        `${code(path.source)} → ${code(path.dest)}`,
        ...weight(path.size),
        ...(maker ? [`Made on line ${maker.span.start.line + 1} by ${code(maker.text)}`] : []),
      ],
    };
  }
  return null;
}

function keyword(analysis: Analysis, instruction: Instruction): Hover {
  const help = helpFor(instruction.keyword);
  const step = analysis.build.stages
    .flatMap((one) => one.steps)
    .find((one) => one.instruction === instruction.index && one.triggeredBy === null);
  const added = step && step.effect === 'layer' ? analysis.size.steps[step.id]?.added : undefined;
  return {
    span: instruction.keywordSpan,
    paragraphs: [
      ...(help
        ? [
            `${help.what}\n\n${help.note}`,
            `[${instruction.keyword} in Docker’s reference](${referenceOf(instruction.keyword)})`,
          ]
        : [`Docker knows no instruction ${code(instruction.written)}.`]),
      ...(added
        ? weight(added, '+')
        : step?.effect === 'metadata'
          ? ['Changes the image’s config only: no bytes.']
          : []),
    ],
  };
}

function flag(instruction: Instruction, position: Position): Hover | null {
  const inner = instruction.onbuild ?? instruction;
  const here = inner.flags.find((one) => within(position, one.span));
  const known = here ? flags[inner.keyword]?.find((one) => one.name === here.name) : undefined;
  if (!here || !known) return null;
  return { span: here.span, paragraphs: [`${code(`--${known.name}`)} ${known.what}`] };
}

/** What to say about a place; `null` where there is nothing to say. */
export function hoverAt(analysis: Analysis, position: Position): Hover | null {
  const named =
    variable(analysis, position) ??
    stage(analysis, position) ??
    image(analysis, position) ??
    carried(analysis, position);
  if (named) return named;
  const instruction = analysis.build.file.instructions.find((one) => within(position, one.span));
  if (!instruction) return null;
  if (within(position, instruction.keywordSpan)) return keyword(analysis, instruction);
  return flag(instruction, position);
}
