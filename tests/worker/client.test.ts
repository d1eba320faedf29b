import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Analysis } from '../../src/core';
import { AnalysisClient, type Trouble, type WorkerLike } from '../../src/worker/client';
import type { Answer, GivenFacts, Question } from '../../src/worker/messages';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly asked: Question[] = [];
  readonly given: GivenFacts[] = [];
  ended = false;
  postMessage(message: Question | GivenFacts): void {
    if (message.kind === 'given') this.given.push(message);
    else this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(answer: Answer): void {
    this.onmessage?.({ data: answer } as MessageEvent<Answer>);
  }
  answer(id: number, complete = true): void {
    this.say({ kind: 'started', id });
    this.say({ kind: 'analysis', id, analysis: { of: id } as unknown as Analysis, complete });
  }
  die(): void {
    this.onerror?.({} as ErrorEvent);
  }
}

let workers: FakeWorker[];
let shown: { of: number; newest: boolean; complete: boolean }[];
let troubles: Trouble[];
let client: AnalysisClient;
const worker = (index: number): FakeWorker => {
  const one = workers[index];
  if (!one) throw new Error(`worker ${String(index)} was not made`);
  return one;
};
const texts = (index: number): string[] => worker(index).asked.map((question) => question.text);

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  shown = [];
  troubles = [];
  client = new AnalysisClient(
    () => {
      const made = new FakeWorker();
      workers.push(made);
      return made;
    },
    {
      onanalysis: (analysis, state) => shown.push({ ...(analysis as unknown as { of: number }), ...state }),
      ontrouble: (trouble) => troubles.push(trouble),
    },
    { work: 5_000, start: 30_000 },
  );
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the analysis client', () => {
  it('asks one question at a time and skips to the newest', () => {
    for (const text of ['a', 'b', 'c']) client.ask(text, {});
    expect(texts(0)).toEqual(['a']);
    worker(0).answer(1);
    expect(texts(0)).toEqual(['a', 'c']);
    worker(0).answer(3);
    expect(shown).toEqual([
      { of: 1, newest: false, complete: true },
      { of: 3, newest: true, complete: true },
    ]);
  });

  it('takes a better answer to the same question, and to an old one without losing the clock of the new', () => {
    client.ask('a', {});
    worker(0).answer(1, false);
    client.ask('b', {});
    worker(0).say({ kind: 'started', id: 2 });
    worker(0).answer(1);
    vi.advanceTimersByTime(5_000);
    expect(troubles).toEqual([{ kind: 'hung', seconds: 5 }]);
  });

  it('replaces a worker that hangs, tells, and goes on with what was typed since', () => {
    client.ask('slow', {});
    worker(0).say({ kind: 'ready' });
    worker(0).say({ kind: 'started', id: 1 });
    client.ask('newer', {});
    vi.advanceTimersByTime(4_999);
    expect(troubles).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(troubles).toEqual([{ kind: 'hung', seconds: 5 }]);
    expect(worker(0).ended).toBe(true);
    expect(texts(1)).toEqual(['newer']);
    worker(1).answer(2);
    expect(shown).toEqual([{ of: 2, newest: true, complete: true }]);
  });

  it('does not ask again what hung, until something changes', () => {
    client.ask('slow', {});
    worker(0).say({ kind: 'started', id: 1 });
    vi.advanceTimersByTime(60_000);
    expect(workers).toHaveLength(1);
    client.ask('other', {});
    expect(texts(1)).toEqual(['other']);
  });

  it('gives a script on a slow network time to arrive, but not for ever', () => {
    client.ask('a', {});
    vi.advanceTimersByTime(29_999);
    expect(troubles).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(troubles).toEqual([{ kind: 'hung', seconds: 30 }]);
  });

  it('asks once more when a worker dies, then waits for a change', () => {
    client.ask('a', {});
    worker(0).die();
    expect(texts(1)).toEqual(['a']);
    worker(1).die();
    expect(troubles).toEqual([
      { kind: 'died', gaveUp: false },
      { kind: 'died', gaveUp: true },
    ]);
    expect(workers).toHaveLength(2);
    client.ask('b', {});
    worker(2).answer(2);
    expect(shown.at(-1)).toMatchObject({ of: 2, newest: true });
  });

  it('passes on a failure and stays ready', () => {
    client.ask('a', {});
    worker(0).say({ kind: 'failed', id: 1, message: 'no' });
    expect(troubles).toEqual([{ kind: 'failed', message: 'no' }]);
    client.ask('b', {});
    expect(texts(0)).toEqual(['a', 'b']);
  });

  it('asks about bases when no analysis waits, and lets a newer such question take the place', async () => {
    client.ask('a', {});
    const first = client.bases('a', {});
    const second = client.bases('a', { target: 'x' });
    expect(await first).toBeNull();
    expect(worker(0).asked.map((question) => question.kind)).toEqual(['analyse']);
    worker(0).answer(1);
    expect(worker(0).asked.map((question) => question.kind)).toEqual(['analyse', 'bases']);
    client.ask('b', {});
    worker(0).say({ kind: 'bases', id: 3, bases: [] });
    expect(await second).toEqual([]);
    worker(0).answer(4);
    expect(shown.map(({ of, newest }) => [of, newest])).toEqual([
      [1, true],
      [4, true],
    ]);
  });

  it.each([
    ['fails', () => worker(0).say({ kind: 'failed', id: 1, message: 'no' }), []],
    ['kills its worker', () => worker(0).die(), [{ kind: 'died', gaveUp: false }]],
  ])('answers nothing when a question about bases %s', async (_, end, told) => {
    const bases = client.bases('a', {});
    end();
    expect(await bases).toBeNull();
    expect(troubles).toEqual(told);
  });

  it('tells what was given to the worker at hand and to every one after it', () => {
    client.ask('a', {});
    const given = { context: [{ path: 'main.go', size: 10 }] };
    client.provide(given);
    worker(0).die();
    expect([worker(0), worker(1)].map((one) => one.given.map(({ options }) => options))).toEqual([[given], [given]]);
  });

  it('ignores a worker it has let go', () => {
    client.ask('a', {});
    const old = worker(0);
    old.say({ kind: 'started', id: 1 });
    vi.advanceTimersByTime(5_000);
    old.answer(1);
    old.die();
    expect(shown).toEqual([]);
    expect(troubles).toHaveLength(1);
  });
});
