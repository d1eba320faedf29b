// Both ends of the boundary between the worker and the page: answers go over as deltas and come out whole.

import type { Analysis } from '../core';
import { become, type Delta } from './delta';
import type { Answer, SentAnswer } from './messages';
import type { Difference } from './difference';
import type { pieces } from './pieces';

/** What the worker compares answers by and cuts large ones up with. */
export interface Sending {
  readonly difference: Difference;
  readonly pieces: typeof pieces;
}

/**
 * The worker's end. What is sent is kept to be compared with, so it must not be changed afterwards. Until there is something to compare by,
 * answers go over whole.
 */
export function sender(post: (sent: SentAnswer) => void, sendingNow: () => Sending | null): (answer: Answer) => void {
  let last: Analysis | null = null;
  return (answer) => {
    if (answer.kind !== 'analysis') {
      post(answer);
      return;
    }
    const { analysis, id, complete } = answer;
    const sending = sendingNow();
    const delta = last && sending ? sending.difference(last, analysis) : { is: analysis };
    last = analysis;
    let waiting: Delta | null | undefined;
    for (const piece of sending?.pieces(delta) ?? [delta]) {
      if (waiting !== undefined) post({ kind: 'piece', delta: waiting });
      waiting = piece;
    }
    post({ kind: 'analysis', id, delta: waiting ?? null, complete });
  };
}

/** The page's end, one for each worker: a new worker begins with a whole analysis. `null` while more of an answer is to come. */
export function receiver(): (sent: SentAnswer) => Answer | null {
  let last: unknown = null;
  let own = new WeakSet();
  return (sent) => {
    if (sent.kind !== 'analysis' && sent.kind !== 'piece') return sent;
    last = become(last, sent.delta, own);
    if (sent.kind === 'piece') return null;
    own = new WeakSet();
    const { id, complete } = sent;
    return { kind: 'analysis', id, analysis: last as Analysis, complete };
  };
}
