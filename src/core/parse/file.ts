// The first step of the walk: text in, instructions out, with a place in the text for every part. Total: any text yields a
// ParsedFile. Nothing is substituted or resolved. Follows BuildKit's parser.Parse; where BuildKit would stop, the fault is
// noted and reading goes on. What people mean and Docker reads otherwise is set aside, and both readings are kept.
// The syntax library is given from outside: a first picture needs nothing of it, so it may come behind.

import { at, span } from '../text';
import type { Position, Span } from '../text';
import type { Syntax } from './ast';
import { readHeredocs } from './heredocs';
import type { Heredoc, Instruction, ParseFault, ParsedFile, Word } from './instruction';
import type { LogicalLine } from './lines';
import { LineReader, opening, place, placed } from './lines';
import type { Reading } from './read';
import { readLine } from './read';
import { trailingComment } from './trailing';

const HOLDS_HEREDOCS: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD']);

/** Reads a Dockerfile. Never throws. `syntax` gives the last word on places of keywords; `null` while it is not there. */
export function readFile(text: string, syntax: Syntax | null): ParsedFile {
  const literal = new FileReader(text, false).read();
  if (!literal.setAside) return withSyntax(literal, syntax);
  const meant = new FileReader(text, true).read();
  return { ...withSyntax(meant, syntax), faults: literal.file.faults, literal: literal.file };
}

/** Places of keywords come from the syntax library wherever it agrees with BuildKit about where instructions begin. */
function withSyntax(reader: FileReader, syntax: Syntax | null): ParsedFile {
  const { file } = reader;
  if (syntax === null) return file;
  const known = syntax(reader.masked());
  const instructions = file.instructions.map((instruction) => {
    const found = known.get(instruction.span.start.line);
    if (!found || found.keyword !== instruction.written || sameSpan(found.keywordSpan, instruction.keywordSpan))
      return instruction;
    return { ...instruction, keywordSpan: found.keywordSpan };
  });
  return { ...file, instructions };
}

const samePosition = (a: Position, b: Position): boolean => a.line === b.line && a.column === b.column;
const sameSpan = (a: Span, b: Span): boolean => samePosition(a.start, b.start) && samePosition(a.end, b.end);

const shared = (position: Position, other: Position): Position => (samePosition(position, other) ? other : position);

const NONE: readonly never[] = [];

class FileReader {
  private readonly lines: LineReader;
  private readonly faults: ParseFault[];
  private readonly instructions: Instruction[] = [];
  setAside = false;

  constructor(
    private readonly text: string,
    /** Read as it was meant; else as BuildKit does. */
    private readonly meant: boolean,
  ) {
    this.lines = new LineReader(text);
    this.faults = this.lines.faults;
  }

  read(): this {
    for (let line = this.lines.read(); line !== null; line = this.lines.read()) this.instruction(line);
    if (this.text !== '' && this.instructions.length === 0)
      this.faults.push({ message: 'file with no instructions', span: span(this.end, this.end), line: this.lastLine });
    this.faults.sort((a, b) => a.span.start.line - b.span.start.line);
    return this;
  }

  get file(): ParsedFile {
    const { text, lines, instructions, faults, end } = this;
    const { escape, directives, comments } = lines;
    return { text, escape, directives, comments, instructions, faults, end, literal: null };
  }

  /**
   * The text with the same lines, but only directives and keywords in them: what the syntax library would misread (heredoc
   * bodies, arguments, comments inside continuations, the byte order mark) is left out.
   */
  masked(): string {
    const { lines } = this;
    const kept = new Array<string>(lines.count).fill('');
    const keep = (line: number, to: number): void => {
      const text = this.text.slice(lines.start(line), lines.start(line) + to);
      kept[line] = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
    };
    for (const { span: place } of lines.directives) keep(place.end.line, place.end.column);
    for (const { keywordSpan } of this.instructions) {
      const { start, end } = keywordSpan;
      for (let line = start.line; line < end.line; line++) keep(line, lines.end(line) - lines.start(line));
      keep(end.line, end.column);
    }
    return kept.join('\n');
  }

  private instruction(line: LogicalLine): void {
    const { joined } = line;
    let reading = readLine(line, 0, joined.length, this.lines.escape);
    const inner = reading.inner ?? reading;
    const hash = trailingComment(inner.parts.keyword, joined, inner.from, inner.to, this.lines.escape);
    let comment: Word | null = null;
    if (hash >= 0) {
      this.setAside = true;
      comment = { text: joined.slice(hash).trimEnd(), span: placed(line, hash, joined.trimEnd().length) };
      if (this.meant) reading = readLine(line, 0, hash, this.lines.escape);
    }
    if (reading.fault !== null) this.fault(reading.fault, line);
    const heredocs = this.heredocs(line, reading);
    this.instructions.push(this.finish(line, reading, heredocs, this.meant ? comment : null));
  }

  private heredocs(line: LogicalLine, reading: Reading): readonly Heredoc[] {
    const { keyword, json } = (reading.inner ?? reading).parts;
    if (!HOLDS_HEREDOCS.has(keyword) || json !== null || reading.fault !== null) return NONE;
    const found = readHeredocs(this.lines, line, keyword === 'RUN' && this.meant, () => {
      this.fault('unterminated heredoc', line);
    });
    if (found.spaced) this.setAside = true;
    return found.heredocs;
  }

  private fault(message: string, line: LogicalLine): void {
    this.faults.push({ message, span: placed(line, 0, line.joined.length), line: line.first });
  }

  private finish(
    line: LogicalLine,
    reading: Reading,
    heredocs: readonly Heredoc[],
    trailing: Word | null,
  ): Instruction {
    const { lines } = this;
    const last = heredocs.length > 0 ? lines.next - 1 : line.last;
    const end =
      heredocs.length > 0
        ? at(last, lines.end(last) - lines.start(last))
        : place(line, Math.max(reading.to, line.joined.trimEnd().length), true);
    const { keywordSpan, restSpan } = reading.parts;
    // The same object where it is the same place, so that there are fewer to send to the page.
    const stretch = span(shared(opening(line), keywordSpan.start), shared(end, restSpan.end));
    const whole = ({ parts, inner }: Reading): Instruction => ({
      index: this.instructions.length,
      keyword: parts.keyword,
      written: parts.written,
      keywordSpan: parts.keywordSpan,
      span: stretch,
      lines: [line.first, last],
      flags: parts.flags,
      code: parts.code,
      blanks: parts.blanks,
      rest: parts.rest,
      restSpan: parts.restSpan,
      words: parts.words,
      json: parts.json,
      legacy: parts.legacy,
      heredocs,
      comments: line.comments,
      emptyContinuation: line.emptyContinuation ? line.last : null,
      onbuild: inner && whole(inner),
      trailingComment: trailing,
    });
    return whole(reading);
  }

  private get lastLine(): number {
    return this.lines.count - 1;
  }

  private get end(): Position {
    if (this.text.endsWith('\n')) return at(this.lines.count, 0);
    const last = Math.max(this.lastLine, 0);
    return at(last, this.text.length - this.lines.start(last));
  }
}
