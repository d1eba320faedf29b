// Bets: questions to ask a room before the answer is shown. In: the analysis and its steps. Out: at most three questions, each with the
// step it stands before; none where it would make no sense. Deterministic: the same Dockerfile asks the same in the same order.

import type { Analysis } from '../analysis';
import type { Bet } from './bet';
import { filesBet } from './bet-files';
import { sizeBet } from './bet-size';
import type { BuildStep } from './steps';
import { whyBuilt } from './why';

const MOST_OPTIONS = 6;

const named = (labels: readonly string[]): string =>
  labels.length < 2 ? (labels[0] ?? '') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}`;

/** Which stages the target does not need. Nothing to ask when it needs them all. */
function unbuiltBet({ build }: Analysis): Bet | null {
  const { stages, target } = build;
  const needless = stages.filter(({ reachable }) => !reachable);
  if (target === null || needless.length === 0) return null;
  const needed = stages.filter(({ reachable, index }) => reachable && index !== target);
  const goal = stages[target];
  // The target is too easy an option, but one option alone is no question.
  const others = needed.length === 0 && needless.length === 1 && goal ? [goal] : needed;
  const wrong = others.slice(-Math.max(MOST_OPTIONS / 2, MOST_OPTIONS - needless.length));
  const right = needless.slice(0, MOST_OPTIONS - wrong.length);
  const shown = [...right, ...wrong].sort((a, b) => a.index - b.index);
  const labels = needless.map(({ label }) => label);
  const more = needless.length > MOST_OPTIONS ? `${needless.length} stages` : named(labels);
  return {
    id: 'unbuilt',
    before: 0,
    question: 'Which of these stages will Docker not build?',
    many: true,
    options: shown.map(({ label, reachable, index }) => ({
      text: label,
      right: !reachable,
      why: whyBuilt(build, index),
    })),
    answer: `Docker builds only what ${goal?.label ?? 'the target'} needs, so ${more} ${needless.length === 1 ? 'is' : 'are'} left out.`,
  };
}

/** In the order of the steps they stand before. */
export function bets(analysis: Analysis, told: readonly BuildStep[]): Bet[] {
  // What does not build has no answers.
  if (analysis.build.faults.some(({ stops }) => stops)) return [];
  const asked = [unbuiltBet(analysis), sizeBet(analysis, told), filesBet(analysis, told)];
  return asked.filter((bet) => bet !== null).sort((a, b) => a.before - b.before);
}
