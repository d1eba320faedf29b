// Between the talk and the speaker's window: what the talk tells and what the speaker asks for. Same origin only, over a BroadcastChannel;
// either side may come first, go away and come back.

import type { Paragraph } from '../core';
import type { Act } from './deck';

/** A slide as the speaker sees it. */
export interface Note {
  /** `builder, line 4`, or `Place your bets`. */
  readonly place: string;
  /** The instruction, or the question. */
  readonly code: string;
  readonly sentence: string;
  /** The author's narration. */
  readonly notes: readonly Paragraph[];
  readonly total: string;
}

export type Told =
  | {
      readonly type: 'talk';
      readonly title: string;
      readonly notes: readonly Note[];
    }
  | {
      readonly type: 'at';
      /** Index into the notes. */
      readonly at: number;
      /** `7 / 18`. */
      readonly count: string;
      readonly blank: boolean;
      /** Milliseconds since 1970, when the talk began. */
      readonly begun: number;
    }
  /** The talk was left. */
  | { readonly type: 'over' };

export type Asked = { readonly type: 'hello' } | { readonly type: 'act'; readonly act: Act };

export const channelName = (id: string): string => `dockerfile-playground:talk:${id}`;

const KEY = 'dockerfile-playground:talk';

/** The talk's name in this tab: a reload finds its speaker's window again. */
export function talkId(make: () => string): string {
  try {
    const known = sessionStorage.getItem(KEY);
    if (known !== null) return known;
    const made = make();
    sessionStorage.setItem(KEY, made);
    return made;
  } catch {
    return make();
  }
}
