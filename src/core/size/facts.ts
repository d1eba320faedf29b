// The facts that sizing looks up. Core states what it needs; `src/catalogue` holds them and answers.

import type { ApkIndex } from './apk/types';
import type { AptIndex, InstalledBase } from './apt/types';
import type { NpmGlobal } from './npm/global';
import type { Distro } from './report';
import type { Estimate } from './size';

/** What is known about a base image. */
export interface ImageFacts {
  readonly size: Estimate;
  readonly distro: Distro | null;
  /** Own layers, oldest first, where they are known. */
  readonly layers: readonly Estimate[];
  /** What apt finds installed there; `null` when the image is not built on Debian or Ubuntu, or not known. */
  readonly installed: InstalledBase | null;
  /** Data files that would make this answer better and are not loaded yet. */
  readonly wants: readonly string[];
}

/** The bundled facts, and whatever package indexes have been loaded so far. All look-ups are pure. */
export interface Catalogue {
  /** `reference` is normalised (`docker.io/library/debian:12-slim`); `platform` such as `linux/arm64`. */
  image(reference: string, platform: string): ImageFacts;
  /** A Debian package index, `apt-bookworm` or `apt-bookworm-complete`; `null` until it is loaded: put the name in `wants`. */
  apt(index: string): AptIndex | null;
  /** Alpine's packages, `apk`; `null` until loaded. */
  apk(index: string): ApkIndex | null;
  /** `npm install -g` of that name (a version, if any, is ignored); `null` when nobody measured it. */
  npm(name: string): NpmGlobal | null;
}
