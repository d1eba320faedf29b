// The second door to core: the parts of the walk that a first picture can do without, so that they load behind it.
// RUN scripts are read (a shell parser and what is known of a hundred tools), and problems are found.

import { check } from './checks/check';
import { sizeDepth, type SizeDepth } from './size/depth';

export interface Depth {
  readonly check: typeof check;
  readonly size: SizeDepth;
}

export const depth: Depth = { check, size: sizeDepth };
