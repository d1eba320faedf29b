// Step 3 of the walk, the part that loads behind a first picture: reading RUN scripts, weighing packages and what is
// copied, and what a person measured. The rest of the step takes it as a parameter.

import { weighPackages } from './commands/packages';
import { copy } from './copy';
import { match } from './measured/match';
import { run } from './run';

export interface SizeDepth {
  readonly run: typeof run;
  readonly copy: typeof copy;
  readonly weighPackages: typeof weighPackages;
  readonly match: typeof match;
}

export const sizeDepth: SizeDepth = { run, copy, weighPackages, match };
