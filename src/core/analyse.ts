// The whole walk in all its depth, for whoever has the whole core loaded: tests, the command line, exports.

import type { Analysis } from './analysis';
import { depth } from './depth';
import type { AnalyseOptions } from './options';
import type { OrderKeeper } from './scene/layout';
import { layouts } from './scene/layouts';
import type { Catalogue } from './size/facts';
import { walk } from './walk';

/** `keep` makes repeated analyses of a growing text faster (`layouter`); it never changes the answer. */
export const analyse = (source: string, options: AnalyseOptions, catalogue: Catalogue, keep?: OrderKeeper): Analysis =>
  walk(source, options, catalogue, depth, layouts[options.direction ?? 'right'], keep);
