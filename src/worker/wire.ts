// Both ends of the boundary between the worker and the page: answers go over as deltas and come out whole.

import type { Analysis } from '../core';
import { become } from './delta';
import type { Difference } from './difference';
import type { Answer, SentAnswer } from './messages';

/**
 * The worker's end. What is sent is kept to be compared with, so it must not be changed afterwards. Until there is something to compare by,
 * answers go over whole.
 */
export function sender(
  post: (sent: SentAnswer) => void,
  differenceNow: () => Difference | null,
): (answer: Answer) => void {
  let last: Analysis | null = null;
  return (answer) => {
    if (answer.kind !== 'analysis') {
      post(answer);
      return;
    }
    const { analysis, id, complete } = answer;
    const difference = last && differenceNow();
    const delta = difference ? difference(last, analysis) : { is: analysis };
    last = analysis;
    post({ kind: 'analysis', id, delta, complete });
  };
}

/** The page's end, one for each worker: a new worker begins with a whole analysis. */
export function receiver(): (sent: SentAnswer) => Answer {
  let last: unknown = null;
  return (sent) => {
    if (sent.kind !== 'analysis') return sent;
    const { delta, id, complete } = sent;
    last = become(last, delta);
    return { kind: 'analysis', id, analysis: last as Analysis, complete };
  };
}
