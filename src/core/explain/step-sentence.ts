// Steps: a plain sentence for each instruction, for speakers, screen readers and captions.
// In: a step and its sizes. Out: one or two short sentences; the thing first, then its bytes.

import type { StageId } from '../element';
import type { Action, Build, Stage, Step } from '../model/build';
import type { SizeReport } from '../size/report';
import { formatBytes, formatTotal } from './bytes';
import { shortImage } from './describe';

const list = (items: readonly string[]): string => {
  if (items.length > 4) return `${items.slice(0, 3).join(', ')} and ${items.length - 3} more`;
  return items.length < 2 ? (items[0] ?? 'nothing') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
};

const short = (text: string, most = 60): string => {
  const line = text
    .trim()
    .replace(/\s*\n\s*/g, '; ')
    .replace(/\s+/g, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
};

/** ": 752 MB", ": an unknown amount", or nothing for a step that stores none. */
function adds(step: Step, size: SizeReport, verb: string): string {
  const added = size.steps[step.id]?.added;
  if (!added || step.effect === 'metadata') return '';
  if (added.kind === 'unknown') return `, ${verb} an unknown amount`;
  return added.disk.likely === 0 ? '' : `, ${verb} ${formatBytes(added.disk.likely)}`;
}

const stageNumber = (id: StageId): number => Number(id.slice(id.indexOf(':') + 1));

const nameOf = (build: Build, stage: number): string => build.stages[stage]?.label ?? `stage ${stage}`;

function copySentence(build: Build, size: SizeReport, step: Step, action: Extract<Action, { kind: 'copy' }>): string {
  const what = list([...action.sources, ...action.files.map(({ name }) => name)].map((source) => short(source)));
  const { origin, dest } = action;
  if (origin.kind === 'stage' || origin.kind === 'image') {
    const from = origin.kind === 'stage' ? nameOf(build, origin.stage) : origin.written;
    const payload = action.link ? size.payloads[action.link] : undefined;
    const bytes = payload ? `: ${payload.total.unknown > 0 ? 'an unknown amount' : formatTotal(payload.total)}` : '';
    return `Carries ${what} from ${from} to ${dest}${bytes}. Everything else in ${from} stays behind.`;
  }
  if (origin.kind === 'broken') return `Cannot copy ${what}: ${origin.why}`;
  const verb = action.add ? 'Adds' : 'Copies';
  const remote = action.sources.length > 0 && action.sources.every((source) => /^(https?:|git@|ssh:)/.test(source));
  const place = remote || action.sources.length === 0 ? '' : ' from the build context';
  const everything =
    action.files.length === 0 && action.sources.length === 1 && /^\.?\/?$/.test(action.sources[0] ?? '');
  const named = everything ? 'the whole build context' : `${what}${place}`;
  return `${verb} ${named} to ${dest}${adds(step, size, 'adding')}.`;
}

function runSentence(build: Build, size: SizeReport, step: Step, action: Extract<Action, { kind: 'run' }>): string {
  const command = short(action.script ?? action.argv.join(' '));
  const from = action.mounts.flatMap(({ origin }) => {
    if (origin?.kind === 'stage') return [nameOf(build, origin.stage)];
    return origin?.kind === 'image' ? [origin.written] : [];
  });
  const reads =
    from.length > 0 ? ` It reads from ${list([...new Set(from)])} while it runs and keeps nothing of that.` : '';
  return `Runs ${command}${adds(step, size, 'which adds')}.${reads}`;
}

function settingSentence(action: Action): string {
  switch (action.kind) {
    case 'workdir':
      return `Works in ${action.path} from here on.`;
    case 'env':
      return `Sets ${list(action.pairs.map(([name]) => name))} for the steps below and for the container.`;
    case 'label':
      return `Labels the image with ${list(action.pairs.map(([name]) => name))}.`;
    case 'arg':
      return `Takes the build argument ${list(action.pairs.map(([name]) => name))}.`;
    case 'user':
      return `Runs as ${action.user} from here on.`;
    case 'expose':
      return `Notes that the container listens on ${list(action.ports)}.`;
    case 'volume':
      return `Keeps ${list(action.paths)} in a volume when the container runs.`;
    case 'cmd':
      return `By default the container gets ${short(action.argv.join(' ')) || 'no command'}.`;
    case 'entrypoint':
      return `The container starts ${short(action.argv.join(' ')) || 'nothing of its own'}.`;
    case 'shell':
      return `Runs commands with ${short(action.argv.join(' '))} from here on.`;
    case 'healthcheck':
      return `Says how to tell whether the container is well: ${short(action.text)}.`;
    case 'stopsignal':
      return `The container is stopped with ${short(action.text)}.`;
    case 'maintainer':
      return `Names the maintainer: ${short(action.text)}.`;
    case 'onbuild':
      return `Waits for builds that start from this image: ${short(action.text)}.`;
    default:
      return 'Docker does not understand this line, so it does nothing here.';
  }
}

export function stepSentence(build: Build, size: SizeReport, step: Step): string {
  const { action } = step;
  if (action.kind === 'copy') return copySentence(build, size, step, action);
  return action.kind === 'run' ? runSentence(build, size, step, action) : settingSentence(action);
}

export function startSentence(build: Build, size: SizeReport, stage: Stage, beside: readonly StageId[]): string {
  const { base } = stage;
  const label = stage.name === null && stage.index === build.target ? 'The final image' : stage.label;
  const together =
    beside.length === 0
      ? ''
      : ` It builds at the same time as ${list(beside.map((other) => nameOf(build, stageNumber(other))))}.`;
  if (base.kind === 'scratch') return `${label} starts from nothing at all: scratch is empty.${together}`;
  if (base.kind === 'stage') return `${label} goes on from where ${nameOf(build, base.stage)} ended.${together}`;
  if (base.kind === 'broken') return `${label} has nothing to start from: ${base.why}`;
  const weight = size.stages[stage.index]?.base.size;
  const bytes = weight?.kind === 'known' ? `: ${formatBytes(weight.disk.likely)}` : ', of unknown size';
  const image = base.written.includes('$') ? shortImage(base.reference) : base.written;
  return `${label} starts from ${image}${bytes}.${together}`;
}

export function endSentence(size: SizeReport): string {
  const { image, leftBehind, singleStage } = size;
  const final = image.unknown > 0 && image.disk.likely === 0 ? 'of unknown size' : formatTotal(image);
  const left = leftBehind.disk.likely > 0 ? ` ${formatTotal(leftBehind)} stays behind.` : '';
  const known = singleStage.disk.likely > image.disk.likely;
  const single = known ? ` As a single stage it would be ${formatTotal(singleStage)}.` : '';
  return `The final image is ${final}.${left}${single}`;
}
