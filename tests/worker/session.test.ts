import { beforeEach, describe, expect, it, vi } from 'vitest';
import { layouts, type Analysis, type Depth, type Direction } from '../../src/core';
import { makeDeep } from '../../src/catalogue/deep';
import { Facts } from '../../src/worker/facts';
import type { Answer, Question } from '../../src/worker/messages';
import { Layouts, type Loaders } from '../../src/worker/layouts';
import { AnalysisSession, type Walk } from '../../src/worker/session';
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
  (...names: string[]): Walk =>
  (text, _, catalogue) => {
    const { loaded } = catalogue as unknown as { loaded: ReadonlySet<string> };
    return { text, size: { wants: names.filter((name) => !loaded.has(name)) } } as unknown as Analysis;
  };
/** The depth of the walk, there at once; what is in it is the walk's business. */
const depth = {} as Depth;
const session = (
  walk: Walk,
  fetchText = fromDisk,
  loadDepth: () => Promise<Depth> = () => Promise.resolve(depth),
  loaders?: Loaders,
): AnalysisSession => {
  const facts = new Facts(fetchText, (what) => {
    post({ kind: 'facts-missing', what });
  });
  void facts.deepen(makeDeep(() => null));
  return new AnalysisSession(facts, new Layouts(loaders), walk, loadDepth, () => [], post);
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

  it('draws a first picture while the rest of the program is long on its way, and only once', async () => {
    const depths: (Depth | null)[] = [];
    const walk: Walk = (text, options, catalogue, given, layOut) => {
      depths.push(given);
      return wanting()(text, options, catalogue, given, layOut);
    };
    const one = session(walk, fromDisk, async () => {
      await vi.waitUntil(() => depths.length > 0);
      return depth;
    });
    await one.hear(question(1));
    await one.hear(question(2));
    expect(depths).toEqual([null, depth, depth]);
    expect(kinds()).toEqual(['started', '1 first', 'started', '1 complete', 'started', '2 complete']);
  });

  it('leaves the first picture when the rest of the program cannot be had, says so, and tries again', async () => {
    let tries = 0;
    const one = session(wanting(), fromDisk, () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(depth);
    });
    await one.hear(question(1));
    await one.hear(question(2));
    expect(kinds()).toEqual(['started', '1 first', '1 complete', 'facts-missing', 'started', '2 complete']);
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
    const one = session((text, options, catalogue, given, layOut) => {
      seen.push(options);
      return wanting()(text, options, catalogue, given, layOut);
    });
    const context = [{ path: 'a', size: 1 }];
    await one.hear({ kind: 'given', options: { context } });
    await one.hear({ ...question(1), options: { target: 'x' } } as Question);
    expect(seen).toEqual([{ target: 'x', context }]);
  });

  it('fetches the layout of the direction asked for, and only that, once', async () => {
    const fetched: string[] = [];
    const made: [string, unknown][] = [];
    const loader = (direction: Direction) => () => {
      fetched.push(direction);
      return Promise.resolve({ layOut: layouts[direction] });
    };
    const walk: Walk = (text, options, catalogue, given, layOut) => {
      made.push([options.direction ?? '', layOut]);
      return wanting()(text, options, catalogue, given, layOut);
    };
    const wide = () => {
      fetched.push('wide');
      return Promise.resolve({ layOut: layouts.right });
    };
    const one = session(walk, fromDisk, undefined, { right: loader('right'), wide, down: loader('down') });
    await one.hear(question(1));
    await one.hear(question(2));
    expect(fetched).toEqual(['right']);
    await one.hear({ ...question(3), options: { direction: 'down' } } as Question);
    expect(fetched).toEqual(['right', 'down']);
    expect(made).toEqual([
      ['', layouts.right],
      ['', layouts.right],
      ['down', layouts.down],
    ]);
    await one.hear(question(4, 'FROM x\n'.repeat(6)));
    await one.hear(question(5, '\uFEFF  from x\r\nCOPY --from=y /a /b\n'.repeat(6)));
    expect(fetched).toEqual(['right', 'down', 'wide']);
  });

  it('lays out a short text by what a long one has brought', async () => {
    const one = session(wanting(), fromDisk, undefined, {
      right: () => Promise.reject(new Error('offline')),
      wide: () => Promise.resolve({ layOut: layouts.right }),
      down: () => Promise.reject(new Error('offline')),
    });
    await one.hear(question(1, 'FROM x\n'.repeat(6)));
    await one.hear(question(2));
    expect(kinds()).toEqual(['started', '1 complete', 'started', '2 complete']);
  });

  it('keeps to the layout that is there when the other one cannot be fetched, and tries again', async () => {
    let tries = 0;
    const made: string[] = [];
    const walk: Walk = (text, options, catalogue, given, layOut) => {
      made.push(options.direction ?? '');
      return wanting()(text, options, catalogue, given, layOut);
    };
    const one = session(walk, fromDisk, undefined, {
      right: () => Promise.resolve({ layOut: layouts.right }),
      wide: () => Promise.reject(new Error('not asked for')),
      down: () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ layOut: layouts.down });
      },
    });
    const down = (id: number) => one.hear({ ...question(id), options: { direction: 'down' } } as Question);
    await one.hear(question(1));
    await down(2);
    await down(3);
    expect(made).toEqual(['', 'right', 'down']);
  });

  it('turns an exception into an answer', async () => {
    await session(() => {
      throw new Error('broken');
    }).hear(question(7));
    expect(posted.at(-1)).toEqual({ kind: 'failed', id: 7, message: 'broken' });
  });
});
