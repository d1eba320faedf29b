// Between places in the text and the elements a person can point at.

import type { Analysis, Build, ElementId, Position, Span, Step } from '../core';

export const before = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.column < b.column);

/** Whether the place lies in the span, its end included: a caret behind the last character still belongs to it. */
export const within = (place: Position, span: Span): boolean => !before(place, span.start) && !before(span.end, place);

function stepOf(build: Build, id: string): Step | null {
  const [stage, step] = id.slice('step:'.length).split('.').map(Number);
  return build.stages[stage ?? -1]?.steps[step ?? -1] ?? null;
}

/** Where an element stands in the text; `null` when the analysis does not hold it. */
export function spanOf(build: Build, id: ElementId): Span | null {
  if (id.startsWith('step:')) return stepOf(build, id)?.span ?? null;
  if (id.startsWith('stage:')) {
    const stage = build.stages[Number(id.slice('stage:'.length))];
    return stage ? (build.file.instructions[stage.instruction]?.span ?? stage.span) : null;
  }
  if (id.startsWith('base:')) {
    const stage = build.stages[Number(id.slice('base:'.length))];
    return stage?.baseSpan ?? stage?.span ?? null;
  }
  if (id.startsWith('link:')) return build.links.find((link) => link.id === id)?.span ?? null;
  const stage = build.stages.find((one) => one.base.kind === 'image' && one.base.id === id);
  if (stage) return stage.baseSpan ?? stage.span;
  return build.links.find((link) => link.from.kind === 'image' && link.from.id === id)?.span ?? null;
}

/** What the caret is on: the step whose instruction holds the place, or the stage whose FROM does. */
export function elementAt(analysis: Analysis, place: Position): ElementId | null {
  const { stages, file } = analysis.build;
  for (let i = stages.length - 1; i >= 0; i--) {
    const stage = stages[i];
    if (!stage) continue;
    const from = file.instructions[stage.instruction]?.span;
    if (!from || before(place, from.start)) continue;
    if (within(place, from)) return stage.id;
    const step = stage.steps.find((one) => one.triggeredBy === null && within(place, one.span));
    return step?.id ?? null;
  }
  return null;
}
