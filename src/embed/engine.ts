// The one engine of a page, shared by all its embeds: analyses are made one after the other, each in an idle moment.
// It runs in the page and not in a worker: browsers load no worker from another origin, a worker made from text is refused by a strict
// Content-Security-Policy and reported there, and a Dockerfile takes a few milliseconds.

import { createCatalogue, type LoadedCatalogue } from '../catalogue/catalogue';
import { loadCatalogue, loadWanted } from '../catalogue/load';
import { analyse, type AnalyseOptions, type Analysis } from '../core';

/** Milliseconds that data may take; sizes go on without it. */
const PATIENCE = 15_000;
/** Package data may itself ask for more; it never needs more rounds than this. */
const ROUNDS = 4;

async function fetchText(address: URL): Promise<string> {
  const response = await fetch(address, { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${String(response.status)} for ${address.pathname}`);
  return response.text();
}

let catalogue: Promise<LoadedCatalogue> | null = null;
const facts = (): Promise<LoadedCatalogue> => (catalogue ??= loadCatalogue(fetchText).catch(createCatalogue));
const given = new Set<string>();

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
 * Tells the analysis as soon as it is there, and again when more facts have come in; `stale` ends it early. Rejects when the engine itself
 * fails, never for what a Dockerfile says.
 */
export async function ask(
  text: string,
  options: AnalyseOptions,
  stale: () => boolean,
  tell: (analysis: Analysis) => void,
): Promise<void> {
  const known = await facts();
  for (let round = 0; round < ROUNDS; round++) {
    if (stale()) return;
    const analysis = await inTurn(() => (stale() ? null : analyse(text, options, known)));
    if (analysis === null || stale()) return;
    tell(analysis);
    const wants = analysis.size.wants.filter((name) => !known.loaded.has(name) && !given.has(name));
    if (wants.length === 0 || !(await complete(known, wants))) return;
  }
}

async function complete(known: LoadedCatalogue, wants: readonly string[]): Promise<boolean> {
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
