// Step 3 of the walk: which row of a list of layers is which instruction. The pairs that fit best in the same order
// count, so that a row or an instruction which the other side lacks does not throw off those around it.

import { imageId, type ImageId, type StepId } from '../../element';
import type { Build, Step } from '../../model/build';
import type { MeasuredLayer } from './measurement';
import { fit, historyText, type Plain } from './history-text';

export interface Aligned {
  readonly rows: ReadonlyMap<StepId, MeasuredLayer>;
  /** What lies below the first instruction; `null` when there is no base image, or when older rows could be anything. */
  readonly base: { readonly id: ImageId; readonly rows: readonly MeasuredLayer[] } | null;
  readonly unused: readonly MeasuredLayer[];
}

/** Rows and steps beyond these are not compared: no image can have more layers. */
const MOST = 1_000;

/** `rows`: oldest first. */
export function align(build: Build, rows: readonly MeasuredLayer[]): Aligned {
  const steps = shippedSteps(build);
  return rows.every((row) => row.by === null) ? byPlace(build, steps, rows) : byText(build, steps, rows);
}

/** The steps whose layers are in the image, oldest first: those of the target and of the stages it starts from. */
export function shippedSteps(build: Build): Step[] {
  const steps: Step[] = [];
  for (const stage of chain(build)) steps.unshift(...stage.steps);
  return steps;
}

function chain(build: Build): Build['stages'][number][] {
  const stages: Build['stages'][number][] = [];
  for (let at = build.target; at !== null && stages.length <= build.stages.length;) {
    const stage = build.stages[at];
    if (!stage) break;
    stages.push(stage);
    at = stage.base.kind === 'stage' ? stage.base.stage : null;
  }
  return stages;
}

/** The image at the bottom of the target. */
export function bottom(build: Build): ImageId | null {
  const base = chain(build).at(-1)?.base;
  return base?.kind === 'image' ? imageId(base.reference) : null;
}

/** A list without instructions holds stored layers only, one after the other, the newest the last. */
function byPlace(build: Build, steps: readonly Step[], rows: readonly MeasuredLayer[]): Aligned {
  const stored = steps.filter((step) => step.effect === 'layer');
  const id = bottom(build);
  const below = rows.length - stored.length;
  const whole = id === null ? below === 0 : below > 0;
  if (!whole || stored.length === 0) return { rows: new Map(), base: null, unused: rows };
  return {
    rows: new Map(
      stored.flatMap((step, at) => (rows[below + at] ? [[step.id, rows[below + at] as MeasuredLayer]] : [])),
    ),
    base: id === null ? null : { id, rows: rows.slice(0, below) },
    unused: [],
  };
}

function byText(build: Build, allSteps: readonly Step[], allRows: readonly MeasuredLayer[]): Aligned {
  const steps = allSteps.slice(-MOST);
  const rows = allRows.slice(-MOST);
  const pairs = best(
    texts(build, steps),
    rows.map((row) => historyText(row.by ?? '')),
  );
  const found = new Map<StepId, MeasuredLayer>();
  const taken = new Set<MeasuredLayer>(allRows.slice(0, -MOST));
  for (const [step, row] of pairs) {
    const [one, other] = [steps[step], rows[row]];
    if (!one || !other) continue;
    found.set(one.id, other);
    taken.add(other);
  }
  const [first] = pairs;
  const id = bottom(build);
  // With an instruction missing below, an older row may as well be what it stored before it was changed.
  const sure = first !== undefined && id !== null && steps.slice(0, first[0]).every((step) => step.effect !== 'layer');
  const below = sure ? rows.slice(0, first[1]) : [];
  for (const row of below) taken.add(row);
  return {
    rows: found,
    base: sure && below.length > 0 ? { id, rows: [...allRows.slice(0, -MOST), ...below] } : null,
    unused: rows.filter((row) => !taken.has(row)),
  };
}

/** As `docker history` prints each step, and as it is written. */
function texts(build: Build, steps: readonly Step[]): readonly (readonly Plain[])[] {
  const printed = new Map<StepId, string[]>();
  for (const { step, by } of build.history) if (step) printed.set(step, [...(printed.get(step) ?? []), by]);
  return steps.map((step) => [...(printed.get(step.id) ?? []), step.text].map(historyText));
}

/** Pairs of step and row in ascending order whose fits add up to the most. */
function best(steps: readonly (readonly Plain[])[], rows: readonly Plain[]): (readonly [step: number, row: number])[] {
  const width = rows.length + 1;
  const sums = new Int32Array((steps.length + 1) * width);
  const value = (step: number, row: number): number =>
    Math.max(...(steps[step] ?? []).map((text) => fit(rows[row], text)));
  for (let step = steps.length - 1; step >= 0; step -= 1)
    for (let row = rows.length - 1; row >= 0; row -= 1) {
      const worth = value(step, row);
      sums[step * width + row] = Math.max(
        sums[(step + 1) * width + row] ?? 0,
        sums[step * width + row + 1] ?? 0,
        worth > 0 ? worth + (sums[(step + 1) * width + row + 1] ?? 0) : 0,
      );
    }
  const pairs: (readonly [number, number])[] = [];
  for (let step = 0, row = 0; step < steps.length && row < rows.length;) {
    const here = sums[step * width + row] ?? 0;
    // Of equal ways the one that leaves older rows to the base.
    if (here === (sums[step * width + row + 1] ?? 0)) row += 1;
    else if (here === (sums[(step + 1) * width + row] ?? 0)) step += 1;
    else {
      pairs.push([step, row]);
      step += 1;
      row += 1;
    }
  }
  return pairs;
}
