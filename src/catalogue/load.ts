// Fetching data files into a catalogue: the first ones at once, others when an analysis says it wants them.

import { FILES, FIRST } from './files';
import { firstCatalogue, type LoadedCatalogue } from './first';

/** Reads the text behind an address; the worker gives `fetch`, tests read from disk. */
export type FetchText = (address: URL) => Promise<string>;

/** The first part of a catalogue with the first data files in it. Rejects when one of them cannot be had. */
export async function loadFirst(fetchText: FetchText): Promise<LoadedCatalogue> {
  const catalogue = firstCatalogue();
  await Promise.all(FIRST.map((name) => loadFile(catalogue, name, fetchText)));
  return catalogue;
}

/**
 * Loads what a report `wants`. True when something new came in and a new analysis would tell more.
 * A name that is loaded already or that no file has is passed over.
 */
export async function loadWanted(
  catalogue: LoadedCatalogue,
  wants: readonly string[],
  fetchText: FetchText,
): Promise<boolean> {
  const missing = wants.filter((name) => !catalogue.loaded.has(name) && FILES[name] !== undefined);
  await Promise.all(missing.map((name) => loadFile(catalogue, name, fetchText)));
  return missing.length > 0;
}

async function loadFile(catalogue: LoadedCatalogue, name: string, fetchText: FetchText): Promise<void> {
  const address = FILES[name];
  if (address) catalogue.put(name, await fetchText(address));
}
