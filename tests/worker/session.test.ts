import { beforeEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/core';
import { Facts } from '../../src/worker/facts';
import type { Answer, Question } from '../../src/worker/messages';
import { AnalysisSession, type Analyse } from '../../src/worker/session';
import { readFile } from 'node:fs/promises';

const fromDisk = (address: URL): Promise<string> => readFile(address, 'utf8');
const refused = (): Promise<string> => Promise.reject(new Error('offline'));
let posted: Answer[];
const post = (answer: Answer): void => {
  posted.push(answer);
};
const question = (id: number, text = 'FROM x'): Question => ({ kind: 'analyse', id, text, options: {} });
/** An analysis that wants the data named until it is there. */
const wanting =
  (...names: string[]): Analyse =>
  (text, _, catalogue) => {
    const { loaded } = catalogue as unknown as { loaded: ReadonlySet<string> };
    return { text, size: { wants: names.filter((name) => !loaded.has(name)) } } as unknown as Analysis;
  };
const session = (analyse: Analyse, fetchText = fromDisk): AnalysisSession => {
  const facts = new Facts(fetchText, (what) => {
    post({ kind: 'facts-missing', what });
  });
  return new AnalysisSession(facts, analyse, () => [], post);
};
const kinds = (): string[] =>
  posted.map((answer) =>
    answer.kind === 'analysis' ? `${String(answer.id)} ${answer.complete ? 'complete' : 'first'}` : answer.kind,
  );

beforeEach(() => {
  posted = [];
});

describe('the worker', () => {
  it('answers once when nothing more is wanted', async () => {
    await session(wanting()).hear(question(1));
    expect(kinds()).toEqual(['started', '1 complete']);
  });

  it('answers at once and again when the facts asked for are there', async () => {
    await session(wanting('images-retired')).hear(question(1));
    expect(kinds()).toEqual(['started', '1 first', 'started', '1 complete']);
  });

  it('does not answer an old question again', async () => {
    const one = session(wanting('images-retired'));
    await Promise.all([one.hear(question(1)), one.hear(question(2))]);
    expect(kinds().filter((kind) => kind === '1 complete')).toEqual([]);
    expect(kinds().at(-1)).toBe('2 complete');
  });

  it('goes on without facts that cannot be had, says so once, and asks no more', async () => {
    const one = session(wanting('images-retired'), refused);
    await one.hear(question(1));
    await one.hear(question(2));
    expect(kinds()).toEqual([
      'facts-missing',
      'started',
      '1 first',
      'facts-missing',
      '1 complete',
      'started',
      '2 complete',
    ]);
  });

  it('does not run in circles for a name that no data has', async () => {
    await session(() => ({ size: { wants: ['nonsense'] } }) as unknown as Analysis).hear(question(1));
    expect(kinds()).toEqual(['started', '1 complete']);
  });

  it('adds what was given to the options of every question after it', async () => {
    const seen: unknown[] = [];
    const one = session((text, options, catalogue) => {
      seen.push(options);
      return wanting()(text, options, catalogue);
    });
    const context = [{ path: 'a', size: 1 }];
    await one.hear({ kind: 'given', options: { context } });
    await one.hear({ ...question(1), options: { target: 'x' } } as Question);
    expect(seen).toEqual([{ target: 'x', context }]);
  });

  it('turns an exception into an answer', async () => {
    await session(() => {
      throw new Error('broken');
    }).hear(question(7));
    expect(posted.at(-1)).toEqual({ kind: 'failed', id: 7, message: 'broken' });
  });
});
