// A catalogue read from disk, for tests: the first files, or all about images.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { LoadedCatalogue } from '../../src/catalogue/catalogue';
import { loadCatalogue, loadWanted, type FetchText } from '../../src/catalogue/load';

export const fromDisk: FetchText = (address) => readFile(fileURLToPath(address), 'utf8');

export async function catalogueWith(...files: string[]): Promise<LoadedCatalogue> {
  const catalogue = await loadCatalogue(fromDisk);
  await loadWanted(catalogue, files, fromDisk);
  return catalogue;
}
