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

/** What lights up when `id` is pointed at: itself, the step of a link, and the links of a step. */
export function sameAs(analysis: Analysis | null, id: ElementId | null): ReadonlySet<ElementId> {
  const same = new Set<ElementId>();
  if (id === null) return same;
  same.add(id);
  for (const { id: link, step } of analysis?.build.links ?? []) {
    if (step === null) continue;
    if (link === id) same.add(step);
    if (step === id) same.add(link);
  }
  return same;
}
