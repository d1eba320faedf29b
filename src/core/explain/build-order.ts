// Steps: in which order the stages a target needs are built, and which of them at the same time.
// In: the build. Out: stage numbers; whatever a stage starts from or copies from stands before it. Like BuildKit's solver, only what
// the target needs is built; where nothing decides, the text does. A cycle, which BuildKit refuses, is cut where it closes.

import type { Build, Stage } from '../model/build';

/** Stages that must be there before `stage` can be finished. */
const needsOf = ({ base, deps }: Stage): readonly number[] => (base.kind === 'stage' ? [base.stage, ...deps] : deps);

/** The stages the target needs, itself last. Linear in stages and links; deep chains do not overflow the stack. */
export function buildOrder(build: Build): number[] {
  const order: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const stack = build.target === null ? [] : [build.target];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const stage = build.stages[top];
    if (!stage || state.get(top) === 'done') {
      stack.pop();
    } else if (state.get(top) === 'open') {
      state.set(top, 'done');
      order.push(top);
      stack.pop();
    } else {
      state.set(top, 'open');
      const needs = [...needsOf(stage)].sort((a, b) => b - a);
      stack.push(...needs.filter((need) => !state.has(need)));
    }
  }
  return order;
}

/** For each stage of `order` how far it is from having no needs: those equally far are built at the same time. */
export function waves(build: Build, order: readonly number[]): Map<number, number> {
  const wave = new Map<number, number>();
  for (const index of order) {
    const stage = build.stages[index];
    const before = stage ? needsOf(stage).map((need) => wave.get(need) ?? -1) : [];
    wave.set(index, before.reduce((most, own) => Math.max(most, own), -1) + 1);
  }
  return wave;
}
