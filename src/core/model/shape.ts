// Model, last step: what the walk has found takes the shape of Build. In: nodes, their runs. Out: stages, steps and links.
// Nothing is decided here.

import { baseLinkId, imageId, stageId, stepId } from '../element';
import type { ParsedFile } from '../parse/instruction';
import type { Action, Base, Link, Origin, Stage, Step } from './build';
import type { Command } from './command';
import type { Node } from './node';
import { labelOf } from './node';
import { describe } from './description';
import { perform } from './perform';
import { formatPlatform } from './platform';
import type { StageRun } from './stage-run';

/** Commands that store files. */
const LAYERS: ReadonlySet<Action['kind']> = new Set<Action['kind']>(['run', 'copy']);

/** Carries out a command and says what the card shows. */
export function stepOf(run: StageRun, command: Command, index: number, file: ParsedFile): Step {
  const { node } = run;
  run.begin(index, command);
  const settings = run.settings.length;
  const user = run.image.user;
  const folder = run.image.workdir === '' ? '/' : run.image.workdir;
  const workdir = run.os === 'windows' ? folder.replaceAll('\\', '/') : folder;
  const action = perform(run, command);
  const { instruction } = command;
  const layer = LAYERS.has(action.kind) || (action.kind === 'workdir' && action.path !== '/');
  return {
    id: stepId(node.index, index),
    stage: node.index,
    index,
    instruction: file.instructions[instruction.index] ? instruction.index : 0,
    keyword: instruction.keyword,
    text: instruction.code,
    span: instruction.span,
    triggeredBy: index < node.triggers.length ? (node.baseNode?.index ?? null) : null,
    effect: layer ? 'layer' : 'metadata',
    workdir,
    user,
    settings,
    action,
  };
}

function baseOf(node: Node): Base {
  const written = node.from?.base ?? '';
  if (node.broken !== null) return { kind: 'broken', written, why: node.broken };
  if (node.baseNode) return { kind: 'stage', stage: node.baseNode.index, written };
  if (node.reference === null) return { kind: 'scratch', written };
  return { kind: 'image', id: imageId(node.reference), written, reference: node.reference };
}

export function stageOf({ node, platform, settings }: StageRun, steps: readonly Step[]): Stage {
  const { instruction, from } = node;
  const [base, , name] = instruction.words;
  return {
    id: stageId(node.index),
    index: node.index,
    name: from?.name ?? null,
    label: labelOf(node),
    description: describe(instruction.comments, from?.name ?? null),
    instruction: instruction.index,
    span: instruction.span,
    nameSpan: from?.name ? (name?.span ?? null) : null,
    baseSpan: base?.span ?? null,
    base: baseOf(node),
    platform: node.platform ? formatPlatform(node.platform) : null,
    runsOn: formatPlatform(platform),
    steps,
    settings,
    deps: [...node.deps.keys()].flatMap((dep) => (dep.from ? [dep.index] : [])).sort((a, b) => a - b),
    reachable: node.reachable,
  };
}

export function linksOf(stages: readonly Stage[]): Link[] {
  return stages.flatMap((stage) => {
    const { base, index } = stage;
    const links: Link[] = [];
    if (base.kind === 'stage' || base.kind === 'image')
      links.push({
        id: baseLinkId(index),
        kind: 'base',
        from: base.kind === 'stage' ? { ...base, by: 'name' } : base,
        to: index,
        step: null,
        span: stage.baseSpan ?? stage.span,
        sources: [],
        dest: null,
      });
    for (const step of stage.steps) links.push(...stepLinks(step));
    return links;
  });
}

function stepLinks({ action, id, stage, span }: Step): Link[] {
  const takes = (origin: Origin | null): origin is Link['from'] =>
    origin !== null && origin.kind !== 'context' && origin.kind !== 'scratch';
  if (action.kind === 'copy' && action.link !== null && takes(action.origin))
    return [
      {
        id: action.link,
        kind: 'copy',
        from: action.origin,
        to: stage,
        step: id,
        span,
        sources: action.sources,
        dest: action.dest,
      },
    ];
  if (action.kind !== 'run') return [];
  return action.mounts.flatMap((mount): Link[] => {
    if (mount.link === null || !takes(mount.origin)) return [];
    const sources = mount.source === null ? ['/'] : [mount.source];
    const { link, origin, target } = mount;
    return [{ id: link, kind: 'mount', from: origin, to: stage, step: id, span: mount.span, sources, dest: target }];
  });
}
