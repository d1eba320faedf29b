// Parse: a .dockerignore file. In: its text. Out: which paths of a folder it leaves out, and the lines that are no pattern. Follows
// moby/patternmatcher as BuildKit uses it: later lines win, a pattern holds for everything below what it names, `!` takes back.

import { cleanPath } from '../clean-path';

export interface IgnoreRules {
  /** Whether the path, relative to the folder and with `/`, is left out. */
  readonly ignores: (path: string) => boolean;
  /** Whether a line begins with `!`: then something below an ignored folder may count all the same. */
  readonly hasExceptions: boolean;
  /** Whether one pattern leaves out everything that lies at the top. */
  readonly ignoresAll: boolean;
  /** Lines that are no pattern; `docker build` stops at the first. */
  readonly faults: readonly string[];
}

interface Pattern {
  readonly exception: boolean;
  readonly text: string;
  readonly fits: (path: string) => boolean;
}

export function readIgnore(text: string): IgnoreRules {
  const faults: string[] = [];
  const patterns: Pattern[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const pattern = line.startsWith('#') ? null : readPattern(line.trim());
    if (pattern === 'fault') faults.push(line.trim());
    else if (pattern) patterns.push(pattern);
  }
  return {
    ignores: (path) => ignores(patterns, path),
    hasExceptions: patterns.some(({ exception }) => exception),
    ignoresAll: patterns.some(({ exception, text: all }) => !exception && ['*', '**', '**/*'].includes(all)),
    faults,
  };
}

function ignores(patterns: readonly Pattern[], path: string): boolean {
  const parts = path.split('/');
  const folders = parts.map((_, i) => parts.slice(0, i + 1).join('/')).reverse();
  let ignored = false;
  for (const { exception, fits } of patterns)
    if (exception === ignored && folders.some((folder) => fits(folder))) ignored = !exception;
  return ignored;
}

function readPattern(line: string): Pattern | 'fault' | null {
  if (line === '') return null;
  const exception = line.startsWith('!');
  const written = exception ? line.slice(1).trim() : line;
  if (written === '') return 'fault';
  const text = cleanPath(written).replace(/^\/(?=.)/, '');
  const fits = isPattern(text) ? matcher(text) : null;
  return fits ? { exception, text, fits } : 'fault';
}

/** What Go's `filepath.Match` takes for one: classes closed and not empty, something behind every backslash. */
const isPattern = (text: string): boolean =>
  /^(?:[^\\[]|\\.|\[\^?(?:(?:[^\\\]-]|\\.)(?:-(?:[^\\\]-]|\\.))?)+\])*$/su.test(text);

/**
 * `**` alone, in front of and behind plain text is compared as text there, anything else as a regular expression, in which `{`, `}` and
 * `|` keep their meaning, also in Docker. `null` for a class that runs backwards.
 */
function matcher(text: string): ((path: string) => boolean) | null {
  const [, lead = '', plain = '', tail = ''] = /^(\*\*)?([^*?[\]\\]*)(\*\*)?$/.exec(text) ?? [];
  if (lead + plain + tail === text && !(lead && tail)) {
    if (tail) return (path) => path.startsWith(plain);
    if (lead) return (path) => path.endsWith(plain) || (plain.startsWith('/') && path === plain.slice(1));
    return (path) => path === text;
  }
  const source = text.replace(/\*\*\/?$|\*\*\/?|\*|\?|\\.|[.+()$]/gsu, (mark, at: number) => {
    if (mark.startsWith('**')) return at + mark.length === text.length ? '.*' : '(?:.*/)?';
    if (mark === '*') return '[^/]*';
    if (mark === '?') return '[^/]';
    return mark.startsWith('\\') ? escaped(mark.slice(1)) : `\\${mark}`;
  });
  try {
    const expression = new RegExp(`^${source}$`, 's');
    return (path) => expression.test(path);
  } catch {
    return null;
  }
}

const escaped = (character: string): string => (/\w/.test(character) ? character : `\\${character}`);
