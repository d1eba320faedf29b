// Step 3 of the walk: one thing a step put into a stage's file system, and the makers of estimates.

import type { StepId } from '../element';
import type { ContextFile } from '../options';
import type { Bytes } from './facts';
import { NOTHING, exactly } from './range';
import type { Certainty, Estimate, Evidence } from './size';

/** What a figure rests on. */
export interface Grounds {
  readonly certainty: Certainty;
  readonly reason: string;
  readonly evidence?: readonly Evidence[];
  readonly assumption?: string;
}

export interface Entry extends Bytes {
  /** Absolute, no slash at the end but for `/`. */
  readonly path: string;
  /**
   * `file`: just this path. `tree`: a folder counted as a whole, its content not listed. `open`: something below this
   * folder whose name is not known. `spread`: files all over the system (packages): only `COPY /` finds it.
   */
  readonly kind: 'file' | 'tree' | 'open' | 'spread';
  readonly grounds: Grounds;
  /** The step that put it there; `null`: the base image. */
  readonly step: StepId | null;
  /** The command as written. */
  readonly by: string;
  /** For `tree`: its files where they are known, relative to `path`. */
  readonly listing?: readonly ContextFile[];
  /** For `tree`: an unpacked archive, whose top folder has a name that is not known. */
  readonly loose?: boolean;
  /** For `open`: base names it is likely to have. */
  readonly names?: RegExp;
}

/** One for all, so that an analysis of thousands of lines has less to send to the page. */
export const NO_EVIDENCE: readonly Evidence[] = [];

export type Known = Extract<Estimate, { kind: 'known' }>;

export function estimate(bytes: Bytes, grounds: Grounds): Known {
  return {
    kind: 'known',
    disk: bytes.disk,
    pull: bytes.pull,
    certainty: grounds.certainty,
    reason: grounds.reason,
    evidence: grounds.evidence ?? NO_EVIDENCE,
    ...(grounds.assumption === undefined ? {} : { assumption: grounds.assumption }),
  };
}

export const nothing = (reason: string): Known => estimate(NOTHING, { certainty: 'exact', reason });

export const unknown = (reason: string, fallback: Bytes | null = null): Estimate => ({
  kind: 'unknown',
  reason,
  fallback: fallback && { disk: fallback.disk, pull: fallback.pull },
});

/** Bytes that are written in the text: `pull` guessed for text. */
export const written = (bytes: number): Bytes => ({ disk: exactly(bytes), pull: exactly(Math.ceil(bytes * 0.5)) });

const STRENGTH: readonly Certainty[] = ['exact', 'measured', 'set', 'estimated', 'assumed'];

/** The weakest of several grounds: what a sum of them is worth. */
export const weakest = (all: Iterable<Certainty>): Certainty => {
  let worst = 0;
  for (const one of all) worst = Math.max(worst, STRENGTH.indexOf(one));
  return STRENGTH[worst] ?? 'assumed';
};
