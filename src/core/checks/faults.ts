// The shape of the tables of build errors.

/** A message and what it means; `$1` and so on stand for what the pattern caught. */
export type Explained = readonly [pattern: RegExp, explanation: string];
