// What colouring knows of a line: which run of characters is what. One vocabulary for the text area and for Monaco.

export type TokenKind =
  | 'plain'
  | 'keyword'
  | 'comment'
  | 'directive'
  | 'flag'
  | 'string'
  | 'variable'
  | 'escape'
  | 'operator'
  | 'stage'
  | 'image'
  | 'heredoc'
  | 'command';

export interface Token {
  /** 0-based column where it starts; it reaches to the next token or the end of the line. */
  readonly start: number;
  readonly kind: TokenKind;
}

/** Collects the tokens of one line; neighbours of the same kind become one. */
export class TokenLine {
  readonly tokens: Token[] = [];

  add(start: number, kind: TokenKind): void {
    const last = this.tokens.at(-1);
    if (last?.kind === kind) return;
    if (last?.start === start) this.tokens.pop();
    this.tokens.push({ start, kind });
  }
}
