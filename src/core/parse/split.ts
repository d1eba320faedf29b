// Parse: a logical line falls into keyword, flags and arguments. In: the joined line and where to stop. Out: the parts with
// their places in the joined line; nothing is thrown. Follows BuildKit's splitCommand and extractBuilderFlags, and the ways
// its line parsers split arguments (at blanks; at blanks outside quotes).

import { isSpace, isSplitter, skipSpace, trimEnd } from './blank';

/** `text` is what BuildKit keeps of `joined.slice(from, to)`. */
export interface Part {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Command {
  readonly keyword: Part;
  readonly flags: readonly Part[];
  readonly rest: Part;
}

/** Splits `joined.slice(from, end)`. */
export function splitCommand(joined: string, from: number, end: number, escape: string): Command {
  const start = skipSpace(joined, from, end);
  const stop = trimEnd(joined, start, end);
  let i = start;
  while (i < stop && !isSplitter(joined.charCodeAt(i))) i++;
  const keyword = part(joined, start, i);
  while (i < stop && isSplitter(joined.charCodeAt(i))) i++;
  const flags: Part[] = [];
  const argument = readFlags(joined, i, stop, escape, flags);
  const restFrom = skipSpace(joined, argument, stop);
  return { keyword, flags, rest: part(joined, restFrom, Math.max(restFrom, stop)) };
}

const part = (joined: string, from: number, to: number): Part => ({ text: joined.slice(from, to), from, to });

/**
 * Collects words that begin with `--`, quotes and escapes taken off; returns where the arguments begin. BuildKit takes every byte of
 * UTF-8 here for a character: `é` becomes `Ã©`, and `à`, whose second byte is that of a no-break space, ends the flag.
 */
function readFlags(joined: string, from: number, end: number, escape: string, flags: Part[]): number {
  if (!joined.startsWith('--', from)) return from;
  const { text: line, unit } = asBytes(joined, from, end);
  let i = 0;
  for (;;) {
    while (BLANK_BYTE.test(line[i] ?? '')) i++;
    if (line[i] !== '-' || line[i + 1] !== '-') return unit(i);
    const start = i;
    let text = '';
    let quote = '';
    let quoted = false;
    for (; i < line.length; i++) {
      const c = line[i] ?? '';
      if (quote === '' && BLANK_BYTE.test(c)) break;
      if (c === quote) quote = '';
      else if (quote === '' && (c === "'" || c === '"')) {
        quote = c;
        quoted = true;
      } else if (c !== escape) text += c;
      else if (i + 1 < line.length) text += line[++i] ?? '';
    }
    // `--` alone ends the flags; at the end of the line it is dropped.
    if (text === '--') return unit(i);
    if (quoted || text !== '') flags.push({ text, from: unit(start), to: unit(i) });
  }
}

const BLANK_BYTE = /[\t-\r \u0085\u00a0]/;

/** A stretch of text with its UTF-8 bytes for characters, and the place in the text of the character each belongs to or follows. */
function asBytes(joined: string, from: number, end: number): { text: string; unit: (byte: number) => number } {
  const stretch = joined.slice(from, end);
  if (!/[^\0-\x7f]/.test(stretch)) return { text: stretch, unit: (byte) => from + byte };
  const units: number[] = [];
  let text = '';
  let at = from;
  for (const character of stretch.toWellFormed()) {
    units.push(at);
    at += character.length;
    const bytes = character < '\x80' ? character : fromUtf8(encodeURIComponent(character));
    while (units.length < text.length + bytes.length) units.push(at);
    text += bytes;
  }
  return { text, unit: (byte) => units[byte] ?? end };
}

const fromUtf8 = (encoded: string): string =>
  encoded.replace(/%(..)/g, (_, byte: string) => String.fromCharCode(parseInt(byte, 16)));

/** Splits at runs of blanks, quotes not minded (FROM, COPY, ADD, VOLUME, EXPOSE). */
export function splitAtBlanks(joined: string, from: number, to: number, most = Infinity): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && (!isSplitter(joined.charCodeAt(i)) || parts.length + 1 >= most)) continue;
    parts.push(part(joined, start, i));
    while (i < to && isSplitter(joined.charCodeAt(i))) i++;
    start = i;
    if (i >= to) break;
    i--;
  }
  return from === to ? [] : parts;
}

/** Splits at blanks outside quotes; quotes and escapes stay, an escape at the very end goes (ARG, ENV, LABEL). */
export function splitOutsideQuotes(joined: string, from: number, to: number, escape: string): Part[] {
  const parts: Part[] = [];
  let i = from;
  for (;;) {
    i = skipSpace(joined, i, to);
    if (i >= to) return parts;
    const start = i;
    let quote = '';
    let quoted = false;
    let dropped = false;
    for (; i < to; i++) {
      const c = joined[i] ?? '';
      if (quote === '' && isSpace(c.charCodeAt(0))) break;
      if (c === escape && quote !== "'") {
        if (i + 1 >= to) dropped = true;
        i++;
      } else if (c === quote) quote = '';
      else if (quote === '' && (c === "'" || c === '"')) {
        quote = c;
        quoted = true;
      }
    }
    i = Math.min(i, to);
    const text = joined.slice(start, dropped ? i - 1 : i);
    if (quoted || text !== '') parts.push({ text, from: start, to: i });
  }
}
