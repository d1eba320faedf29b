// What the page and the analysis worker say to each other. Every question has an id and every answer repeats it.

import type { Analysis, AnalyseOptions, StageId, Total } from '../core';
import type { Delta } from './delta';

interface Source {
  readonly id: number;
  readonly text: string;
  readonly options: AnalyseOptions;
}

/** Another base image for a stage, and what the final image would weigh on it. */
export interface BaseChoice {
  /** As it would be written after FROM. */
  readonly reference: string;
  readonly kind: 'slim' | 'alpine' | 'distroless' | 'newer';
  /** The base itself, likely bytes. */
  readonly disk: number | null;
  readonly pull: number | null;
  readonly image: Total;
}

/** The images a stage could start from instead. */
export interface StageBases {
  readonly stage: StageId;
  readonly choices: readonly BaseChoice[];
}

export type Question =
  | (Source & { readonly kind: 'analyse' })
  /** For every stage that starts from an image: its alternatives, each tried out. */
  | (Source & { readonly kind: 'bases' });

/**
 * What the person gave beside the text, part of the options of every question after it. Said once: a folder's files are
 * too many to be sent with every keystroke.
 */
export interface GivenFacts {
  readonly kind: 'given';
  readonly options: Pick<AnalyseOptions, 'context' | 'ignoreFile' | 'measured'>;
}

/** What may be written after FROM, answered at once beside whatever is under way. */
export interface Lookup {
  readonly kind: 'suggest';
  readonly id: number;
  readonly typed: string;
  readonly platform: string;
}

/** An image or a tag, with likely bytes where they are known and the date of the figures. */
export interface ImageSuggestion {
  readonly reference: string;
  readonly disk: number | null;
  readonly pull: number | null;
  readonly asOf: string | null;
}

export type Answer =
  | { readonly kind: 'suggestions'; readonly id: number; readonly suggestions: readonly ImageSuggestion[] }
  /** The worker's script runs; questions asked before are waiting. */
  | { readonly kind: 'ready' }
  /** Work on the question begins: from here on the clock runs. */
  | { readonly kind: 'started'; readonly id: number }
  /** `complete` is false when package facts are on their way and the same id will be answered again, better. */
  | { readonly kind: 'analysis'; readonly id: number; readonly analysis: Analysis; readonly complete: boolean }
  | { readonly kind: 'bases'; readonly id: number; readonly bases: readonly StageBases[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** Facts that could not be loaded; sizes go without them. */
  | { readonly kind: 'facts-missing'; readonly what: string };

/** An answer as it crosses the boundary: of an analysis, what differs from the one before it, in pieces where that is much. */
export type SentAnswer =
  | Exclude<Answer, { readonly kind: 'analysis' }>
  /** More of the same follows; the last of it comes with the answer. */
  | { readonly kind: 'piece'; readonly delta: Delta | null }
  | {
      readonly kind: 'analysis';
      readonly id: number;
      readonly delta: Delta | null;
      readonly complete: boolean;
    };
