// Comparing: what comes out. Plain data, in the order a table shows it.

import type { Problem } from '../checks/problem';
import type { StepId } from '../element';
import type { ImageConfig, Stage } from '../model/build';
import type { Total } from '../size/size';
import type { ConfigField } from './same-config';

/** What one image has and the other has not. */
export interface Change<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** A stage in both, or in one of them. `null`: not there. */
export interface ComparedStage {
  readonly before: Stage | null;
  readonly after: Stage | null;
  /** What each weighs; `null` where it is not there. */
  readonly sizeBefore: Total | null;
  readonly sizeAfter: Total | null;
  /** It starts from something else. */
  readonly base: boolean;
  /** Instructions only one of them has. */
  readonly steps: Change<StepId>;
}

export interface ComparedSetting {
  readonly field: ConfigField;
  readonly before: ImageConfig[ConfigField] | null;
  readonly after: ImageConfig[ConfigField] | null;
}

export interface Comparison {
  /** In the order of the second text; stages that are gone come last. */
  readonly stages: readonly ComparedStage[];
  /** Of the final image. */
  readonly image: { readonly before: Total; readonly after: Total };
  readonly layers: { readonly before: number; readonly after: number };
  readonly packages: Change<string>;
  /** Paths known to be in one final image only. */
  readonly files: Change<string>;
  readonly config: readonly ComparedSetting[];
  readonly problems: Change<Problem>;
  readonly sentence: string;
}
