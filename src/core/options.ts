// Everything beside the text that an analysis depends on.

import type { BuildOptions } from './model/build';
import type { Direction } from './scene/scene';
import type { GivenMeasurement } from './size/measured/measurement';

export interface AnalyseOptions extends BuildOptions {
  /** Sizes set by hand: an element id to what the person typed (`12MB`). */
  readonly sizes?: Readonly<Record<string, string>>;
  /** Text of the `.dockerignore` that holds for the build. Known once a folder was given. */
  readonly ignoreFile?: string;
  /** What the person pasted or dropped: `docker history` and the like, read by `recognise`. Later ones win. */
  readonly measured?: readonly GivenMeasurement[];
  /** Every file of the build context, already less what .dockerignore leaves out; paths relative to its root. */
  readonly context?: readonly ContextFile[];
  /** Groups of problems left out. */
  readonly silent?: readonly ('check' | 'advice')[];
  /** Stages whose cards show every row; the others fold to the rows that matter. */
  readonly unfolded?: readonly number[];
  /** Which way the picture reads: to the right, unless told. */
  readonly direction?: Direction;
  /** Puts a text of the picture into another language before it is measured; for callers in the same thread. */
  readonly say?: Say;
}

/** From an English text of the picture to one that is shown. */
export type Say = (english: string) => string;

export interface ContextFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}
