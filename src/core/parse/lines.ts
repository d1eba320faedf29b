// Parse, first step: the text falls into logical lines. In: the text. Out: each instruction's line joined over its
// continuations, with the comments above it and the place of every piece, and the whole-line comments. Nothing of the text
// is lost: what is in no line, comment or heredoc is blank. Follows BuildKit's parser.Parse (continuations, comments and
// empty lines inside them, the byte order mark, line ends).

import { at, span } from '../text';
import type { Position, Span } from '../text';
import { skipSpace, trimSpace } from './blank';
import { DirectiveReader } from './directives';
import type { Comment, Directive, ParseFault } from './instruction';

/** What one line of the text gives to a logical line. */
interface Piece {
  /** Index in the joined text where it begins. */
  readonly from: number;
  /** Line and column of the text where it begins, 0-based. */
  readonly line: number;
  readonly column: number;
}

export interface LogicalLine {
  readonly joined: string;
  readonly pieces: readonly Piece[];
  /** First and last line, 0-based. */
  readonly first: number;
  readonly last: number;
  /** A line without content inside a continuation. */
  readonly emptyContinuation: boolean;
  readonly comments: readonly string[];
}

/** Longest line BuildKit's scanner takes, in bytes of UTF-8. */
const LONGEST = 65_535;

export class LineReader {
  /** Start offset of every line. */
  readonly starts: number[] = [0];
  readonly comments: Comment[] = [];
  readonly faults: ParseFault[] = [];
  private readonly directiveReader = new DirectiveReader();
  /** Next line to read. */
  next = 0;
  private above: string[] = [];
  /** Lines by content, as they are and behind their leading tabs; made when the first heredoc asks. */
  private readonly index: (Map<string, number[]> | undefined)[] = [];

  constructor(readonly text: string) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.starts.push(i + 1);
    // A text that ends in a line feed has no line behind it.
    if (this.starts.length > 1 && this.starts.at(-1) === text.length) this.starts.pop();
    for (let line = 0; line < this.count; line++) {
      const length = this.end(line) - this.start(line);
      if (length > LONGEST / 3 && tooLong(text.slice(this.start(line), this.end(line))))
        this.faults.push({
          message: `dockerfile line greater than max allowed size of ${String(LONGEST)}`,
          span: this.lineSpan(line),
          line: line - 1,
        });
    }
  }

  get count(): number {
    return this.text === '' ? 0 : this.starts.length;
  }

  get escape(): '\\' | '`' {
    return this.directiveReader.escape;
  }

  get directives(): readonly Directive[] {
    return this.directiveReader.directives;
  }

  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Where the line's content ends: before its line end and any carriage returns. */
  end(line: number): number {
    let end = this.starts[line + 1] ?? this.text.length;
    const start = this.start(line);
    while (end > start && (this.text.charCodeAt(end - 1) === 10 || this.text.charCodeAt(end - 1) === 13)) end--;
    return end;
  }

  /** The line with its line end, as BuildKit keeps it in heredocs. */
  raw(line: number): string {
    return this.text.slice(this.start(line), this.starts[line + 1] ?? this.text.length);
  }

  /** First line from `next` on that is `content` (`chomp`: behind leading tabs), or the number of lines. */
  find(content: string, chomp: boolean): number {
    const index = (this.index[chomp ? 1 : 0] ??= this.indexLines(chomp));
    const found = index.get(content) ?? [];
    let low = 0;
    let high = found.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[middle] ?? 0) < this.next) low = middle + 1;
      else high = middle;
    }
    return found[low] ?? this.count;
  }

  private indexLines(chomp: boolean): Map<string, number[]> {
    const index = new Map<string, number[]>();
    for (let line = 0; line < this.count; line++) {
      const ink = this.text.slice(this.start(line), this.end(line));
      const key = chomp ? ink.replace(/^\t+/, '') : ink;
      const found = index.get(key);
      if (found) found.push(line);
      else index.set(key, [line]);
    }
    return index;
  }

  lineSpan(line: number): Span {
    return span(at(line, 0), at(line, this.end(line) - this.start(line)));
  }

  /** The next logical line, or null at the end. Whole-line comments on the way are collected. */
  read(): LogicalLine | null {
    while (this.next < this.count) {
      const line = this.next++;
      const lineStart = this.start(line);
      const bom = line === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
      const end = this.end(line);
      const start = skipSpace(this.text, lineStart + bom, end);
      this.directiveReader.read(this.text.slice(start, end), line, start - lineStart, this.faults);
      if (start === end) continue;
      if (this.text.charCodeAt(start) === 35) {
        this.comment(line, lineStart + bom, start, end);
        continue;
      }
      const found = this.instruction(line, start, end);
      if (found) return found;
    }
    return null;
  }

  private comment(line: number, from: number, start: number, end: number): void {
    this.comments.push({
      text: trimSpace(this.text.slice(start + 1, end)),
      span: span(at(line, start - this.start(line)), at(line, end - this.start(line))),
    });
    if (this.directiveReader.took(line)) return;
    // BuildKit cuts one character off the untrimmed line, so an indented comment keeps its `#`.
    const text = trimSpace(this.text.slice(from + 1, end));
    if (text === '') this.above = [];
    else this.above.push(text);
  }

  private instruction(line: number, start: number, end: number): LogicalLine | null {
    const pieces: Piece[] = [];
    let joined = '';
    let emptyContinuation = false;
    let last = line;
    const take = (from: number, to: number): boolean => {
      const cut = continuation(this.text, from, to, this.escape);
      pieces.push({ from: joined.length, line: last, column: from - this.start(last) });
      joined += this.text.slice(from, cut < 0 ? to : cut);
      return cut >= 0;
    };
    let open = take(start, end);
    while (open && this.next < this.count) {
      last = this.next++;
      const from = this.start(last);
      const to = this.end(last);
      const ink = skipSpace(this.text, from, to);
      if (ink === to) emptyContinuation = true;
      else if (this.text.charCodeAt(ink) === 35)
        this.comments.push({
          text: trimSpace(this.text.slice(ink + 1, to)),
          span: span(at(last, ink - from), at(last, to - from)),
        });
      else open = take(from, to);
    }
    const comments = this.above;
    this.above = [];
    return { joined, pieces, first: line, last, emptyContinuation, comments };
  }
}

/** Where the escape character stands that continues the line, or -1: last ink of the line and not itself escaped. */
function continuation(text: string, from: number, to: number, escape: string): number {
  let i = to - 1;
  while (i >= from && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i--;
  if (i < from || text[i] !== escape) return -1;
  return i > from && text[i - 1] === escape ? -1 : i;
}

function tooLong(line: string): boolean {
  let bytes = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return bytes > LONGEST;
}

/** Where the first line begins, which may hold nothing but the escape character. */
export function opening({ pieces, first }: LogicalLine): Position {
  return at(first, pieces[0]?.column ?? 0);
}

/** Place in the text of index `i` of the joined line; `end`: as the end of a span, so it stays on the line it closes. */
export function place(line: LogicalLine, i: number, end = false): Position {
  const { pieces } = line;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const from = (pieces[middle] as Piece).from;
    if (end ? from < i : from <= i) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low] as Piece;
  return at(piece.line, piece.column + i - piece.from);
}

/** The span of `joined.slice(from, to)`. */
export function placed(line: LogicalLine, from: number, to: number): Span {
  return span(place(line, from), place(line, to, to > from));
}
