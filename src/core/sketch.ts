// The stages of a text as a first picture shows them, without what loads behind it: no details of instructions, no problems.

import type { Build } from './model/build';
import type { BaseConfigs } from './model/base-config';
import { resolve } from './model/resolve';
import type { AnalyseOptions } from './options';
import { readFile } from './parse/file';

export const sketch = (source: string, options: AnalyseOptions, configs: BaseConfigs | null): Build =>
  resolve(readFile(source, null), options, configs, null);
