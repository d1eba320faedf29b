// The second step of the walk in all its details.

import type { ParsedFile } from '../parse/instruction';
import type { BaseConfigs } from './base-config';
import type { Build, BuildOptions } from './build';
import { details } from './details';
import { resolve } from './resolve';

/** The build a Dockerfile describes. Never throws. Without `configs` a base image brings nothing but PATH. */
export const model = (file: ParsedFile, options: BuildOptions = {}, configs: BaseConfigs | null = null): Build =>
  resolve(file, options, configs, details);
