// Bytes with their doubt. Unknown is a value, never zero.

/** Bytes. Always `low <= likely <= high`; low–high is meant to hold the truth nine times in ten. */
export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** How a figure came to be known, strongest first. */
export type Certainty =
  /** Bytes that are written in the text or that a registry published. */
  | 'exact'
  /** Measured by the person: docker history, a dropped folder, dive. */
  | 'measured'
  /** Set by the person. */
  | 'set'
  /** Computed from published facts. */
  | 'estimated'
  /** A plausible guess; setting it narrows the result. */
  | 'assumed';

/** Where a figure stands, for "How do you know?". */
export interface Evidence {
  /** Such as `debian:12-slim, linux/amd64`. */
  readonly entry: string;
  /** Such as `docker-library/repo-info`. */
  readonly source: string;
  /** ISO date, or `null` when the source has none. */
  readonly asOf: string | null;
}

/** The size of one thing: known within a range, or unknown. */
export type Estimate =
  | {
      readonly kind: 'known';
      /** Unpacked, on disk. */
      readonly disk: Range;
      /** Compressed, to pull. */
      readonly pull: Range;
      readonly certainty: Certainty;
      /** One line a person can read: "162 packages, 748 MB installed, Debian 12 index of 2026-11". */
      readonly reason: string;
      readonly evidence: readonly Evidence[];
      /** Names what it rests on when other figures rest on the same: they are wrong together, not independently. */
      readonly assumption?: string;
    }
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      /** What it is likely to lie within, when anything can be said; never added to totals. */
      readonly fallback: { readonly disk: Range; readonly pull: Range } | null;
    };

/** A sum: what is known of it, and how many parts are not. A total with `unknown > 0` is shown with "+ unknown". */
export interface Total {
  readonly disk: Range;
  readonly pull: Range;
  readonly unknown: number;
}
