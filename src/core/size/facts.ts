// The facts that sizing looks up. Core states what it needs; `src/catalogue` holds them and answers.

import type { Distro } from './report';
import type { Estimate } from './size';

/** What is known about a base image. */
export interface ImageFacts {
  readonly size: Estimate;
  readonly distro: Distro | null;
  /** Own layers, oldest first, where they are known. */
  readonly layers: readonly Estimate[];
}

/** The bundled facts, and whatever package indexes have been loaded so far. All look-ups are pure. */
export interface Catalogue {
  /** `reference` is normalised (`docker.io/library/debian:12-slim`); `platform` such as `linux/arm64`. */
  image(reference: string, platform: string): ImageFacts;
}
