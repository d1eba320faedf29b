// Fetching data files into a catalogue: the first ones at once, others when an analysis says it wants them.

import type { Analysis } from '../core';
import { FIRST, FIRST_FILES } from './first-files';
import { firstCatalogue, type LoadedCatalogue } from './first';

/** Reads the text behind an address; the worker gives `fetch`, tests read from disk. */
export type FetchText = (address: URL) => Promise<string>;

/**
 * Analyses after which nothing more is asked for: one without package facts, one on each of their three tiers, and one
 * for what these ask for in turn.
 */
export const ROUNDS = 5;

/** The first part of a catalogue with the first data files in it. Rejects when one of them cannot be had. */
export async function loadFirst(fetchText: FetchText): Promise<LoadedCatalogue> {
  const catalogue = firstCatalogue();
  await Promise.all(FIRST.map((name) => loadFile(catalogue, name, FIRST_FILES[name], fetchText)));
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
  const missing = wants.filter((name) => !catalogue.loaded.has(name) && catalogue.files[name] !== undefined);
  await Promise.all(missing.map((name) => loadFile(catalogue, name, catalogue.files[name], fetchText)));
  return missing.length > 0;
}

/** An analysis with every fact it asks for: made again as long as more comes in. Rejects as `fetchText` does. */
export async function settled(
  catalogue: LoadedCatalogue,
  make: () => Analysis,
  fetchText: FetchText,
): Promise<Analysis> {
  for (let round = 1; round < ROUNDS; round++) {
    const analysis = make();
    if (!(await loadWanted(catalogue, analysis.size.wants, fetchText))) return analysis;
  }
  return make();
}

async function loadFile(
  catalogue: LoadedCatalogue,
  name: string,
  address: URL | undefined,
  fetchText: FetchText,
): Promise<void> {
  if (address) catalogue.put(name, await fetchText(address));
}
