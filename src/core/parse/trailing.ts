// Parse: the `# comment` behind an instruction, which Docker takes for arguments but people mean as a comment. In: a logical
// line cut into keyword and arguments. Out: where the comment begins, or -1. A `#` inside a word or quotes, at the start of
// the arguments, or in a shell form (where the shell skips the comment) is none.

import { isSpace, skipSpace } from './blank';
import { readJson } from './json';

/** Keywords whose plain arguments Docker reads itself, with how many words must stand before a comment. */
const READS: Readonly<Record<string, number>> = {
  FROM: 1,
  ARG: 1,
  ENV: 1,
  LABEL: 1,
  COPY: 2,
  ADD: 2,
  WORKDIR: 1,
  USER: 1,
  EXPOSE: 1,
  VOLUME: 1,
  STOPSIGNAL: 1,
  MAINTAINER: 1,
};

/** Keywords with a JSON form; behind its `]` nothing may follow. */
const JSON_FORM: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME']);

/** Index of the `#` in `joined`, or -1. `from` and `to` bound the arguments. */
export function trailingComment(keyword: string, joined: string, from: number, to: number, escape: string): number {
  if (!joined.includes('#', from)) return -1;
  let start = from;
  if (keyword === 'HEALTHCHECK') {
    while (start < to && !isSpace(joined.charCodeAt(start))) start++;
    if (joined.slice(from, start).toUpperCase() === 'NONE') return wordsThenHash(joined, from, to, 1, escape);
    start = skipSpace(joined, start, to);
  }
  if (joined[start] === '[' && (JSON_FORM.has(keyword) || keyword === 'HEALTHCHECK'))
    return behindJson(joined, start, to);
  const needed = READS[keyword];
  if (needed === undefined) return -1;
  const hash = wordsThenHash(joined, from, to, needed, escape);
  if (hash < 0 || (keyword !== 'ENV' && keyword !== 'LABEL')) return hash;
  // The old form `ENV name value` has its value in the second word: `ENV COLOR #fff`.
  const words = joined.slice(from, hash).trim().split(/\s+/);
  return words.length > 1 || words[0]?.includes('=') ? hash : -1;
}

/** The first `#` that begins a word outside quotes behind at least `needed` words. */
function wordsThenHash(joined: string, from: number, to: number, needed: number, escape: string): number {
  let words = 0;
  let quote = '';
  let inWord = false;
  for (let i = from; i < to; i++) {
    const c = joined[i] ?? '';
    if (quote !== '') {
      if (c === escape && quote === '"') i++;
      else if (c === quote) quote = '';
    } else if (isSpace(c.charCodeAt(0))) inWord = false;
    else if (inWord) {
      if (c === escape) i++;
      else if ((c === '"' || c === "'") && joined.includes(c, i + 1)) quote = c;
    } else {
      if (c === '#' && words >= needed) return i;
      words++;
      inWord = true;
      if (c === escape) i++;
      else if ((c === '"' || c === "'") && joined.includes(c, i + 1)) quote = c;
    }
  }
  return -1;
}

/** A complete JSON array of strings, blanks, and a `#`. */
function behindJson(joined: string, from: number, to: number): number {
  let quoted = false;
  for (let i = from; i < to; i++) {
    const c = joined[i];
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ']') {
      const hash = skipSpace(joined, i + 1, to);
      return joined[hash] === '#' && Array.isArray(readJson(joined.slice(from, i + 1))) ? hash : -1;
    }
  }
  return -1;
}
