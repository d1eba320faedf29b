// The whole catalogue: answers about images and packages from whatever data files have been put in so far.

import { makeDeep } from './deep';
import * as indexes from './indexes';
import { firstCatalogue, type LoadedCatalogue } from './first';
import { loadFirst, type FetchText } from './load';

export function createCatalogue(): LoadedCatalogue {
  const catalogue = firstCatalogue();
  catalogue.deepen(makeDeep(() => indexes));
  return catalogue;
}

/** With the first data files in it, where nobody waits for a page. Rejects when one of them cannot be had. */
export async function loadCatalogue(fetchText: FetchText): Promise<LoadedCatalogue> {
  const catalogue = await loadFirst(fetchText);
  catalogue.deepen(makeDeep(() => indexes));
  return catalogue;
}
