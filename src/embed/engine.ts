// The one engine of a page, shared by all its embeds: analyses are made one after the other, each in an idle moment.
// It runs in the page and not in a worker: browsers load no worker from another origin, a worker made from text is refused by a strict
// Content-Security-Policy and reported there, and a Dockerfile takes a few milliseconds.

import { firstCatalogue, type LoadedCatalogue } from '../catalogue/first';
import { loadFirst, loadWanted, ROUNDS } from '../catalogue/load';
import { layouts, walk, type AnalyseOptions, type Analysis, type Depth } from '../core';
import type * as Rest from './depth';

type FetchText = (address: URL) => Promise<string>;
type FetchDepth = () => Promise<typeof Rest>;

/** The element fetches, as it knows first what will be needed. */
export interface Fetchers {
  /** The text of a data file of the site. */
  readonly fetchText: FetchText;
  /** What reads RUN instructions and finds problems. */
  readonly fetchDepth: FetchDepth;
}

let catalogue: Promise<LoadedCatalogue> | null = null;
const facts = (fetchText: FetchText): Promise<LoadedCatalogue> =>
  (catalogue ??= loadFirst(fetchText).catch(firstCatalogue));
const given = new Set<string>();

/** Milliseconds the depth may take before a picture without it is worth drawing: on a fast line there is none. */
const GRACE = 800;

let depth: Depth | null = null;
let loading: Promise<Depth | null> | null = null;

/** What the first picture does without, for every embed of the page; `null` when it cannot be had now. */
function deepen(known: LoadedCatalogue, fetchDepth: FetchDepth): Promise<Depth | null> {
  loading ??= fetchDepth().then(
    (loaded) => {
      known.deepen(loaded.makeDeep(() => loaded.indexes));
      return (depth = loaded.depth);
    },
    () => (loading = null),
  );
  return loading;
}

const after = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds, null);
  });

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: 100 },
      );
    } else setTimeout(resolve, 1);
  });
}

let last: Promise<unknown> = Promise.resolve();

/** Waits for its turn; a turn that fails does not hold up the next. */
function inTurn<T>(work: () => T): Promise<T> {
  const turn = last.then(idle).then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * Tells the analysis as soon as it is there, and again when more of the program or of the facts has come in; `stale` ends it early. Rejects when the engine itself
 * fails, never for what a Dockerfile says.
 */
export async function ask(
  text: string,
  options: AnalyseOptions,
  stale: () => boolean,
  tell: (analysis: Analysis) => void,
  { fetchText, fetchDepth }: Fetchers,
): Promise<void> {
  const known = await facts(fetchText);
  const analyse = (): Promise<Analysis | null> =>
    inTurn(() => (stale() ? null : walk(text, options, known, depth, layouts[options.direction ?? 'right'])));
  if (!depth && !(await Promise.race([deepen(known, fetchDepth), after(GRACE)]))) {
    const sketch = await analyse();
    if (sketch === null || stale()) return;
    tell(sketch);
    if (!(await deepen(known, fetchDepth))) return;
  }
  for (let round = 0; round < ROUNDS; round++) {
    if (stale()) return;
    const analysis = await analyse();
    if (analysis === null || stale()) return;
    tell(analysis);
    const wants = analysis.size.wants.filter((name) => !known.loaded.has(name) && !given.has(name));
    if (wants.length === 0 || !(await complete(known, wants, fetchText))) return;
  }
}

async function complete(known: LoadedCatalogue, wants: readonly string[], fetchText: FetchText): Promise<boolean> {
  const came = await Promise.all(
    wants.map((name) =>
      loadWanted(known, [name], fetchText).catch(() => {
        given.add(name);
        return false;
      }),
    ),
  );
  return came.includes(true);
}
