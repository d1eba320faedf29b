// Comparing: which stage of one build is which of the other. In: two builds. Out: pairs, each stage in at most one. A stage is known
// by its name, by being what ships, by what it starts from and by what it does; the strongest pairs are taken first.

import type { Build, Stage } from '../model/build';
import { rootOf } from './flat-ground';

export interface Matched {
  readonly before: number;
  readonly after: number;
}

/** Above this many pairs only names and targets are compared: nobody looks at the rest. */
const MOST_PAIRS = 20_000;
/** A shared base alone, or a few shared words, do not make two stages the same. */
const ENOUGH = 4;

interface Face {
  readonly stage: Stage;
  readonly target: boolean;
  readonly base: string;
  readonly repository: string;
  readonly does: ReadonlySet<string>;
}

/** Spelled alike where it means alike. */
export const meaning = (text: string): string =>
  text
    .replace(/--mount=\S+\s*/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

function face(build: Build, stage: Stage): Face {
  const { base } = rootOf(build, stage);
  const reference = base.kind === 'image' ? base.reference : base.kind;
  return {
    stage,
    target: build.target === stage.index,
    base: reference,
    repository: reference.replace(/@.*$/, '').replace(/:[^/]*$/, ''),
    does: new Set(stage.steps.map(({ text }) => meaning(text))),
  };
}

/** 0 nothing in common, 1 the same instructions. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const text of a) if (b.has(text)) both += 1;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

function score(a: Face, b: Face): number {
  const named = a.stage.name !== null && a.stage.name === b.stage.name;
  const bases = a.base === b.base ? 3 : a.repository === b.repository ? 2 : 0;
  const role = a.target && b.target ? 4 : a.target || b.target ? -2 : 0;
  return (named ? 6 : 0) + role + bases + 5 * likeness(a.does, b.does);
}

export function matchStages(before: Build, after: Build): Matched[] {
  const left = before.stages.map((stage) => face(before, stage));
  const right = after.stages.map((stage) => face(after, stage));
  const few = left.length * right.length <= MOST_PAIRS;
  const named = new Map(right.map((one) => [one.stage.name ?? '', one]));
  const shipped = right.filter(({ target }) => target);
  const candidates = left.flatMap((a) => {
    const name = a.stage.name === null ? undefined : named.get(a.stage.name);
    const others = few ? right : [...(name ? [name] : []), ...(a.target ? shipped : [])];
    return others.map((b) => ({ a, b, score: score(a, b) }));
  });
  const taken = { left: new Set<Face>(), right: new Set<Face>() };
  const pairs: Matched[] = [];
  const order = candidates.filter((one) => one.score >= ENOUGH).sort((one, other) => other.score - one.score);
  for (const { a, b } of order) {
    if (taken.left.has(a) || taken.right.has(b)) continue;
    taken.left.add(a);
    taken.right.add(b);
    pairs.push({ before: a.stage.index, after: b.stage.index });
  }
  return pairs.sort((one, other) => one.after - other.after);
}
