// Comparing: the same moment in two builds. In: two analyses with their steps, and a place in the first. Out: the place in the second
// where the same is done: the same instruction, most of all in a stage that belongs to its own; failing that, as far as the second
// build is when the first gets here. Always a place that is there.

import type { Analysis } from '../analysis';
import { instructionText } from '../explain/announce';
import type { BuildStep } from '../explain/steps';
import { matchStages, meaning } from './match';

export interface ToldBuild {
  readonly analysis: Analysis;
  readonly told: readonly BuildStep[];
}

export interface SameStep {
  /** 0-based. */
  readonly index: number;
  /** `false`: nothing there is like it, and this is how far the steps before it lead. */
  readonly same: boolean;
}

const EQUAL = 2;
/** Two stages that belong together. */
const TOGETHER = 0.3;
/** Half of the words. */
const ENOUGH = 0.5;
/** Of steps that are equally alike, the one as far along as this one. */
const NEARNESS = 0.1;
/** Where a step has nothing like it, so many before it are asked how far the other build is by then. */
const LOOK_BACK = 100;

interface Face {
  readonly text: string;
  readonly keyword: string;
  readonly words: ReadonlySet<string>;
}

function faceOf(analysis: Analysis, step: BuildStep): Face {
  const text = meaning(instructionText(analysis, step));
  const [keyword = '', ...words] = text.split(' ');
  return { text, keyword, words: new Set(words) };
}

const stageNumber = (step: BuildStep): number => (step.kind === 'end' ? -1 : Number(step.stage.slice('stage:'.length)));

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / Math.max(1, a.size + b.size - both);
}

export function sameStep(from: ToldBuild, to: ToldBuild, index: number): SameStep {
  const pairs = new Map(
    matchStages(from.analysis.build, to.analysis.build).map(({ before, after }) => [before, after]),
  );
  const faces = to.told.map((step) => faceOf(to.analysis, step));

  function alike(step: BuildStep, own: Face, other: BuildStep, face: Face): number {
    if (step.kind !== other.kind) return 0;
    if (step.kind === 'end') return EQUAL;
    const together = pairs.get(stageNumber(step)) === stageNumber(other) ? TOGETHER : 0;
    if (own.text === face.text) return EQUAL + together;
    // Stages that belong together begin together, whatever from.
    if (step.kind === 'start' && together > 0) return 1;
    return own.keyword === face.keyword ? sharedWords(own.words, face.words) + together : 0;
  }

  function placeOf(at: number): number | null {
    const step = from.told[at];
    if (!step) return null;
    const own = faceOf(from.analysis, step);
    let best: { readonly place: number; readonly score: number } | null = null;
    for (const [place, other] of to.told.entries()) {
      const score = alike(step, own, other, faces[place] ?? own);
      if (score < ENOUGH) continue;
      const whole = score - NEARNESS * Math.abs(at / from.told.length - place / to.told.length);
      if (!best || whole > best.score) best = { place, score: whole };
    }
    return best?.place ?? null;
  }

  const found = placeOf(index);
  if (found !== null) return { index: found, same: true };
  let furthest = 0;
  for (let at = index - 1; at >= Math.max(0, index - LOOK_BACK); at--) furthest = Math.max(furthest, placeOf(at) ?? 0);
  return { index: furthest, same: false };
}
