// The coloured lines of a text, kept from one text to the next: a keystroke recolours its line, and lines below only
// as far as the state they start from has changed.

import { TAB_SIZE } from '../metrics';
import { colourLine, sameState, startState, type LineState } from './line';
import type { TokenKind } from './token';

interface Run {
  readonly text: string;
  readonly kind: TokenKind;
}

export interface Row {
  readonly text: string;
  readonly runs: readonly Run[];
  /** In columns, tabs and wide characters counted as drawn. */
  readonly width: number;
  readonly before: LineState;
  readonly after: LineState;
}

function columns(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 9) width += TAB_SIZE - (width % TAB_SIZE);
    else width += code > 0x2e7f ? 2 : 1;
  }
  return width;
}

function colour(text: string, before: LineState): Row {
  const { tokens, state } = colourLine(text, before);
  const runs: Run[] = [];
  if (text !== '' && tokens[0]?.start !== 0) runs.push({ text: text.slice(0, tokens[0]?.start), kind: 'plain' });
  tokens.forEach((token, i) => {
    runs.push({ text: text.slice(token.start, tokens[i + 1]?.start), kind: token.kind });
  });
  return { text, runs, width: columns(text), before, after: state };
}

export class Colouring {
  #rows: readonly Row[] = [];

  /** The rows of `text`; those that did not change are the same objects as before. */
  update(text: string): readonly Row[] {
    const lines = text.split(/\r\n|\n|\r/);
    const old = this.#rows;
    const shift = old.length - lines.length;
    const rows: Row[] = [];
    let state = startState;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] ?? '';
      const kept = [old[i], old[i + shift]].find((row) => row?.text === line && sameState(row.before, state));
      const row = kept ?? colour(line, state);
      rows.push(row);
      state = row.after;
    }
    this.#rows = rows;
    return rows;
  }
}
