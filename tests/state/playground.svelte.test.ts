import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../../src/core';
import { Keeper } from '../../src/state/keep';
import { PlaygroundState } from '../../src/state/playground.svelte';
import type { AnalysisClient, ClientEvents } from '../../src/worker/client';

let asked: [string, object][];
let events: ClientEvents;
let keeper: Keeper;
let state: PlaygroundState;
const analysis = (text: string): Analysis => ({ build: { file: { text } } }) as unknown as Analysis;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.useFakeTimers();
  asked = [];
  let ids = 0;
  keeper = new Keeper(() => 'tab');
  state = new PlaygroundState(
    (given) => {
      events = given;
      return { ask: (text: string, options: object) => asked.push([text, options]) } as unknown as AnalysisClient;
    },
    keeper,
    () => `aside${String(ids++)}`,
  );
});

describe('the playground', () => {
  it('asks for an analysis when text or settings change, and not for a change of view', () => {
    state.update({ text: 'FROM a' });
    state.update({ view: 'files' });
    state.update({ target: 'x' });
    state.update({ target: undefined });
    expect(asked).toEqual([
      ['FROM a', {}],
      ['FROM a', { target: 'x' }],
      ['FROM a', {}],
    ]);
    expect(state.snapshot).toEqual({ text: 'FROM a', view: 'files' });
  });

  it('keeps the last picture until the next is there', () => {
    state.update({ text: 'FROM a' });
    events.onanalysis(analysis('FROM a'), { newest: true, complete: true });
    expect(state.current).toBe(true);
    state.update({ text: 'FROM' });
    expect(state.analysis?.build.file.text).toBe('FROM a');
    expect(state.current).toBe(false);
  });

  it('asks once letters that were typed are painted, of the newest text, and at once for a setting', () => {
    state.update({ text: 'FROM a' });
    events.onanalysis(analysis('FROM a'), { newest: true, complete: true });
    asked = [];
    state.update({ text: 'FROM al' });
    state.update({ text: 'FROM alp' });
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(asked).toEqual([['FROM alp', {}]]);
    state.update({ text: 'FROM alpi' });
    state.update({ target: 'x' });
    vi.advanceTimersByTime(1000);
    expect(asked.slice(1)).toEqual([['FROM alpi', { target: 'x' }]]);
  });

  it('waits for a pause in a long text, but never for long', () => {
    const long = 'RUN true\n'.repeat(5_000);
    state.update({ text: long });
    events.onanalysis(analysis(long), { newest: true, complete: true });
    asked = [];
    for (let i = 0; i < 40; i++) {
      state.update({ text: long + '#'.repeat(i) });
      vi.advanceTimersByTime(150);
    }
    expect(asked.length).toBeGreaterThanOrEqual(1);
    expect(asked.length).toBeLessThanOrEqual(3);
    vi.advanceTimersByTime(200);
    expect(asked.at(-1)?.[0]).toBe(long + '#'.repeat(39));
  });

  it('saves a moment after the last change', () => {
    state.update({ text: 'FROM a' });
    expect(keeper.latest()).toBeNull();
    vi.advanceTimersByTime(300);
    expect(keeper.latest()?.snapshot).toEqual({ text: 'FROM a' });
  });

  it('goes back to the text that an example replaced, and keeps it either way', () => {
    state.update({ text: 'FROM mine', target: 'x' });
    state.replace({ text: 'FROM example' }, 'Opened.');
    expect(state.snapshot).toEqual({ text: 'FROM example' });
    expect(keeper.all().map((kept) => kept.snapshot.text)).toContain('FROM mine');
    state.notice?.action?.run();
    expect(state.snapshot).toEqual({ text: 'FROM mine', target: 'x' });
    expect(state.notice).toBeNull();
  });

  it('tells of a worker in trouble and takes the notice away once all is well', () => {
    state.update({ text: 'FROM a' });
    events.ontrouble({ kind: 'hung', seconds: 5 });
    expect(state.notice).toMatchObject({ tone: 'problem', text: expect.stringMatching(/too long/) as string });
    events.onanalysis(analysis('FROM a'), { newest: true, complete: true });
    expect(state.notice).toBeNull();
  });

  it('says once when the browser keeps nothing', () => {
    vi.spyOn(keeper, 'write').mockReturnValue(false);
    state.update({ text: 'FROM a' });
    vi.advanceTimersByTime(300);
    expect(state.notice?.text).toMatch(/does not keep/);
    state.notice = null;
    state.update({ text: 'FROM b' });
    vi.advanceTimersByTime(300);
    expect(state.notice).toBeNull();
  });
});
