// Parse: heredocs. In: a logical line that may hold `<<NAME` and the lines behind it. Out: each heredoc with its body and
// places; the reader stands behind the last terminator. Follows BuildKit's heredocsFromLine and ParseHeredoc: the line is
// split by the shell lexer with the backslash as escape (whatever the directive says), and a word counts when all of it is
// digits, `<<`, an optional `-` and one name.

import { at, span } from '../text';
import type { Heredoc } from './instruction';
import type { LineReader, LogicalLine } from './lines';
import { placed } from './lines';
import { substitute } from './substitute';

const MARK = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/;
const unknown = (): undefined => undefined;

export interface HeredocMark {
  readonly name: string;
  readonly fd: number;
  readonly expand: boolean;
  readonly chomp: boolean;
}

/** The heredoc a word opens, or null. */
export function heredocMark(word: string): HeredocMark | null {
  const match = MARK.exec(word);
  if (!match?.[3]) return null;
  try {
    const plain = substitute(match[3], unknown, '\\', { keepUnset: true }).words;
    if (plain.length !== 1) return null;
    const raw = substitute(match[3], unknown, '\\', { keepUnset: true, rawQuotes: true }).words;
    const name = plain[0] ?? '';
    const quotes = (text: string) => text.length - text.replace(/['"]/g, '').length;
    return { name, fd: Number(match[1]), expand: quotes(name) === quotes(raw[0] ?? ''), chomp: match[2] === '-' };
  } catch {
    return null;
  }
}

/** Leading tabs off every line, as `<<-` has it. */
export const chompTabs = (content: string): string => content.replace(/^\t+/gm, '');

/** An instruction that plainly begins anew; bodies without terminator are cut there so that the rest can be drawn. */
const ANEW =
  /^(FROM|RUN|COPY|ADD|ENV|ARG|LABEL|WORKDIR|USER|EXPOSE|VOLUME|CMD|ENTRYPOINT|HEALTHCHECK|SHELL|STOPSIGNAL|ONBUILD)[ \t]/;

export interface Heredocs {
  readonly heredocs: readonly Heredoc[];
  /** A `<<- NAME` with a blank stands in the line and its body follows: BuildKit takes a blank behind `<<` only. */
  readonly spaced: boolean;
}

/**
 * Reads the bodies behind `line`; calls `unterminated` for each that has no end. `spaces`: take `<<- NAME` for a heredoc too,
 * as the shell would.
 */
export function readHeredocs(
  reader: LineReader,
  line: LogicalLine,
  spaces: boolean,
  unterminated: () => void,
): Heredocs {
  if (!line.joined.includes('<<')) return { heredocs: [], spaced: false };
  const heredocs: Heredoc[] = [];
  const words = shellWords(line.joined);
  let spaced = false;
  let cursor = 0;
  for (const [i, word] of words.entries()) {
    const apart = /^\d*<<-$/.test(word) ? heredocMark(word + (words[i + 1] ?? '')) : null;
    const closes = apart !== null && reader.find(apart.name, apart.chomp) < reader.count;
    if (closes) spaced = true;
    const mark = closes && spaces ? apart : heredocMark(word);
    if (!mark) continue;
    const from = Math.max(line.joined.indexOf(word, cursor), cursor);
    cursor = from + word.length;
    if (mark === apart) cursor = line.joined.indexOf(words[i + 1] ?? '', cursor) + (words[i + 1] ?? '').length;
    const markSpan = placed(line, Math.min(from, line.joined.length), Math.min(cursor, line.joined.length));
    const first = reader.next;
    let end = reader.find(mark.name, mark.chomp);
    if (end < reader.count) reader.next = end + 1;
    else {
      unterminated();
      for (end = first; end < reader.count && !ANEW.test(reader.raw(end)); end++);
      reader.next = end;
    }
    const content = reader.text.slice(reader.start(first), reader.start(end));
    heredocs.push({ ...mark, content, bodySpan: lines(reader, first, end), markSpan });
  }
  return { heredocs, spaced };
}

function shellWords(joined: string): readonly string[] {
  try {
    return substitute(joined, unknown, '\\', { rawQuotes: true, rawEscapes: true, keepUnset: true }).words;
  } catch {
    return [];
  }
}

/** From the start of line `first` to the start of line `end`, or to the end of the text. */
function lines(reader: LineReader, first: number, end: number) {
  const stop = (n: number) => {
    if (n < reader.count) return at(n, 0);
    const last = reader.count - 1;
    return at(last, reader.end(last) - reader.start(last));
  };
  return span(stop(first), stop(end));
}
