// The result of the whole walk: what every face draws from. Plain data, structured-cloneable, deterministic.

import type { Problem } from './checks/problem';
import type { Build } from './model/build';
import type { Scene } from './scene/scene';
import type { SizeReport } from './size/report';

/** A run of the signature sentence; the numbers are the loud ones. */
export interface Phrase {
  readonly text: string;
  readonly role: 'size' | 'number' | 'name' | 'plain' | 'doubt';
}

export interface Analysis {
  readonly build: Build;
  /** In order of place in the text; the one that stops the build has `stops`. */
  readonly problems: readonly Problem[];
  readonly size: SizeReport;
  readonly scene: Scene;
  /** "1.9 MB final image (1.7–2.3) · 1.0 MB to pull · leaves 852 MB behind in builder · …" */
  readonly sentence: readonly Phrase[];
}
