// Bets: what the final image will weigh, one of four. Wrong answers are figures of the same build (as one stage, what stays behind, the
// heaviest stage, the base) before they are round multiples, and differ from the right one by more than its own doubt.

import type { Analysis } from '../analysis';
import { hash, type Bet } from './bet';
import { formatBytes, formatTotal } from './bytes';
import type { BuildStep } from './steps';

/** Answers that differ by less could both be right in the eyes of a room. */
const APART = 1.8;
/** Where the ends of the range are further from the likely value than this, asking would be unfair. */
const MOST_DOUBT = 6;
const OPTIONS = 4;
/** Below this, in bytes, there is nothing to guess. */
const LEAST = 10_000;

const apart = (a: number, b: number): boolean => Math.max(a, b) >= APART * Math.min(a, b);

function pick(candidates: readonly number[], taken: readonly number[], most: number): number[] {
  const found: number[] = [];
  for (const candidate of candidates) {
    if (found.length >= most) break;
    if (candidate >= 1_000 && [...taken, ...found].every((other) => apart(candidate, other))) found.push(candidate);
  }
  return found;
}

export function sizeBet({ build, size }: Analysis, told: readonly BuildStep[]): Bet | null {
  const { image, singleStage, leftBehind } = size;
  const { low, likely, high } = image.disk;
  if (build.target === null || image.unknown > 0 || likely < LEAST) return null;
  if (high > likely * MOST_DOUBT || low * MOST_DOUBT < likely) return null;
  const base = size.stages[build.target]?.base.size;
  const own = [
    singleStage.disk.likely,
    leftBehind.disk.likely,
    ...size.stages.map(({ total }) => total.disk.likely),
    base?.kind === 'known' ? base.disk.likely : 0,
  ];
  // Inside the range nobody could be told right or wrong.
  const beyond = [...own, likely * 4, likely * 14, likely * 50, likely * 180].filter((bytes) => bytes > high);
  const below = [...own, likely / 3, likely / 10, likely / 30, likely / 90].filter((bytes) => bytes < low);
  const wanted = hash(build.file.text) % OPTIONS;
  const less = pick(below, [likely], wanted);
  const more = pick(beyond, [likely, ...less], OPTIONS - 1 - less.length);
  const wrong = [...less, ...more];
  if (wrong.length < OPTIONS - 1) return null;
  const start = told.findIndex((step) => step.kind === 'start' && step.stage === `stage:${build.target ?? -1}`);
  return {
    id: 'size',
    before: Math.max(0, start),
    question: 'What will the final image weigh?',
    many: false,
    options: [likely, ...wrong]
      .sort((a, b) => a - b)
      .map((bytes) => ({ text: formatBytes(bytes), right: bytes === likely, why: null })),
    answer: `The final image is ${formatTotal(image)}.`,
  };
}
