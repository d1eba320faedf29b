// The whole walk: text in, Analysis out. Total: whatever the text, there is an answer.

import type { Analysis } from './analysis';
import { check } from './checks/check';
import { sign } from './explain/sentence';
import { model } from './model/model';
import type { AnalyseOptions } from './options';
import { parse } from './parse/parse';
import { draw } from './scene/draw';
import type { OrderKeeper } from './scene/draw';
import type { Catalogue } from './size/facts';
import { measure } from './size/measure';
import type { Total } from './size/size';

/** `keep` makes repeated analyses of a growing text faster (`layouter`); it never changes the answer. */
export function analyse(source: string, options: AnalyseOptions, catalogue: Catalogue, keep?: OrderKeeper): Analysis {
  const build = model(parse(source), options, catalogue.config);
  const size = measure(build, catalogue, options);
  const problems = check(build, size, options);
  const scene = draw(build, size, problems, options, keep);
  return { build, problems, size, scene, sentence: sign(build, size) };
}

/** What the final image weighs, without the rest of the walk: for trying many variants of a text. */
export function weigh(source: string, options: AnalyseOptions, catalogue: Catalogue): Total {
  return measure(model(parse(source), options, catalogue.config), catalogue, options).image;
}
