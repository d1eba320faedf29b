// Gives Monaco the same colouring as the text area has.

import type { languages } from 'monaco-editor/editor';
import { colourLine, sameState, startState, type LineState } from '../highlight/line';
import { monaco } from './monaco';

const { IndentAction } = monaco.languages;

export const LANGUAGE = 'dockerfile';

class State implements languages.IState {
  constructor(readonly line: LineState) {}

  clone(): State {
    return this;
  }

  equals(other: languages.IState): boolean {
    return other instanceof State && sameState(this.line, other.line);
  }
}

let obeyed: '\\' | '`' | null = null;

/** Sets the rules of typing for a file whose lines are joined by this character. Monaco has one set for the language. */
export function obeyEscape(escape: '\\' | '`'): void {
  if (escape === obeyed) return;
  obeyed = escape;
  const joins = `\\${escape}\\s*$`;
  monaco.languages.setLanguageConfiguration(LANGUAGE, {
    comments: { lineComment: { comment: '#', noIndent: true } },
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '(', close: ')' },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: "'", close: "'", notIn: ['string', 'comment'] },
    ],
    surroundingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '(', close: ')' },
      { open: '"', close: '"' },
      { open: "'", close: "'" },
    ],
    // A word is what can be renamed or completed as one: `debian-12`, `GO_VERSION`, `3.22-alpine3.20`.
    wordPattern: /[A-Za-z_][\w-]*(?:\.\d[\w-]*)*|\d[\w-]*(?:\.\d[\w-]*)*/,
    onEnterRules: [
      // A joined line is set in below its instruction; the line behind the last one is not.
      { beforeText: new RegExp(`^[^\\s#].*${joins}`), action: { indentAction: IndentAction.Indent } },
      {
        beforeText: new RegExp(`^\\s+[^\\s#](?:.*[^\\s\\${escape}])?\\s*$`),
        previousLineText: new RegExp(joins),
        action: { indentAction: IndentAction.Outdent },
      },
    ],
  });
}

/** Registers the language; once a page. */
export function registerLanguage(): void {
  monaco.languages.register({ id: LANGUAGE, filenames: ['Dockerfile', 'Containerfile'], aliases: ['Dockerfile'] });
  obeyEscape('\\');
  monaco.languages.setTokensProvider(LANGUAGE, {
    getInitialState: () => new State(startState),
    tokenize(line, state) {
      const before = state instanceof State ? state.line : startState;
      const { tokens, state: after } = colourLine(line, before);
      return {
        tokens: tokens.map(({ start, kind }) => ({ startIndex: start, scopes: kind })),
        endState: new State(after),
      };
    },
  });
}
