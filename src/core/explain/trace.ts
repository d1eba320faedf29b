// Explain: the way a payload came. In: an analysis and an element. Out: every element on the way, from the COPY that
// takes the files back, stage by stage, to the instructions that made them. Each element stands once; cycles end.

import type { Analysis } from '../analysis';
import type { ElementId, LinkId, StepId } from '../element';
import type { Step } from '../model/build';

/** Empty when nothing is carried by the element. The element itself is part of its way. */
export function trace(analysis: Analysis, id: ElementId): readonly ElementId[] {
  const { build, size } = analysis;
  const links = new Map(build.links.map((link) => [link.id, link]));
  const steps = new Map<StepId, Step>(build.stages.flatMap((stage) => stage.steps.map((step) => [step.id, step])));
  const way = new Set<ElementId>();
  const waiting: (LinkId | StepId)[] = [];

  const link = links.get(id as LinkId);
  const step = steps.get(id as StepId);
  if (link && link.kind !== 'base') waiting.push(link.id);
  else if (step?.action.kind === 'copy' && step.action.link) waiting.push(step.id);

  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (way.has(next)) continue;
    way.add(next);
    const action = steps.get(next as StepId)?.action;
    if (action?.kind === 'copy' && action.link) waiting.push(action.link);
    if (action?.kind === 'run') for (const mount of action.mounts) if (mount.link) way.add(mount.link);
    const through = links.get(next as LinkId);
    if (!through) continue;
    if (through.step) waiting.push(through.step);
    if (through.from.kind === 'image') way.add(through.from.id);
    for (const path of size.payloads[through.id]?.paths ?? []) if (path.madeBy) waiting.push(path.madeBy);
  }
  return [...way];
}
