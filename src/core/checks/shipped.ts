// Which stages end up in the image, and what a step of them weighs: advice about size is worth giving only there.

import type { Build, Stage, Step } from '../model/build';
import type { FileEntry } from '../size/report';
import type { ImageId } from '../element';
import type { Estimate, Range } from '../size/size';
import type { View } from './view';

/** The target and the stages it is built on, the target last. Empty when there is no target. */
export function shippedStages({ stages, target }: Build): Stage[] {
  const chain: Stage[] = [];
  let stage = target === null ? undefined : stages[target];
  while (stage) {
    chain.unshift(stage);
    const { base, index } = stage;
    stage = base.kind === 'stage' && base.stage < index ? stages[base.stage] : undefined;
  }
  return chain;
}

/** Steps whose layers are in the image, in order. */
export const shippedSteps = (build: Build): Step[] => shippedStages(build).flatMap((stage) => stage.steps);

const diskOf = (estimate: Estimate | undefined): Range | null =>
  estimate?.kind === 'known' && estimate.disk.likely > 0 ? estimate.disk : null;

/** What an image from outside weighs on disk; `null` where that is not known. */
export const weightOfImage = (view: View, image: ImageId): Range | null => diskOf(view.size?.images[image]);

/** What a stage starts from weighs on disk; `null` where that is not known. */
export const weightOfBase = (view: View, stage: Stage): Range | null =>
  diskOf(view.size?.stages[stage.index]?.base.size);

/** What the step's layer weighs on disk; `null` where that is not known. */
export function weightOf(view: View, step: Step): Range | null {
  return diskOf(view.size?.steps[step.id]?.added);
}

/** The price of what is wrong in another way than by its weight; `null` where sizes are not asked for. */
export const noBytes = (view: View): Range | null => (view.size ? { low: 0, likely: 0, high: 0 } : null);

/** What the stage holds below a folder; `null` where nothing is known of it. */
export function weightBelow(view: View, step: Step, folder: string): Range | null {
  const inFolder = ({ path, madeBy }: FileEntry): boolean => madeBy === step.id && path.startsWith(folder);
  const files = (view.size?.stages[step.stage]?.files ?? []).filter(inFolder);
  let [low, likely, high] = [0, 0, 0];
  for (const { size } of files) {
    if (size.kind !== 'known') return null;
    low += size.disk.low;
    likely += size.disk.likely;
    high += size.disk.high;
  }
  return likely > 0 ? { low, likely, high } : null;
}
