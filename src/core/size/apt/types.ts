// Sizing of apt-get steps: what a package index holds, what a step asks for and what it yields. All bytes.
// An index and a state never change once made; a step yields a new state.

import type { Range } from '../size';

/** A Debian package index in memory. Packages have ids 0..n-1; virtual names n..n+virtual-1. */
export interface AptIndex {
  /** `bookworm`, `trixie`, … */
  readonly suite: string;
  /** `popular` knows the commonest names only; `complete` knows all of main. */
  readonly tier: 'popular' | 'complete';
  /** Id by name, of real and virtual packages. */
  readonly ids: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  /** Per virtual package its providers, best first. */
  readonly providers: readonly (readonly number[])[];
  /** Per package the virtual ids it provides. */
  readonly provides: readonly (readonly number[] | undefined)[];
  /** Ids of which one must be there. */
  readonly clauses: readonly (readonly number[])[];
  readonly depends: readonly (readonly number[])[];
  readonly recommends: readonly (readonly number[])[];
  /** Bytes of all files, and of those left when documentation, man pages and locales are kept out. */
  readonly full: Float64Array;
  readonly slim: Float64Array;
  /** Gzip bytes of the slim part and of what slim leaves out. */
  readonly gzip: Float64Array;
  readonly gzipExcluded: Float64Array;
  /** Bytes of Python sources, compiled when installed. */
  readonly python: Float64Array;
  readonly files: Float64Array;
  readonly coefficients: { readonly disk: Coefficients; readonly pull: Coefficients };
  /** /var/lib/apt/lists after `apt-get update`. */
  readonly lists: { readonly disk: number; readonly pull: number };
  /** Packages of each known base, by name of the base. */
  readonly bases: ReadonlyMap<string, readonly number[]>;
  /** Whether the package was unpacked and weighed, or judged by its class. */
  readonly measured: readonly boolean[];
}

/** What an install adds besides the packages' own files: bytes per unit. */
export interface Coefficients {
  readonly const: number;
  readonly per_installed_pkg: number;
  readonly per_file: number;
  readonly debconf: number;
  readonly py: number;
}

/** What a base image has installed, in terms of Debian's own base sets. */
export interface InstalledBase {
  /** The index that answers for it: `bookworm`. */
  readonly suite: string;
  readonly set: 'minbase' | 'buildpack-deps-curl' | 'buildpack-deps-scm' | 'buildpack-deps';
  /** Packages it has besides, with all they need. */
  readonly also: readonly string[];
  /** Whether documentation, man pages and locales are installed (not on -slim images). */
  readonly docs: boolean;
  /** How sure that is: `Ubuntu 24.04 read as Debian 13`; `null` when it is what the image really has. */
  readonly note: string | null;
}

/** What is installed at one point of a stage. */
export interface AptState {
  readonly index: AptIndex;
  readonly installed: ReadonlySet<number>;
  readonly docs: boolean;
  readonly note: string | null;
}

export interface AptRequest {
  /** As written after `install`: `curl`, `nginx=1.2*`, `libc6:arm64`, `vim/trixie-backports`, `nano-`, `php8.*-cli`. */
  readonly packages: readonly string[];
  /** False for `--no-install-recommends` and `-o APT::Install-Recommends=false`. */
  readonly recommends: boolean;
  /** Whether the layer keeps /var/lib/apt/lists of an `apt-get update` run in the same step. */
  readonly listsKept: boolean;
}

export interface AptInstall {
  readonly disk: Range;
  readonly pull: Range;
  /** Names newly installed, in the order apt marks them. */
  readonly packages: readonly string[];
  /** Names asked for that the index does not hold; load the complete index if this one is `popular`. */
  readonly unknown: readonly string[];
  /** `162 packages, 748 MB installed, Debian 12 index of 2026-11`. */
  readonly reason: string;
  readonly after: AptState;
}
