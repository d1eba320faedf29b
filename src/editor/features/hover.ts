// What a place in the text means: the value of a variable and why, a stage or an image and its weight, an instruction
// and what it adds.

import {
  formatTotal,
  whyBase,
  whyBuilt,
  whyOrigin,
  whyValue,
  whyValueInFrom,
  type Analysis,
  type Build,
  type Position,
} from '../../core';
import { within } from '../elements';
import { lineStarts, offsetOf } from '../places';
import { directive, flag, keyword } from './hover-syntax';
import { code, escape, weight, type Hover } from './hover-words';
import { PREDEFINED, variablesAt } from './scope';
import { stagePlaces } from './stages';
import { variablePlaces, type VariablePlace } from './variables';

/** Instructions whose variables a shell replaces when they run, and not Docker. */
const BY_SHELL = /^(RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/;

/** The word of `${NAME:-word}`, as written. */
function standIn(text: string, { span: { end } }: VariablePlace): string | null {
  const after = text.slice(offsetOf(text, lineStarts(text), end));
  return /^:?-([^\n{}]+)\}/.exec(after)?.[1] ?? null;
}

/** A sentence of the analysis, names in backquotes: Markdown but for what else could be taken for marks. */
const sentence = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : escape(part)))
    .join('');

/** Where the value of a variable came from. */
function whyHeld({ build }: Analysis, here: VariablePlace): string {
  const stage = build.stages[here.stage];
  if (!stage) return sentence(whyValueInFrom(build, here.name));
  const at = stage.steps.findIndex((step) => step.instruction === here.instruction && step.triggeredBy === null);
  return sentence(whyValue(build, stage, at < 0 ? stage.steps.length : at + (here.declares ? 1 : 0), here.name));
}

function variable(analysis: Analysis, position: Position): Hover | null {
  const here: VariablePlace | undefined = variablePlaces(analysis.build).find((place) => within(position, place.span));
  if (!here) return null;
  const instruction = analysis.build.file.instructions[here.instruction];
  // What an instruction declares holds from the next one on.
  const asked = here.declares && instruction ? { line: instruction.span.end.line + 1, column: 0 } : position;
  const found = variablesAt(analysis, asked).find((one) => one.name === here.name);
  if (!found) {
    const other = standIn(analysis.build.file.text, here);
    const inner = instruction?.onbuild ?? instruction;
    const paragraphs = [whyHeld(analysis, here)];
    if (other !== null) paragraphs.push(`Where nothing else sets it, ${code(other)} stands in for it.`);
    else if (BY_SHELL.test(inner?.keyword ?? '')) paragraphs.push('The shell that runs this may give it a value.');
    else if (here.stage >= 0) paragraphs.push('Else Docker reads it as empty.');
    return { span: here.span, paragraphs };
  }
  const more =
    found.kind === 'ENV'
      ? ['It stays in the image.']
      : found.kind === 'ARG' && !PREDEFINED.test(found.name)
        ? [`Set it with ${code(`--build-arg ${found.name}=…`)}.`]
        : [];
  return { span: here.span, paragraphs: [whyHeld(analysis, here), ...more] };
}

function stage(analysis: Analysis, position: Position): Hover | null {
  const here = stagePlaces(analysis.build).find((place) => within(position, place.span));
  const meant = here ? analysis.build.stages[here.stage] : undefined;
  if (!here || !meant) return null;
  const sized = analysis.size.stages[meant.index];
  const fates = { shipped: 'shipped', 'left-behind': 'left behind', 'not-built': 'not built' };
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
      ...(here.declares ? [] : whyHere(analysis.build, position)),
      sentence(whyBuilt(analysis.build, meant.index)),
    ],
  };
}

/** Which rule decided the reference at a place. */
function whyHere(build: Build, position: Position): string[] {
  const started = build.stages.find(({ baseSpan }) => baseSpan && within(position, baseSpan));
  if (started) return [sentence(whyBase(build, started))];
  const link = build.links.find(({ kind, span }) => kind !== 'base' && within(position, span));
  return link && link.kind !== 'base' ? [sentence(whyOrigin(build, link.from, link.kind))] : [];
}

function image(analysis: Analysis, position: Position): Hover | null {
  const { stages, links } = analysis.build;
  for (const one of stages) {
    if (one.base.kind === 'scratch' && one.baseSpan && within(position, one.baseSpan)) {
      return { span: one.baseSpan, paragraphs: ['`scratch` is no image: the stage starts without a single file.'] };
    }
    if (one.base.kind === 'image' && one.baseSpan && within(position, one.baseSpan)) {
      const size = analysis.size.images[one.base.id] ?? analysis.size.stages[one.index]?.base.size;
      const why = whyHere(analysis.build, position);
      return { span: one.baseSpan, paragraphs: [code(one.base.reference), ...(size ? weight(size) : []), ...why] };
    }
  }
  const link = links.find((one) => one.from.kind === 'image' && within(position, one.span) && one.kind !== 'base');
  if (link?.from.kind !== 'image') return null;
  const flag = analysis.build.file.instructions
    .flatMap((one) => one.flags)
    .find((one) => one.name === 'from' && one.valueSpan && within(position, one.valueSpan));
  if (!flag?.valueSpan) return null;
  const size = analysis.size.images[link.from.id];
  const why = whyHere(analysis.build, position);
  return { span: flag.valueSpan, paragraphs: [code(link.from.reference), ...(size ? weight(size) : []), ...why] };
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

/** A path as Docker takes it, once WORKDIR is put before it: of WORKDIR itself, and where COPY and ADD put things. */
function resolved(analysis: Analysis, position: Position): Hover | null {
  for (const step of analysis.build.stages.flatMap((one) => one.steps)) {
    const { action } = step;
    const instruction = analysis.build.file.instructions[step.instruction];
    const word = instruction?.words.at(-1);
    if (step.triggeredBy !== null || !word || !within(position, word.span)) continue;
    if (action.kind === 'workdir')
      return { span: word.span, paragraphs: [`The working folder from here on: ${code(action.path)}`] };
    if (action.kind === 'copy' && !action.dest.includes('\\'))
      return { span: word.span, paragraphs: [`Goes to ${code(action.dest)}`] };
  }
  return null;
}

/** What to say about a place; `null` where there is nothing to say. */
export function hoverAt(analysis: Analysis, position: Position): Hover | null {
  const named =
    variable(analysis, position) ??
    stage(analysis, position) ??
    image(analysis, position) ??
    carried(analysis, position) ??
    resolved(analysis, position) ??
    directive(analysis, position);
  if (named) return named;
  const instruction = analysis.build.file.instructions.find((one) => within(position, one.span));
  if (!instruction) return null;
  const inner = [instruction, instruction.onbuild].find((one) => one && within(position, one.keywordSpan));
  if (inner) return keyword(analysis, inner, inner !== instruction);
  return flag(instruction, position);
}
