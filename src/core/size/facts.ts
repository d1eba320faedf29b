// The facts that sizing looks up. Core states what it needs; `src/catalogue` holds them and answers.

import type { BaseConfigs } from '../model/base-config';
import type { Distro } from './report';
import type { Estimate, Evidence, Range } from './size';

/** Bytes on disk and to pull. */
export interface Bytes {
  readonly disk: Range;
  readonly pull: Range;
}

/** What is known about a base image. */
export interface ImageFacts {
  readonly size: Estimate;
  readonly distro: Distro | null;
  /** Own layers, oldest first, where they are known. */
  readonly layers: readonly Estimate[];
  /** Name of the set of packages it comes with in its distribution's `PackageIndex`; `null` when no set is known. */
  readonly packageSet: string | null;
  /** Its dpkg leaves out doc, man and locale files, as the `-slim` tags do. */
  readonly slim: boolean;
  /** Data that would make this answer better and can be loaded (`images-retired`); empty when this is the best there is. */
  readonly wants: readonly string[];
}

/** One distribution release's packages. The same shape serves apt and apk. Pure look-ups. */
export interface PackageIndex {
  /** `debian-12`, `alpine-3.22`. */
  readonly id: string;
  /** What a person reads: `Debian 12 index of 2026-11`. */
  readonly label: string;
  readonly evidence: Evidence;
  /** Set when this index stands in for another release's; a reader is told so and the ranges are wider. */
  readonly standsInFor: string | null;
  /** What the other release's packages weigh, as a multiple of these; 1 when this index stands for itself. */
  readonly factor: number;
  /** Id of a fuller index of the same release that can be loaded when a name is missing here; `null` when this is all. */
  readonly fuller: string | null;
  /** Packages that a base image comes with; empty for a set it does not know. */
  base(set: string | null): ReadonlySet<string>;
  /**
   * What installing `names` adds to `present`: dependencies, and recommendations when asked for, in order of marking.
   * A name may be written `name=version`, `name/suite` or `name:arch`. `missing`: names the index does not have.
   */
  resolve(
    names: readonly string[],
    present: ReadonlySet<string>,
    recommends: boolean,
  ): {
    readonly added: readonly string[];
    readonly missing: readonly string[];
  };
  /** The package that has a name's shape under the nearest version: `php8.2-fpm` for `php8.3-fpm`; `null` for none. */
  nearest(name: string): string | null;
  /** What a layer weighs in which `added` is new beside `present` other packages; package lists not counted. */
  weigh(added: readonly string[], present: number, slim: boolean): Bytes;
  /** What updating the package lists leaves behind (`/var/lib/apt/lists`, `/var/cache/apk`). */
  readonly lists: Bytes;
}

/** A thing known by name and version: an npm package installed globally, a download, a toolchain. */
export interface KnownThing extends Bytes {
  /** Left in the tool's download cache when the step does not clean it. */
  readonly cache: Bytes | null;
  readonly label: string;
  readonly evidence: Evidence;
}

/** The bundled facts, and whatever package indexes have been loaded so far. All look-ups are pure. */
export interface Catalogue {
  /** `reference` is normalised (`docker.io/library/debian:12-slim`); `platform` such as `linux/arm64`. */
  image(reference: string, platform: string): ImageFacts;
  /** A release's packages: the index, the id of one that can be loaded (`wants`), or `null` when there is none. */
  packages(distro: Distro): PackageIndex | { readonly wants: string } | null;
  /** What an image sets for those built on it; absent: nothing is known of any. */
  readonly config?: BaseConfigs | null;
  /** An npm package as `npm install -g` puts it: `typescript@5`, `@angular/cli`; `null` when not known. */
  npm(spec: string): KnownThing | null;
}
