// What the page and the analysis worker say to each other. Every question has an id and every answer repeats it.

import type { Analysis, AnalyseOptions } from '../core';

export type Question = {
  readonly kind: 'analyse';
  readonly id: number;
  readonly text: string;
  readonly options: AnalyseOptions;
};

export type Answer =
  /** The worker's script runs; questions asked before are waiting. */
  | { readonly kind: 'ready' }
  /** Work on the question begins: from here on the clock runs. */
  | { readonly kind: 'started'; readonly id: number }
  /** `complete` is false when package facts are on their way and the same id will be answered again, better. */
  | { readonly kind: 'analysis'; readonly id: number; readonly analysis: Analysis; readonly complete: boolean }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** Facts that could not be loaded; sizes go without them. */
  | { readonly kind: 'facts-missing'; readonly what: string };
