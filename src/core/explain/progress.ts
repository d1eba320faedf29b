// Steps: what stands once a step is done, and of which kind a step is. In: the analysis and its steps. Out: ids to draw as built,
// the rest being faint, and the kind that colours the step in line, row, bar and total alike.

import type { Analysis } from '../analysis';
import type { ElementId } from '../element';
import type { Kind } from '../scene/scene';
import type { BuildStep } from './steps';

/** Everything that exists once step `index` is done: stages begun, steps carried out, links used, images pulled. */
export function builtAt({ build }: Analysis, told: readonly BuildStep[], index: number): Set<ElementId> {
  const built = new Set<ElementId>();
  for (const step of told.slice(0, index + 1)) {
    if (step.kind === 'end') continue;
    built.add(step.stage).add(step.element);
    if (step.kind === 'start') {
      const number = Number(step.stage.slice('stage:'.length));
      const base = build.stages[number]?.base;
      built.add(`base:${number}`);
      if (base?.kind === 'image') built.add(base.id);
    }
    for (const { link, from } of step.moved) {
      built.add(link);
      if (from?.startsWith('image:')) built.add(from);
    }
  }
  return built;
}

/** `base` for a FROM, `carried` for a COPY from elsewhere, `added` for what stores bytes of its own, `plain` for settings. */
export function kindOf({ build, size }: Analysis, step: BuildStep): Kind {
  if (step.kind === 'end') return 'shipped';
  if (step.breaks !== null) return 'problem';
  if (step.kind === 'start') return 'base';
  if (step.moved.some(({ kind }) => kind === 'copy')) return 'carried';
  const [stage = -1, nth = -1] = step.element.slice('step:'.length).split('.').map(Number);
  const own = build.stages[stage]?.steps[nth];
  const added = own && size.steps[own.id]?.added;
  if (own?.effect !== 'layer' || !added) return 'plain';
  if (added.kind === 'unknown') return 'unknown';
  return added.disk.likely > 0 ? 'added' : 'plain';
}
