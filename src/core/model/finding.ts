// What the walk meets on its way and BuildKit would speak of: faults that keep a build from running, and plain facts its checks look
// at. Both say when in BuildKit's walk they show, so that the checks end where it stops.

import type { StepId } from '../element';
import type { Span } from '../text';

/**
 * When in BuildKit's walk something shows. It goes through the phases in this order, within a phase in order of place, and stops at
 * the first fault; its checks see nothing behind that either.
 * - `directives`: the `check` directive; an empty file
 * - `parse`: text to lines, heredocs, JSON forms (`parser.Parse`)
 * - `instructions`: flags and number of arguments, one instruction after the other (`instructions.Parse`)
 * - `globals`: values of ARG before the first FROM
 * - `stages`: the words of each FROM
 * - `target`: the stage asked for
 * - `graph`: what COPY and mounts refer to, in every stage; cycles
 * - `bases`: image references and ONBUILD triggers of the stages that are needed
 * - `steps`: each instruction as it is carried out
 */
export type Phase =
  'directives' | 'parse' | 'instructions' | 'globals' | 'stages' | 'target' | 'graph' | 'bases' | 'steps';

/** Something that keeps the build from running, or that the model had to set aside to go on. */
export interface BuildFault {
  readonly message: string;
  readonly span: Span;
  /** BuildKit would report this one and stop; at most one fault of a build has it. */
  readonly stops: boolean;
  /** The line BuildKit ties to it, 0-based, −1 for the one above the first; `null` when it names none. */
  readonly line: number | null;
  readonly phase: Phase;
  /** Index into `ParsedFile.instructions`; `null` when it belongs to none. */
  readonly instruction: number | null;
  /** The stage it shows in, also where `build` does not need that stage; `null` before there are stages. */
  readonly stage: number | null;
  /** For the phase `steps`. */
  readonly step: StepId | null;
}

/**
 * What BuildKit's checks look at and only the walk knows: one entry for every time BuildKit would look, so that they can be counted.
 * Plain facts; whether one is worth a warning is the checks' business. Stages that the target does not need are observed too.
 */
export type Observation =
  /** A variable in a word of the step that is neither in the environment nor a declared ARG; one a word and name. */
  | {
      readonly kind: 'undefined-variable';
      readonly step: StepId;
      readonly name: string;
      /** The nearest name in force, at most two edits away; `null` when there is none. */
      readonly suggestion: string | null;
    }
  /** A variable in FROM (image or `--platform`) that no ARG before the first FROM declares. */
  | {
      readonly kind: 'undefined-in-from';
      readonly stage: number;
      readonly name: string;
      readonly suggestion: string | null;
    }
  /** The base is empty or no valid reference when every ARG has its default. `written`: before substitution. */
  | { readonly kind: 'unusable-default-base'; readonly stage: number; readonly written: string }
  /** What substitution found in `--platform`: names with and without a value. */
  | {
      readonly kind: 'platform-flag';
      readonly stage: number;
      readonly written: string;
      readonly result: string;
      readonly matched: readonly string[];
      readonly unmatched: readonly string[];
    }
  /** Path of a WORKDIR after substitution, before it is made absolute. */
  | { readonly kind: 'workdir'; readonly step: StepId; readonly path: string }
  /** One port of EXPOSE after substitution, as written: `127.0.0.1:80:80/TCP`. */
  | { readonly kind: 'port'; readonly step: StepId; readonly port: string };
