// What parsing yields: the instructions of a Dockerfile, with a place in the text for every part.
// Nothing is substituted or resolved here; that is the model's work.

import type { Position, Span } from '../text';

/** A `# name=value` line at the top of the file that BuildKit obeys. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

/** A whole-line comment. */
export interface Comment {
  /** Without the `#` and the blank that follows it. */
  readonly text: string;
  readonly span: Span;
}

/** One word of an instruction as written, continuations taken out, quotes and `$` still in it. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** `--name` or `--name=value` in front of an instruction's arguments. */
export interface Flag {
  readonly name: string;
  /** `null` when there is no `=`. */
  readonly value: string | null;
  readonly span: Span;
  readonly valueSpan: Span | null;
}

/** `<<NAME` with its body. */
export interface Heredoc {
  readonly name: string;
  /** File descriptor digits before `<<`, 0 when none. */
  readonly fd: number;
  /** False for `<<'NAME'` and `<<"NAME"`: nothing in the body is substituted. */
  readonly expand: boolean;
  /** True for `<<-`: leading tabs are taken off every line. */
  readonly chomp: boolean;
  /** The body as BuildKit keeps it, final newline included. */
  readonly content: string;
  /** Where the body stands, without the terminator line. */
  readonly bodySpan: Span;
  /** Where `<<NAME` stands in the instruction. */
  readonly markSpan: Span;
}

export interface Instruction {
  /** Position in the file's list of instructions, 0-based. */
  readonly index: number;
  /** Upper case. */
  readonly keyword: string;
  /** As the person wrote it. */
  readonly written: string;
  readonly keywordSpan: Span;
  /** From the keyword to the end of the last line, heredoc bodies included. */
  readonly span: Span;
  /** First and last line BuildKit ties to it, 0-based, heredocs and comments inside a continuation included. */
  readonly lines: readonly [number, number];
  readonly flags: readonly Flag[];
  /** The whole instruction as one line: continuations and comment lines taken out, outer blanks trimmed. */
  readonly code: string;
  /** The blanks trimmed off the end of `code`; ONBUILD keeps them. */
  readonly blanks: string;
  /** Everything behind the flags, outer blanks trimmed. */
  readonly rest: string;
  readonly restSpan: Span;
  /**
   * `rest` as BuildKit splits it for this keyword: at blanks (FROM, COPY, ADD, VOLUME, EXPOSE), at blanks outside quotes
   * (ARG, ENV, LABEL), type and command (HEALTHCHECK), the strings of a JSON form, else one word.
   */
  readonly words: readonly Word[];
  /** The strings of a JSON array form, else `null`. */
  readonly json: readonly string[] | null;
  /** `ENV name value`, the old form without `=` (LABEL too). */
  readonly legacy: boolean;
  readonly heredocs: readonly Heredoc[];
  /** The comment lines above, back to the instruction before, one entry a line without `#` and blanks; empty lines do not set them apart. */
  readonly comments: readonly string[];
  /** An empty line stands between its continued lines: BuildKit's `NoEmptyContinuation`, which names this 0-based line. `null`: none. */
  readonly emptyContinuation: number | null;
  /** The instruction inside an ONBUILD. */
  readonly onbuild: Instruction | null;
  /** A `# …` at the end of the line that Docker takes for arguments: it was set aside to read the line as it was meant. */
  readonly trailingComment: Word | null;
}

/** Something BuildKit's parser refuses before it looks at any instruction's meaning. */
export interface ParseFault {
  readonly message: string;
  readonly span: Span;
  /** The line BuildKit ties to it, 0-based, −1 for the one above the first; `null` when it names none. */
  readonly line: number | null;
}

export interface ParsedFile {
  readonly text: string;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly Instruction[];
  /** What BuildKit's parser refuses, in order of place; it would stop at the first. */
  readonly faults: readonly ParseFault[];
  readonly end: Position;
  /**
   * The same text as BuildKit reads it, where that differs from what was meant: trailing comments are arguments there, and `<<- NAME`
   * with a blank opens no heredoc. `null` when nothing had to be set aside.
   */
  readonly literal: ParsedFile | null;
}
