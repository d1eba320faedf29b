// Step 3 of the walk, the part that loads behind a first picture: reading RUN scripts, weighing packages, what addresses
// give and what a person measured. The rest of the step takes it as a parameter.

import { fetched } from './commands/fetched';
import { weighPackages } from './commands/packages';
import { match } from './measured/match';
import { run } from './run';

export interface SizeDepth {
  readonly run: typeof run;
  readonly weighPackages: typeof weighPackages;
  readonly fetched: typeof fetched;
  readonly match: typeof match;
}

export const sizeDepth: SizeDepth = { run, weighPackages, fetched, match };
