// Parsing is total and every place lies in the text, whatever is pasted.

import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parse, type Instruction, type ParsedFile, type Span } from '../../../src/core';
import { readCases } from '../../conformance/case';

const folder = 'tests/conformance/cases';
const cases = readdirSync(folder)
  .flatMap((file) => readCases(`${folder}/${file}`).map(({ dockerfile }) => dockerfile))
  .filter((text) => text.length < 20_000);
// A loaded machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });
const runs = Number(process.env['FC_RUNS'] ?? 100);

/** What is wrong with the places of a file; looked at once for each file, since thousands of places are. */
class Look {
  readonly wrong: string[] = [];
  private readonly lines: readonly string[];

  constructor(private readonly file: ParsedFile) {
    this.lines = file.text.split('\n');
  }

  private must(holds: boolean, what: string): void {
    if (!holds) this.wrong.push(what);
  }

  private inside({ start, end }: Span, what: string): void {
    for (const { line, column } of [start, end])
      this.must(column >= 0 && column <= (this.lines[line]?.length ?? -1), `${what} lies outside the text`);
    this.must(start.line < end.line || (start.line === end.line && start.column <= end.column), `${what} runs back`);
  }

  private slice({ start, end }: Span): string {
    const first = this.lines[start.line] ?? '';
    if (start.line === end.line) return first.slice(start.column, end.column);
    const last = (this.lines[end.line] ?? '').slice(0, end.column);
    return [first.slice(start.column), ...this.lines.slice(start.line + 1, end.line), last].join('\n');
  }

  private instruction(one: Instruction): void {
    this.inside(one.span, 'instruction');
    this.inside(one.restSpan, 'rest');
    for (const flag of one.flags) {
      this.inside(flag.span, 'flag');
      if (flag.valueSpan) this.inside(flag.valueSpan, 'flag value');
    }
    if (one.trailingComment) this.inside(one.trailingComment.span, 'trailing comment');
    this.inside(one.keywordSpan, 'keyword');
    if (one.keywordSpan.start.line === one.keywordSpan.end.line)
      this.must(this.slice(one.keywordSpan) === one.written, 'keyword stands elsewhere');
    for (const word of one.words) {
      this.inside(word.span, 'word');
      if (one.lines[0] === one.lines[1] && one.json === null)
        this.must(this.slice(word.span).startsWith(word.text), 'word stands elsewhere');
    }
    for (const heredoc of one.heredocs) {
      this.inside(heredoc.markSpan, 'heredoc mark');
      this.inside(heredoc.bodySpan, 'heredoc body');
      const bare = (text: string): string => text.replace(/[\r\n]+$/, '');
      this.must(bare(this.slice(heredoc.bodySpan)) === bare(heredoc.content), 'heredoc body stands elsewhere');
    }
    if (one.onbuild) this.instruction(one.onbuild);
  }

  all(): readonly string[] {
    const { faults, directives, comments, instructions } = this.file;
    for (const { span } of [...faults, ...directives, ...comments]) this.inside(span, 'fault, directive or comment');
    let last = -1;
    for (const instruction of instructions) {
      this.instruction(instruction);
      this.must(instruction.lines[0] > last, 'instructions share a line');
      last = instruction.lines[1];
    }
    return this.wrong;
  }
}

/** The text put together again from its parts: lines of instructions, directives and comments, and blanks between them. */
function printed({ text, instructions, directives, comments }: ParsedFile): string {
  const lines = text.split('\n');
  const told = new Set([...directives, ...comments].map(({ span }) => span.start.line));
  for (const {
    lines: [first, last],
  } of instructions)
    for (let line = first; line <= last; line++) told.add(line);
  return lines.map((line, at) => (told.has(at) ? line : line.replace(/[^\s\ufeff]/g, ''))).join('\n');
}

function check(text: string): void {
  const file = parse(text);
  expect(printed(file)).toBe(text);
  const wrong = new Look(file).all();
  const literal = file.literal ? new Look(file.literal).all() : [];
  expect([file.text === text, ...wrong, ...literal]).toEqual([true]);
}

test('every conformance case', () => {
  for (const text of cases) check(text);
});

const piece = fc.constantFrom(
  ...[
    'FROM a',
    'RUN x',
    'COPY a b',
    'ENV A=1 ',
    'ONBUILD ',
    '# c',
    '\\',
    '`',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '\t',
    '<<E',
    '<<-E',
  ],
  ...[
    '<< E',
    '<<- E',
    'E\n',
    '"',
    "'",
    '["a", "b"]',
    '[',
    '--f=v ',
    '--',
    '#escape=`\n',
    '# check=skip=all\n',
    '\ufeff',
    'é',
    '𝒳',
  ],
);

test('arbitrary text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: runs });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      check(pieces.join(''));
    }),
    { numRuns: runs },
  );
});

test('random changes to the cases', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(), fc.nat(40), piece, (text, at, cut, put) => {
      const from = at % (text.length + 1);
      check(text.slice(0, from) + put + text.slice(from + cut));
    }),
    { numRuns: runs },
  );
});
