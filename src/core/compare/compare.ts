// Comparing two Dockerfiles by what they mean. In: two analyses, the one that was and the one that is. Out: stages that belong together
// and what changed in each, what the images have that the other has not, and one sentence. Everything is plain data.

import type { Analysis } from '../analysis';
import type { StepId } from '../element';
import type { Stage } from '../model/build';
import type { Change, ComparedStage, Comparison } from './comparison';
import { matchStages } from './match';
import { packagesIn } from './packages';
import { differingFields } from './same-config';
import { sayComparison } from './say';

function difference<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): Change<T> {
  const count = (items: readonly T[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
    return counts;
  };
  const beyond = (items: readonly T[], others: Map<string, number>): T[] =>
    items.filter((item) => {
      const left = others.get(key(item)) ?? 0;
      others.set(key(item), left - 1);
      return left <= 0;
    });
  return { removed: beyond(before, count(after)), added: beyond(after, count(before)) };
}

const nameOfBase = ({ base }: Stage): string => (base.kind === 'image' ? base.reference : base.kind);

function comparedStages(before: Analysis, after: Analysis): ComparedStage[] {
  const pairs = matchStages(before.build, after.build);
  const partner = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const gone = new Set(before.build.stages.map(({ index }) => index));
  const one = (left: Stage | null, right: Stage | null): ComparedStage => {
    const steps = difference(left?.steps ?? [], right?.steps ?? [], ({ text }) => text.replace(/\s+/g, ' '));
    const ids = (items: Stage['steps']): StepId[] => items.map(({ id }) => id);
    return {
      before: left,
      after: right,
      sizeBefore: left ? (before.size.stages[left.index]?.total ?? null) : null,
      sizeAfter: right ? (after.size.stages[right.index]?.total ?? null) : null,
      base: left !== null && right !== null && nameOfBase(left) !== nameOfBase(right),
      steps: { removed: ids(steps.removed), added: ids(steps.added) },
    };
  };
  const present = after.build.stages.map((stage) => {
    const left = partner.get(stage.index);
    if (left !== undefined) gone.delete(left);
    return one(left === undefined ? null : (before.build.stages[left] ?? null), stage);
  });
  return [...present, ...[...gone].map((index) => one(before.build.stages[index] ?? null, null))];
}

/** What is known by name. What packages put all over the file system is known as `/`, and told as packages. */
const filesOf = ({ build, size }: Analysis): string[] =>
  (size.stages[build.target ?? -1]?.files ?? [])
    .filter(({ madeBy, path }) => madeBy !== null && path !== '/')
    .map(({ path }) => path);

/** `before` is what the person compares with. */
export function compare(before: Analysis, after: Analysis): Comparison {
  const plain = (text: string): string => text;
  const compared: Omit<Comparison, 'sentence'> = {
    stages: comparedStages(before, after),
    image: { before: before.size.image, after: after.size.image },
    layers: { before: before.size.layers.length, after: after.size.layers.length },
    packages: difference([...packagesIn(before.build)], [...packagesIn(after.build)], plain),
    files: difference([...new Set(filesOf(before))], [...new Set(filesOf(after))], plain),
    config: differingFields(before.build.config, after.build.config).map((field) => ({
      field,
      before: before.build.config[field] ?? null,
      after: after.build.config[field] ?? null,
    })),
    problems: difference(before.problems, after.problems, ({ rule, message }) => `${rule ?? ''} ${message}`),
  };
  return { ...compared, sentence: sayComparison(compared) };
}
