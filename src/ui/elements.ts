// From an element's name to what the analysis knows of it.

import { shortImage, type Analysis, type Build, type ElementId, type Stage, type Step } from '../core';

export function stepOf(build: Build, id: ElementId): Step | null {
  const [, stage, step] = /^step:(\d+)\.(\d+)$/.exec(id) ?? [];
  return build.stages[Number(stage)]?.steps[Number(step)] ?? null;
}

export function stageOf(build: Build, id: ElementId): Stage | null {
  const stage = /^stage:(\d+)$/.exec(id)?.[1];
  return stage === undefined ? null : (build.stages[Number(stage)] ?? null);
}

/** What a stage starts from, its arguments filled in. */
export function baseName(stage: Stage | null | undefined): string {
  if (!stage) return '';
  return stage.base.kind === 'image' ? shortImage(stage.base.reference) : stage.base.written;
}

/** Whether pointing at `id` lights up `other`: itself, or the step of a link and the other way round. */
export function sameThing(analysis: Analysis, id: ElementId | null, other: ElementId): boolean {
  if (id === null) return false;
  if (id === other) return true;
  const step = (one: ElementId) => analysis.build.links.find((link) => link.id === one)?.step ?? null;
  return step(id) === other || step(other) === id;
}
