// Parse: what substitution is asked with and what it answers with when it fails.

import { PatternError } from './pattern';

export type Lookup = (name: string) => string | undefined;

export interface SubstitutionOptions {
  /** Keep quotes in the result. */
  readonly rawQuotes?: boolean;
  /** Keep escape characters in the result. */
  readonly rawEscapes?: boolean;
  /** Quotes are ordinary characters (bodies of inline files). */
  readonly plainQuotes?: boolean;
  /** Leave `$name` of unknown names as it stands. */
  readonly keepUnset?: boolean;
}

/** No Error: it is part of reading, and a stack trace would cost more than the reading. */
export class SubstitutionError {
  constructor(
    readonly message: string,
    readonly missing: readonly string[] = [],
  ) {}
}

/** Runs a match; a pattern that is none becomes BuildKit's message. */
export function withPattern(pattern: string, run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof PatternError)
      throw new SubstitutionError(`invalid pattern (${pattern}) in substitution: ${error.message}`);
    throw error;
  }
}
