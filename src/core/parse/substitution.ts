// Parse: what substitution is asked with and what it answers with when it fails.

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

export class SubstitutionError extends Error {
  constructor(
    message: string,
    readonly missing: readonly string[] = [],
  ) {
    super(message);
  }
}
