// Builds put together by hand, so that sizing is tested apart from parsing and modelling.

import { at, baseLinkId, imageId, linkId, span, stageId, stepId } from '../../../src/core';
import type { Action, Base, Build, Instruction, Link, Mount, Origin, Stage, Step } from '../../../src/core';

const NOWHERE = span(at(0, 0), at(0, 0));

export interface StageSketch {
  readonly name?: string;
  /** An image's reference, `scratch`, or the number of an earlier stage. */
  readonly from: string | number;
  readonly steps: readonly (StepSketch | string)[];
}

/** A string is the script of a RUN. */
export type StepSketch = {
  readonly action: Action;
  readonly comments?: readonly string[];
  readonly workdir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly user?: string;
};

export const run = (script: string, more: Partial<StepSketch> & { mounts?: readonly Mount[] } = {}): StepSketch => ({
  ...more,
  action: { kind: 'run', script, argv: ['/bin/sh', '-c'], mounts: more.mounts ?? [], scriptSpan: NOWHERE },
});

export const cacheMount = (target: string): Mount => ({
  type: 'cache',
  origin: null,
  source: null,
  target,
  readonly: false,
  id: null,
  link: null,
  span: NOWHERE,
});

export const copyOf = (
  from: number | string | null,
  sources: readonly string[],
  dest: string,
  more: Partial<Extract<Action, { kind: 'copy' }>> = {},
): StepSketch => ({
  action: {
    kind: 'copy',
    add: false,
    origin: originOf(from),
    link: null,
    sources,
    files: [],
    dest,
    chown: null,
    chmod: null,
    linked: false,
    parents: false,
    exclude: [],
    ...more,
  },
});

export const workdir = (path: string): StepSketch => ({ action: { kind: 'workdir', path } });

function originOf(from: number | string | null): Origin {
  if (from === null) return { kind: 'context' };
  if (typeof from === 'number') return { kind: 'stage', stage: from, written: String(from), by: 'index' };
  const reference = normal(from);
  return { kind: 'image', id: imageId(reference), written: from, reference };
}

const normal = (image: string): string => (image.includes('/') ? image : `docker.io/library/${image}`);

function baseOf(from: string | number): Base {
  if (typeof from === 'number') return { kind: 'stage', stage: from, written: String(from) };
  if (from === 'scratch') return { kind: 'scratch', written: from };
  return { kind: 'image', id: imageId(normal(from)), written: from, reference: normal(from) };
}

/** The build of a list of stages; the last is the target. */
export function buildOf(sketches: readonly StageSketch[]): Build {
  const instructions: Instruction[] = [];
  const links: Link[] = [];
  const next = (keyword: string, comments: readonly string[] = []): number =>
    instructions.push({ keyword, comments, span: NOWHERE } as unknown as Instruction) - 1;
  const stages = sketches.map((sketch, index): Stage => {
    const instruction = next('FROM');
    const base = baseOf(sketch.from);
    if (base.kind === 'stage' || base.kind === 'image')
      links.push({
        id: baseLinkId(index),
        kind: 'base',
        from: base.kind === 'stage' ? { ...base, by: 'name' } : base,
        to: index,
        step: null,
        span: NOWHERE,
        sources: [],
        dest: null,
      });
    let folder = '/';
    const settings: [string, string][] = [];
    const steps = sketch.steps.map((each, at): Step => {
      const one = typeof each === 'string' ? run(each) : each;
      let { action } = one;
      if (action.kind === 'workdir') folder = action.path;
      if (action.kind === 'copy' && (action.origin.kind === 'stage' || action.origin.kind === 'image')) {
        const id = linkId(index, at, 0);
        action = { ...action, link: id };
        links.push({
          id,
          kind: 'copy',
          from: action.origin as Link['from'],
          to: index,
          step: stepId(index, at),
          span: NOWHERE,
          sources: action.sources,
          dest: action.dest,
        });
      }
      const text =
        action.kind === 'run'
          ? `RUN ${action.script ?? ''}`
          : action.kind === 'copy'
            ? `COPY ${action.sources.join(' ')} ${action.dest}`
            : action.kind === 'workdir'
              ? `WORKDIR ${action.path}`
              : action.kind;
      const stored = action.kind === 'run' || action.kind === 'copy' || action.kind === 'workdir';
      return {
        id: stepId(index, at),
        stage: index,
        index: at,
        instruction: next(action.kind.toUpperCase(), one.comments ?? []),
        keyword: action.kind.toUpperCase(),
        text,
        span: NOWHERE,
        triggeredBy: null,
        effect: stored ? 'layer' : 'metadata',
        workdir: one.workdir ?? folder,
        user: one.user ?? '',
        settings: settings.push(...Object.entries(one.env ?? {})),
        action,
      } as Step;
    });
    return {
      id: stageId(index),
      index,
      name: sketch.name ?? null,
      label: sketch.name ?? `stage-${String(index)}`,
      description: null,
      instruction,
      span: NOWHERE,
      nameSpan: null,
      baseSpan: null,
      base,
      platform: null,
      runsOn: 'linux/amd64',
      steps,
      settings,
      deps: [],
      reachable: true,
    };
  });
  const needed = reach(stages, sketches.length - 1);
  return {
    file: { text: '', escape: '\\', directives: [], comments: [], instructions, faults: [], end: at(0, 0) },
    options: {},
    platform: 'linux/amd64',
    stages: stages.map((stage) => ({ ...stage, reachable: needed.has(stage.index) })),
    links,
    arguments: [],
    target: stages.length > 0 ? stages.length - 1 : null,
    config: {},
    history: [],
    faults: [],
  } as unknown as Build;
}

function reach(stages: readonly Stage[], target: number): Set<number> {
  const found = new Set<number>();
  const open = [target];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const stage = stages[at];
    if (!stage || found.has(at)) continue;
    found.add(at);
    if (stage.base.kind === 'stage') open.push(stage.base.stage);
    for (const { action } of stage.steps)
      if (action.kind === 'copy' && action.origin.kind === 'stage') open.push(action.origin.stage);
  }
  return found;
}
