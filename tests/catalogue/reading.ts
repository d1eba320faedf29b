// A catalogue read from disk, for tests: the first files, or all about images.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../../src/core';
import type { LoadedCatalogue } from '../../src/catalogue/first';
import { loadCatalogue } from '../../src/catalogue/catalogue';
import { loadWanted, settled as settle, type FetchText } from '../../src/catalogue/load';

export const fromDisk: FetchText = (address) => readFile(fileURLToPath(address), 'utf8');

export async function catalogueWith(...files: string[]): Promise<LoadedCatalogue> {
  const catalogue = await loadCatalogue(fromDisk);
  await loadWanted(catalogue, files, fromDisk);
  return catalogue;
}

/** An analysis with every fact it asks for: the files it wants are put in and it is made again, as the worker does. */
export const settled = (catalogue: LoadedCatalogue, make: () => Analysis): Promise<Analysis> =>
  settle(catalogue, make, fromDisk);
