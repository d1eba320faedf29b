// Sizing of apt-get steps: a Debian package index in memory, as decode.ts makes it. All bytes. Never changes once made.

/** How a package's sizes came to be known, best first. */
export type Weighed =
  /** Unpacked and weighed. */
  | 'measured'
  /** By the shares of the same package in another release. */
  | 'related'
  /** By the usual shares of its class and size. */
  | 'class';

/** A Debian package index. Packages have ids 0..n-1, virtual names the ids after them. */
export interface AptIndex {
  /** `bookworm`, `trixie`, … */
  readonly suite: string;
  /** `common` knows the commonest names only, `popular` what people mostly install; `complete` knows all of main. */
  readonly tier: 'common' | 'popular' | 'complete';
  /** ISO month the index is of. */
  readonly asOf: string;
  /** Names by id, real ones first, each part sorted. */
  readonly names: readonly string[];
  /** Id by name. */
  readonly ids: ReadonlyMap<string, number>;
  /** How many packages are real. */
  readonly count: number;
  /** Providers of virtual name `count + i`, best first. */
  readonly providers: readonly (readonly number[])[];
  /** Virtual ids a package provides. */
  readonly provides: ReadonlyMap<number, readonly number[]>;
  /** Alternatives of which one must be there. */
  readonly clauses: readonly (readonly number[])[];
  /** Clause numbers by package. */
  readonly depends: readonly (readonly number[])[];
  readonly recommends: readonly (readonly number[])[];
  /** Bytes of all files; of those left when documentation, man pages and locales are kept out. */
  readonly full: Float64Array;
  readonly slim: Float64Array;
  /** Gzip bytes of the slim part, and of what slim leaves out. */
  readonly gzip: Float64Array;
  readonly gzipExcluded: Float64Array;
  /** Bytes of Python sources, compiled when installed. */
  readonly python: Float64Array;
  readonly files: Float64Array;
  readonly weighed: readonly Weighed[];
  readonly coefficients: { readonly unc: Coefficients; readonly gz: Coefficients };
  /** /var/lib/apt/lists after `apt-get update`: bytes and gzip bytes. */
  readonly lists: readonly [number, number];
  /** Ids of the packages of each known base, by its name. */
  readonly bases: ReadonlyMap<string, readonly number[]>;
}

/** What an install adds besides the packages' own files: bytes per unit. */
export interface Coefficients {
  readonly const: number;
  readonly per_installed_pkg: number;
  readonly per_file: number;
  readonly debconf: number;
  readonly py: number;
}
