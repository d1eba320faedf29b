// Colours what stands behind an instruction's keyword, over as many lines as it goes on.

import { script, type Quote } from './script';
import type { TokenLine } from './token';

export interface ArgumentState {
  /** Still among the flags. */
  readonly flags: boolean;
  readonly commandDue: boolean;
  readonly quote: Quote;
  /** How many words have been seen. */
  readonly word: number;
  readonly json: boolean;
}

/** `# syntax=docker/dockerfile:1` and its like; `null` for any other comment. */
export function isDirective(comment: string): { name: string; value: string } | null {
  const found = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(comment);
  return found ? { name: (found[1] ?? '').toLowerCase(), value: found[2] ?? '' } : null;
}

const FLAG = /--[\w-]+/y;
const WORDS = /(\s+)|((?:"(?:\\.|[^"\\])*"?|'[^']*'?|\S)+)/y;
const PIECES = /\$(?:\{[^}]*\}?|\w+)|"(?:\\.|[^"\\])*"?|'[^']*'?/g;

/** Quotes and variables inside one word; `base` is the colour of the rest. */
function pieces(out: TokenLine, word: string, start: number, base: Parameters<TokenLine['add']>[1]): void {
  let seen = 0;
  for (const piece of word.matchAll(PIECES)) {
    if (piece.index > seen) out.add(start + seen, base);
    const text = piece[0];
    if (text.startsWith('$')) out.add(start + piece.index, 'variable');
    else {
      out.add(start + piece.index, 'string');
      if (text.startsWith('"')) {
        for (const inner of text.matchAll(/\$(?:\{[^}]*\}?|\w+)/g)) {
          out.add(start + piece.index + inner.index, 'variable');
          if (inner.index + inner[0].length < text.length) {
            out.add(start + piece.index + inner.index + inner[0].length, 'string');
          }
        }
      }
    }
    seen = piece.index + text.length;
  }
  if (seen < word.length) out.add(start + seen, base);
}

function json(out: TokenLine, line: string, from: number, to: number): void {
  for (const part of line.slice(from, to).matchAll(/"(?:\\.|[^"\\])*"?|[[\],]|[^"[\],]+/g)) {
    const text = part[0];
    const kind = text.startsWith('"') ? 'string' : /^[[\],]$/.test(text) ? 'operator' : 'plain';
    out.add(from + part.index, kind);
  }
}

function flag(out: TokenLine, word: string, start: number, keyword: string): void {
  FLAG.lastIndex = 0;
  const name = FLAG.exec(word)?.[0] ?? word;
  out.add(start, 'flag');
  if (word.charAt(name.length) !== '=') return;
  const value = word.slice(name.length + 1);
  const at = start + name.length + 1;
  out.add(at - 1, 'operator');
  if (name === '--from') pieces(out, value, at, 'stage');
  else if (name === '--mount' && keyword === 'RUN') {
    for (const option of value.matchAll(/([^,=]+)(=?)([^,]*)(,?)/g)) {
      const key = option[1] ?? '';
      const valueAt = at + option.index + key.length + 1;
      out.add(at + option.index, 'flag');
      if (option[2]) {
        out.add(valueAt - 1, 'operator');
        pieces(out, option[3] ?? '', valueAt, key === 'from' ? 'stage' : 'plain');
      }
      if (option[4]) out.add(at + option.index + option[0].length - 1, 'operator');
    }
  } else pieces(out, value, at, 'plain');
}

/** Colours `line` from `from` to `to` as arguments of `keyword`. */
export function args(
  out: TokenLine,
  line: string,
  from: number,
  to: number,
  keyword: string,
  state: ArgumentState,
): ArgumentState {
  let { flags, word } = state;
  let at = from;
  let jsonForm = state.json;
  const upTo = line.slice(0, to);
  while (at < to) {
    WORDS.lastIndex = at;
    const found = WORDS.exec(upTo);
    if (!found) break;
    const text = found[0];
    if (found[1] !== undefined) {
      out.add(at, 'plain');
      at += text.length;
      continue;
    }
    if (flags && text.startsWith('--')) {
      flag(out, text, at, keyword);
      at += text.length;
      continue;
    }
    flags = false;
    jsonForm ||= word === 0 && text.startsWith('[') && keyword !== 'FROM' && keyword !== 'ENV' && keyword !== 'ARG';
    if (jsonForm) {
      json(out, line, at, to);
      return { ...state, flags, word: word + 1, json: true };
    }
    if (keyword === 'HEALTHCHECK' && word === 0 && /^(CMD|NONE)$/i.test(text)) {
      out.add(at, 'keyword');
      at += text.length;
      // What follows CMD is a command like any other.
      return args(out, line, at, to, 'CMD', { flags: false, commandDue: true, quote: null, word: 0, json: false });
    }
    if (keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT') {
      const mark = /^\d*<<-?/.exec(text);
      if (mark && word === 0) {
        out.add(at, 'heredoc');
        at += text.length;
        word += 1;
        continue;
      }
      const end = script(out, line, at, to, 'shell', state.quote, state.commandDue);
      return { ...state, flags, word: word + 1, quote: end.quote, commandDue: end.commandDue };
    }
    word += 1;
    if (keyword === 'FROM') {
      if (word === 2 && /^as$/i.test(text)) out.add(at, 'keyword');
      else pieces(out, text, at, word === 1 ? 'image' : word === 3 ? 'stage' : 'plain');
    } else if (/^\d*<<-?/.test(text) && (keyword === 'COPY' || keyword === 'ADD')) out.add(at, 'heredoc');
    else if (keyword === 'ENV' || keyword === 'ARG' || keyword === 'LABEL') {
      const equals = /^[^=\s"'$]+(?==)/.exec(text)?.[0].length ?? (word === 1 || keyword === 'ARG' ? text.length : 0);
      if (equals > 0) out.add(at, 'variable');
      if (equals < text.length) {
        if (equals > 0) out.add(at + equals, 'operator');
        pieces(out, text.slice(equals + (equals > 0 ? 1 : 0)), at + equals + (equals > 0 ? 1 : 0), 'plain');
      }
    } else pieces(out, text, at, 'plain');
    at += text.length;
  }
  return { ...state, flags, word, json: jsonForm };
}
