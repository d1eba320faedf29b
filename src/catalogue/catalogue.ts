// The whole catalogue: answers about images and packages from whatever data files have been put in so far.

import { makeDeep } from './deep';
import { firstCatalogue, type LoadedCatalogue } from './first';

export function createCatalogue(): LoadedCatalogue {
  const catalogue = firstCatalogue();
  catalogue.deepen(makeDeep());
  return catalogue;
}
