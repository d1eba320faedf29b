// The whole walk: text in, Analysis out. Total: whatever the text, there is an answer.
// Without depth it is the first picture: everything is drawn, with room for what is still being read (RUN layers, copies)
// and no problems listed yet.

import type { Analysis } from './analysis';
import type { Depth } from './depth';
import { sign } from './explain/sentence';
import { resolve } from './model/resolve';
import type { AnalyseOptions } from './options';
import { readFile } from './parse/file';
import { drawAs } from './scene/draw';
import type { LayOut, OrderKeeper } from './scene/layout';
import type { Catalogue } from './size/facts';
import { measure } from './size/measure';

/** `layOut`: the layout for `options.direction`. `keep` makes repeated walks of a growing text faster (`layouter`); it never changes the answer. */
export function walk(
  source: string,
  options: AnalyseOptions,
  catalogue: Catalogue,
  depth: Depth | null,
  layOut: LayOut,
  keep?: OrderKeeper,
): Analysis {
  const file = readFile(source, depth?.syntax ?? null);
  const build = resolve(file, options, catalogue.config ?? null, depth?.details ?? null);
  const size = measure(build, catalogue, options, depth?.size ?? null);
  const problems = depth?.check(build, size, options) ?? [];
  const reading = depth === null;
  const scene = drawAs(layOut, build, size, problems, options, keep, reading);
  return { build, problems, size, scene, sentence: sign(build, size, reading) };
}
