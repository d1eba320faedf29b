// The second door to core: the parts of the walk that a first picture can do without, so that they load behind it.
// The syntax library has its say, health checks and ports are read, RUN scripts are read (a shell parser and what is known of a hundred tools), problems are
// found.

import { check } from './checks/check';
import { details, type Details } from './model/details';
import { syntax, type Syntax } from './parse/ast';
import { sizeDepth, type SizeDepth } from './size/depth';

export interface Depth {
  readonly syntax: Syntax;
  readonly details: Details;
  readonly check: typeof check;
  readonly size: SizeDepth;
}

export const depth: Depth = { syntax, details, check, size: sizeDepth };
