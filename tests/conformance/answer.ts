// Our answer to a case in the shape of BuildKit's, so that the two can be compared field by field.
// In: the build and its problems. Out: an Answer with every field filled in, also where BuildKit leaves it out.

import { posix } from 'node:path';
import type { Base, Build, Origin, Problem, Stage, Step } from '../../src/core';
import type { Answer, ExpectedCopy, ExpectedMount, ExpectedStage } from './case';

const lineOf = (place: { readonly span: { readonly start: { readonly line: number } } }): number =>
  place.span.start.line + 1;

/** BuildKit's answers had the digest taken off. */
export const withoutDigest = (reference: string): string => reference.replace(/@sha256:[0-9a-f]+$/, '');

function baseOf(base: Base, stages: readonly Stage[]): string {
  switch (base.kind) {
    case 'stage':
      return stages[base.stage]?.name ?? '';
    case 'scratch':
      return 'scratch';
    case 'image':
      return withoutDigest(base.reference);
    case 'broken':
      return '';
  }
}

function originOf(origin: Origin | null): { from?: string } {
  return origin && 'written' in origin && origin.written !== '' ? { from: origin.written } : {};
}

/** BuildKit gives a trigger the line of the FROM that set it off. */
const lineIn = (stage: Stage, step: Step): number => lineOf(step.triggeredBy === null ? step : stage);

function copiesOf(stage: Stage): ExpectedCopy[] {
  return stage.steps.flatMap((step) => {
    const { action } = step;
    if (action.kind !== 'copy') return [];
    return [
      {
        line: lineIn(stage, step),
        ...(action.add ? { add: true } : {}),
        // BuildKit's answers leave the origin of a trigger's COPY out.
        ...(step.triggeredBy === null ? originOf(action.origin) : {}),
        sources: action.sources,
        ...(action.files.length > 0 ? { inline: action.files.map((file) => file.name) } : {}),
        dest: action.dest,
      },
    ];
  });
}

function mountsOf(stage: Stage): (ExpectedMount & { readonly workdir: string })[] {
  return stage.steps.flatMap((step) => {
    const { action } = step;
    if (action.kind !== 'run') return [];
    return action.mounts.map((mount) => ({
      line: lineIn(stage, step),
      type: mount.type,
      ...originOf(mount.origin),
      ...(mount.source === null ? {} : { source: mount.source }),
      ...(mount.target === null ? {} : { target: mount.target }),
      workdir: step.workdir,
    }));
  });
}

/** Images used through COPY and mounts; `scratch` is left to the reader's taste and not listed. */
function externalOf(stage: Stage): string[] {
  const origins = stage.steps.flatMap(({ action }): (Origin | null)[] => {
    if (action.kind === 'copy') return [action.origin];
    return action.kind === 'run' ? action.mounts.map((mount) => mount.origin) : [];
  });
  return origins.flatMap((origin) => (origin?.kind === 'image' ? [withoutDigest(origin.reference)] : []));
}

function stageOf(stage: Stage, build: Build): ExpectedStage {
  const from = build.file.instructions[stage.instruction];
  const own = stage.steps.filter((step) => step.triggeredBy === null);
  return {
    index: stage.index,
    name: stage.name ?? '',
    base: baseOf(stage.base, build.stages),
    baseStage: stage.base.kind === 'stage' ? stage.base.stage : null,
    ...(stage.platform === null ? {} : { platform: stage.runsOn }),
    deps: stage.deps,
    external: externalOf(stage),
    commands: own.map((step) => build.file.instructions[step.instruction]?.written ?? step.keyword),
    reachable: stage.reachable,
    lines: from ? [from.span.start.line + 1, from.span.end.line + 1] : [],
    ...(stage.reachable ? { copies: copiesOf(stage), mounts: mountsOf(stage) } : {}),
  };
}

/** Paths of the build context that a stage itself uses, as BuildKit collects them. */
function contextPathsOf(stage: Stage | undefined): string[] {
  const paths = (stage?.steps ?? []).flatMap(({ action }): string[] => {
    if (action.kind === 'copy') {
      if (action.origin.kind !== 'context') return [];
      return action.sources.filter((source) => !action.add || !/^https?:\/\//.test(source));
    }
    if (action.kind !== 'run') return [];
    return action.mounts
      .filter(({ type, origin }) => (type === 'tmpfs' && !origin) || (type === 'bind' && origin?.kind === 'context'))
      .map((mount) => mount.source ?? '');
  });
  return [...new Set(paths.map((path) => posix.join('/', path).replace(/(.)\/$/, '$1')))].sort();
}

/** Our answer: the build as Docker reads the text. `error` and `errorLine` come from the one problem that stops it. */
export function answerOf(build: Build, problems: readonly Problem[]): Answer {
  const stop = problems.find((problem) => problem.stops);
  const fault = build.faults.find((one) => one.stops);
  const errorLine = fault ? fault.line : stop ? stop.span.start.line : null;
  const read = build.literal ?? build;
  const target = read.target === null ? undefined : read.stages[read.target];
  return {
    ...(stop ? { error: stop.message, ...(errorLine === null ? {} : { errorLine: errorLine + 1 }) } : {}),
    stages: read.stages.map((stage) => stageOf(stage, read)),
    ...(target ? { target: target.label } : {}),
    config: read.config,
    history: read.history.map(({ by, empty }) => ({ by, empty })),
    warnings: problems
      .filter((problem) => problem.group === 'check')
      .map((problem) => ({ rule: problem.rule ?? '', msg: problem.message, line: lineOf(problem) })),
    ctxPaths: contextPathsOf(target),
  };
}
