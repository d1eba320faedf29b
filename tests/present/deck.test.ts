import { describe, expect, it } from 'vitest';
import type { Bet } from '../../src/core';
import { act, opening, score, slidesOf, stepAt, type Act, type Deck, type Talk } from '../../src/present/deck';
import { meaning } from '../../src/present/keys';

const bet = (id: Bet['id'], before: number, many = false): Bet => ({
  id,
  before,
  many,
  question: `${id}?`,
  options: [
    { text: 'a', right: true, why: null },
    { text: 'b', right: false, why: null },
    { text: 'c', right: many, why: null },
  ],
  answer: 'a.',
});
const deck: Deck = { steps: 5, bets: [bet('unbuilt', 0, true), bet('size', 3)] };
const play = (acts: readonly Act[], from: Talk = opening): Talk =>
  acts.reduce((talk, one) => act(deck, talk, one), from);
const typed = (keys: readonly string[], from: Talk = opening): Talk =>
  keys.reduce((talk, key) => {
    const what = meaning({ key });
    return what === null || typeof what === 'string' ? talk : act(deck, talk, what);
  }, from);
const step = (talk: Talk): number => stepAt(slidesOf(deck, talk.betting)[talk.at]);
const asking = (talk: Talk): string | null => {
  const slide = slidesOf(deck, talk.betting)[talk.at];
  return slide?.kind === 'bet' ? slide.bet.id : null;
};

describe('going through a talk', () => {
  it.each([
    ['on with →', ['ArrowRight'], 1],
    ['on with ↓, Space and PageDown', ['ArrowDown', ' ', 'PageDown'], 3],
    ['back with ←, ↑ and PageUp', ['End', 'ArrowLeft', 'ArrowUp', 'PageUp'], 1],
    ['not beyond the end', ['End', 'ArrowRight', 'ArrowRight'], 4],
    ['not before the beginning', ['ArrowLeft'], 0],
    ['to the ends with Home and End', ['End', 'Home'], 0],
    ['to a step by its number', ['4', 'Enter'], 3],
    ['to the last by too large a number', ['9', '9', 'Enter'], 4],
    ['to the first by nought', ['ArrowRight', '0', 'Enter'], 0],
    ['on by Enter alone', ['Enter'], 1],
  ])('%s', (_, keys, expected) => {
    expect(step(typed(keys))).toBe(expected);
  });

  it('moves payloads only when it goes on by one step', () => {
    expect(typed(['ArrowRight']).onward).toBe(true);
    expect(typed(['ArrowRight', 'ArrowLeft']).onward).toBe(false);
    expect(typed(['3', 'Enter']).onward).toBe(false);
    expect(typed(['End', 'ArrowRight']).onward).toBe(false);
  });

  it('blanks the screen, and the next key only brings it back', () => {
    const blank = typed(['b']);
    expect(blank.blank).toBe(true);
    expect(typed(['ArrowRight'], blank)).toMatchObject({ blank: false, at: 0 });
    expect(typed(['.'], blank).blank).toBe(false);
  });

  it('leaves what belongs to the browser', () => {
    expect(meaning({ key: 'r', ctrlKey: true })).toBeNull();
    expect(meaning({ key: 'ArrowLeft', altKey: true })).toBeNull();
    expect(meaning({ key: 'F5' })).toBeNull();
    expect(meaning({ key: ' ', shiftKey: true })).toEqual({ do: 'previous' });
    expect(meaning({ key: 'F' })).toBe('full-screen');
  });
});

describe('bets', () => {
  it('begin with the question before the step on screen, and end where it was', () => {
    const on = typed(['q']);
    expect(asking(on)).toBe('unbuilt');
    expect(step(typed(['q', 'ArrowRight', 'ArrowRight']))).toBe(0);
    expect(step(typed(['ArrowRight', 'ArrowRight', 'q']))).toBe(2);
    expect(typed(['q', 'q'])).toMatchObject({ betting: false, at: 0 });
  });

  it('show the answer before they go on', () => {
    const open = typed(['q', '1']);
    const shown = typed(['ArrowRight'], open);
    expect(asking(shown)).toBe('unbuilt');
    expect(shown.shown).toEqual(['unbuilt']);
    expect(asking(typed(['ArrowRight'], shown))).toBeNull();
  });

  it('take digits as picks, one or many, and take them back', () => {
    expect(typed(['q', '1', '3']).picks['unbuilt']).toEqual([0, 2]);
    expect(typed(['q', '1', '3', '1']).picks['unbuilt']).toEqual([2]);
    const size = play([{ do: 'bets' }, { do: 'next' }, { do: 'go', step: 3 }, { do: 'previous' }]);
    expect(asking(size)).toBe('size');
    expect(typed(['1', '2'], size).picks['size']).toEqual([1]);
    expect(typed(['9'], size).picks['size']).toBeUndefined();
  });

  it('take no pick once the answer is shown', () => {
    expect(typed(['q', '1', 'ArrowRight', '2']).picks['unbuilt']).toEqual([0]);
  });

  it('are right only when every pick is, and count only where something was picked', () => {
    expect(score(typed(['q', '1', '3', 'Enter']), deck.bets)).toEqual({ right: 1, asked: 1 });
    expect(score(typed(['q', '1', 'Enter']), deck.bets)).toEqual({ right: 0, asked: 1 });
    expect(score(typed(['q', 'Enter']), deck.bets)).toEqual({ right: 0, asked: 0 });
  });

  it('are passed over by a jump', () => {
    expect(step(play([{ do: 'bets' }, { do: 'go', step: 3 }]))).toBe(3);
  });

  it('do not begin where there is nothing to ask', () => {
    expect(act({ steps: 2, bets: [] }, opening, { do: 'bets' }).betting).toBe(false);
  });
});
