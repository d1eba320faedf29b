// The talk as data: its slides, where it stands, and what an act makes of that. Pure, so that keys, clicks, swipes and the speaker's
// window all go the same way and can be tested without a page.

import type { Bet } from '../core';

export interface Deck {
  readonly steps: number;
  readonly bets: readonly Bet[];
}

export type Slide = { readonly kind: 'step'; readonly step: number } | { readonly kind: 'bet'; readonly bet: Bet };

export interface Talk {
  /** Index into the slides. */
  readonly at: number;
  /** Typed so far of a step to jump to. */
  readonly digits: string;
  readonly blank: boolean;
  readonly captions: boolean;
  /** Whether questions are among the slides. */
  readonly betting: boolean;
  /** Options chosen, by question. */
  readonly picks: Readonly<Record<string, readonly number[]>>;
  /** Questions whose answer has been shown. */
  readonly shown: readonly Bet['id'][];
  /** Came here by one step onward: what moves in this step may be seen moving. */
  readonly onward: boolean;
}

export type Act =
  | { readonly do: 'next' | 'previous' | 'first' | 'last' | 'enter' | 'clear' | 'blank' | 'captions' | 'bets' }
  /** To the same step of the other Dockerfile; another talk's business, so that it changes nothing here. */
  | { readonly do: 'other' }
  | { readonly do: 'digit'; readonly digit: string }
  /** 0-based. */
  | { readonly do: 'go'; readonly step: number }
  | { readonly do: 'pick'; readonly option: number };

export const opening: Talk = {
  at: 0,
  digits: '',
  blank: false,
  captions: true,
  betting: false,
  picks: {},
  shown: [],
  onward: false,
};

const LONGEST_NUMBER = 5;

export function slidesOf({ steps, bets }: Deck, betting: boolean): Slide[] {
  const slides: Slide[] = [];
  for (let step = 0; step < steps; step++) {
    if (betting) for (const bet of bets) if (bet.before === step) slides.push({ kind: 'bet', bet });
    slides.push({ kind: 'step', step });
  }
  return slides;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** The step that is on screen; at a question the one before it, -1 where that is nothing. */
export const stepAt = (slide: Slide | undefined): number =>
  slide === undefined ? 0 : slide.kind === 'step' ? slide.step : slide.bet.before - 1;

function withStep(deck: Deck, talk: Talk, step: number, betting = talk.betting): Talk {
  const wanted = clamp(step, deck.steps - 1);
  const at = slidesOf(deck, betting).findIndex((slide) => slide.kind === 'step' && slide.step === wanted);
  return { ...talk, betting, at: Math.max(0, at), digits: '', blank: false, onward: false };
}

/** A question with nothing shown yet that stands directly before the step: switching questions on begins with it. */
function withBets(deck: Deck, talk: Talk, step: number): Talk {
  const on = withStep(deck, talk, step, !talk.betting);
  const slides = slidesOf(deck, on.betting);
  let at = on.at;
  for (let before = slides[at - 1]; before?.kind === 'bet' && !talk.shown.includes(before.bet.id);) {
    at -= 1;
    before = slides[at - 1];
  }
  return { ...on, at };
}

function picked(talk: Talk, slide: Slide | undefined, option: number): Talk {
  if (slide?.kind !== 'bet' || talk.shown.includes(slide.bet.id) || option >= slide.bet.options.length) return talk;
  const { id, many } = slide.bet;
  const before = talk.picks[id] ?? [];
  const without = before.filter((other) => other !== option);
  const now = without.length < before.length ? without : many ? [...before, option] : [option];
  return { ...talk, picks: { ...talk.picks, [id]: now } };
}

export function act(deck: Deck, talk: Talk, what: Act): Talk {
  const slides = slidesOf(deck, talk.betting);
  const here = slides[talk.at];
  const open = here?.kind === 'bet' && !talk.shown.includes(here.bet.id) ? here.bet : null;
  switch (what.do) {
    case 'next':
      if (talk.blank) return { ...talk, blank: false };
      if (open) return { ...talk, shown: [...talk.shown, open.id], digits: '' };
      return { ...talk, at: clamp(talk.at + 1, slides.length - 1), digits: '', onward: talk.at + 1 < slides.length };
    case 'previous':
      if (talk.blank) return { ...talk, blank: false };
      return { ...talk, at: clamp(talk.at - 1, slides.length - 1), digits: '', onward: false };
    case 'first':
      return { ...talk, at: 0, digits: '', blank: false, onward: false };
    case 'last':
      return { ...talk, at: slides.length - 1, digits: '', blank: false, onward: false };
    case 'go':
      return withStep(deck, talk, what.step);
    case 'digit':
      if (open) return picked(talk, here, Number(what.digit) - 1);
      return { ...talk, digits: (talk.digits + what.digit).slice(-LONGEST_NUMBER) };
    case 'enter':
      return talk.digits === '' ? act(deck, talk, { do: 'next' }) : withStep(deck, talk, Number(talk.digits) - 1);
    case 'pick':
      return picked(talk, here, what.option);
    case 'clear':
      return { ...talk, digits: '', blank: false };
    case 'blank':
      return { ...talk, blank: !talk.blank };
    case 'other':
      return talk;
    case 'captions':
      return { ...talk, captions: !talk.captions };
    case 'bets':
      return deck.bets.length === 0
        ? talk
        : withBets(deck, talk, Math.max(0, stepAt(here) + (here?.kind === 'bet' ? 1 : 0)));
  }
}

/** One side's talk taken up again as the other side's was being held. */
export const turned = (before: Talk, { captions, betting }: Talk): Talk => ({
  ...before,
  captions,
  betting,
  digits: '',
  blank: false,
  onward: false,
});

/** Of the questions whose answer has been shown, how many were answered exactly right. */
export function score(
  { picks, shown }: Talk,
  bets: readonly Bet[],
): { readonly right: number; readonly asked: number } {
  const asked = bets.filter(({ id }) => shown.includes(id) && (picks[id]?.length ?? 0) > 0);
  const right = asked.filter(({ id, options }) =>
    options.every((option, nth) => option.right === (picks[id] ?? []).includes(nth)),
  );
  return { right: right.length, asked: asked.length };
}
