// Sizing of apt-get steps: a Debian package index in memory, as decode.ts makes it. All bytes. Never changes once made.

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
