// The one place where the conformance run enters the core: the whole walk, with the facts the app starts with.

import { readFileSync } from 'node:fs';
import { analyse, type AnalyseOptions, type Analysis } from '../../src/core';
import { createCatalogue } from '../../src/catalogue/catalogue';
import { FILES } from '../../src/catalogue/files';
import { FIRST } from '../../src/catalogue/first-files';

const catalogue = createCatalogue();
// The answers come from a BuildKit that could not pull: every base image brings nothing but PATH. So must it here.
for (const name of FIRST) {
  if (name !== 'configs') catalogue.put(name, readFileSync(FILES[name] as URL, 'utf8'));
}

export const answer = (text: string, options: AnalyseOptions): Analysis => analyse(text, options, catalogue);
