// One spoken sentence for everything a person can point at: stages, steps, edges and images. For screen readers and tooltips.
// In: the analysis and an id. Out: plain words; an id that no longer exists gives an empty string.

import type { Analysis } from '../analysis';
import type { ElementId, StageId, StepId } from '../element';
import type { Base, Link, Stage, Step } from '../model/build';
import { sayEstimate, sayTotal } from './amount';
import { whyBase, whyBuilt, whyOrigin } from './why';

type Core = Pick<Analysis, 'build' | 'size'>;

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** `docker.io/library/debian:12` is read as `debian:12`. */
export const shortImage = (reference: string): string => reference.replace(/^docker\.io\/(library\/)?/, '');

function nameOfOrigin({ build }: Core, from: Link['from'] | Exclude<Base, { kind: 'scratch' }>): string {
  switch (from.kind) {
    case 'stage':
      return `stage ${build.stages[from.stage]?.label ?? from.written}`;
    case 'image':
      return `image ${shortImage(from.reference)}`;
    case 'broken':
      return from.written === '' ? 'an unclear place' : from.written;
  }
}

export function describeBase(core: Core, stage: Stage): string {
  const { base } = stage;
  if (base.kind === 'scratch') return 'the empty image';
  return nameOfOrigin(core, base);
}

const FATES = {
  shipped: 'its layers are in the final image',
  'left-behind': 'built, but only what is copied out of it goes on',
  'not-built': 'not built',
} as const;

export function describeStage(core: Core, stage: Stage): string {
  const size = core.size.stages[stage.index];
  const target = core.build.target === stage.index ? ', the target' : '';
  const start = `Stage ${stage.label}${target}, starts from ${describeBase(core, stage)}`;
  if (!size) return `${start}. ${whyBuilt(core.build, stage.index)}`;
  const left = size.fate === 'left-behind' ? ` ${sayTotal(size.leftBehind)} stay behind.` : '';
  return `${start}, ${sayTotal(size.total)}, ${FATES[size.fate]}.${left} ${whyBuilt(core.build, stage.index)}`;
}

/** The edge from a base to its stage; the empty image has one too, though it is nothing to take from. */
const describeStart = (core: Core, stage: Stage): string =>
  `Stage ${stage.label} starts from ${describeBase(core, stage)}. ${whyBase(core.build, stage)}`;

export function describeLink(core: Core, link: Link): string {
  const stage = core.build.stages[link.to];
  if (link.kind === 'base') return stage ? describeStart(core, stage) : '';
  const from = nameOfOrigin(core, link.from);
  const to = stage?.label ?? '';
  const dest = link.dest === null ? '' : ` ${link.kind === 'copy' ? 'to' : 'on'} ${link.dest}`;
  const what = link.sources.length === 0 ? 'files' : list(link.sources);
  const why = whyOrigin(core.build, link.from, link.kind);
  if (link.kind === 'mount')
    return `${what} of ${from}, mounted${dest} in stage ${to} for one step and not carried into the image. ${why}`;
  const payload = core.size.payloads[link.id];
  const size = payload ? `, ${sayTotal(payload.total)}` : '';
  return `${what} copied from ${from}${dest} in stage ${to}${size}. ${why}`;
}

export function describeStep({ size }: Core, step: Step): string {
  const own = size.steps[step.id];
  const trigger = step.triggeredBy === null ? '' : ', set off by an ONBUILD of its base';
  const weight =
    step.effect === 'metadata' || !own ? 'changes only the settings of the image' : `adds ${sayEstimate(own.added)}`;
  return `${step.text}${trigger}: ${weight}.`;
}

/** The sentence for an element. */
export function describe(core: Core, id: ElementId): string {
  const { build, size } = core;
  if (id.startsWith('stage:')) {
    const stage = build.stages[Number((id as StageId).slice('stage:'.length))];
    return stage ? describeStage(core, stage) : '';
  }
  if (id.startsWith('step:')) {
    const [stage, index] = (id as StepId).slice('step:'.length).split('.').map(Number);
    const step = build.stages[stage ?? -1]?.steps[index ?? -1];
    return step ? describeStep(core, step) : '';
  }
  if (id.startsWith('image:')) {
    if (id === 'image:scratch') return 'The empty image: nothing is pulled.';
    const estimate = size.images[id as `image:${string}`];
    return `Image ${shortImage(id.slice('image:'.length))}${estimate ? `, ${sayEstimate(estimate)}` : ''}.`;
  }
  if (id.startsWith('base:')) {
    const stage = build.stages[Number(id.slice('base:'.length))];
    return stage ? describeStart(core, stage) : '';
  }
  const link = build.links.find((one) => one.id === id);
  return link ? describeLink(core, link) : '';
}
