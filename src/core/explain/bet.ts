// Bets: what a question is. Plain data; see `bets.ts` for how questions are made.

export interface BetOption {
  readonly text: string;
  readonly right: boolean;
  /** Said when the answer is shown; names in backquotes. */
  readonly why: string | null;
}

export interface Bet {
  readonly id: 'unbuilt' | 'size' | 'files';
  /** Index of the step it stands before. */
  readonly before: number;
  readonly question: string;
  /** Any number of options may be right, at least one is. */
  readonly many: boolean;
  readonly options: readonly BetOption[];
  /** One sentence that gives the answer. */
  readonly answer: string;
}

/** Spreads texts over a few outcomes; FNV-1a. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
