// What the final image weighs, without the rest of the walk: for trying many variants of a text.

import type { Depth } from './depth';
import { model } from './model/model';
import type { AnalyseOptions } from './options';
import { readFile } from './parse/file';
import type { Catalogue } from './size/facts';
import { measure } from './size/measure';
import type { Total } from './size/size';

export function weigh(source: string, options: AnalyseOptions, catalogue: Catalogue, depth: Depth): Total {
  return measure(model(readFile(source, depth.syntax), options, catalogue.config), catalogue, options, depth.size)
    .image;
}
