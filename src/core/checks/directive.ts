// The `# check=skip=A,B;experimental=C;error=true` directive, and the same as a comment above one instruction.
// Follows BuildKit's ParseLintOptions: at most three parts, cut at the first blank; bad options fail the build.

import { quote } from '../parse/quote';
import { DirectiveReader } from '../parse/directives';
import type { Directive, ParsedFile } from '../parse/instruction';
import type { Span } from '../text';

export interface CheckOptions {
  readonly skip: 'all' | readonly string[];
  readonly experimental: 'all' | readonly string[];
  /** Warnings fail the build. */
  readonly error: boolean;
}

const NONE: CheckOptions = { skip: [], experimental: [], error: false };

const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const FALSE = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

const names = (value: string): 'all' | string[] =>
  value === 'all' ? 'all' : value.split(',').map((name) => name.trim());

/** Splits at the first two `;`: the third part keeps any further ones. */
function parts(text: string): string[] {
  const all = text.split(';');
  return all.length <= 3 ? all : [...all.slice(0, 2), all.slice(2).join(';')];
}

/** Throws an Error with BuildKit's words when an option is not known or `error` is no boolean. */
export function parseCheckOptions(written: string): CheckOptions {
  const text = (written.split(' ')[0] ?? '').trim();
  if (text === '') return NONE;
  let options = NONE;
  for (const part of parts(text)) {
    const equals = part.indexOf('=');
    if (equals < 0) throw new Error(`invalid check option ${quote(part)}`);
    const key = part.slice(0, equals).trim();
    const value = part.slice(equals + 1).trim();
    if (key === 'skip') options = { ...options, skip: names(value) };
    else if (key === 'experimental') options = { ...options, experimental: names(value) };
    else if (key !== 'error') throw new Error(`invalid check option ${quote(key)}`);
    else if (TRUE.includes(value) || FALSE.includes(value)) options = { ...options, error: TRUE.includes(value) };
    else {
      const reason = `strconv.ParseBool: parsing ${quote(value)}: invalid syntax`;
      throw new Error(`failed to parse check option ${quote(part)}: ${reason}`);
    }
  }
  return options;
}

/** The checks read the top of the file on their own, and otherwise than the parser: behind a first line `#!…`, and with no blanks in front. */
function checkDirective(text: string): Directive | undefined {
  const reader = new DirectiveReader();
  const top = /^\ufeff?(#!.*\r?\n)?((?:#.*\r?\n)*)/.exec(text);
  top?.[2]?.split('\n').forEach((line, i) => {
    reader.read(line, top[1] ? i + 1 : i, 0, []);
  });
  return reader.directives.find(({ name }) => name === 'check');
}

/** What the file asks of the checks. A bad directive is told, and then nothing is asked. */
export function fileOptions(file: ParsedFile): {
  readonly options: CheckOptions;
  readonly fault: { readonly message: string; readonly span: Span } | null;
  readonly span: Span | null;
} {
  const directive = checkDirective(file.text);
  if (!directive) return { options: NONE, fault: null, span: null };
  try {
    return { options: parseCheckOptions(directive.value), fault: null, span: directive.span };
  } catch (error) {
    const message = `failed to parse check options: ${(error as Error).message}`;
    return { options: NONE, fault: { message, span: directive.span }, span: directive.span };
  }
}

const COMMENT = /^\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;

/** Only the first `check=` comment counts; one that does not parse changes nothing. */
export function commentOptions(comments: readonly string[]): CheckOptions {
  for (const comment of comments) {
    const [, name, value] = COMMENT.exec(comment) ?? [];
    if (name?.toLowerCase() !== 'check' || value === undefined) continue;
    try {
      return parseCheckOptions(value);
    } catch {
      return NONE;
    }
  }
  return NONE;
}

const has = (set: 'all' | readonly string[], name: string): boolean => set === 'all' || set.includes(name);

/** Whether a rule speaks, given the file's options and those of the comment above the instruction. */
export const speaks = (name: string, experimental: boolean, asked: readonly CheckOptions[]): boolean =>
  experimental
    ? asked.some((options) => has(options.experimental, name))
    : !asked.some((options) => has(options.skip, name));
