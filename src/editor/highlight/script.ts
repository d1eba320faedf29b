// Colours one line of a script: a RUN's shell form, or the body of a heredoc in the language of its shebang.

import type { TokenKind, TokenLine } from './token';

export type Language = 'shell' | 'powershell' | 'python' | 'javascript' | 'perl' | 'ruby' | 'text';

/** What is open at the end of a line: a quote that the next line goes on with. */
export type Quote = '"' | "'" | '`' | null;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const keywords: Readonly<Record<Language, ReadonlySet<string>>> = {
  shell: words(
    'if then else elif fi for while until do done case esac in function select time set export unset local readonly return exit trap source eval exec cd',
  ),
  powershell: words(
    'if else elseif foreach for while do until switch function param return throw try catch finally begin process end',
  ),
  python: words(
    'and as assert async await break class continue def del elif else except finally for from global if import in is lambda None nonlocal not or pass raise return True False try while with yield',
  ),
  javascript: words(
    'async await break case catch class const continue default delete do else export extends false finally for from function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield',
  ),
  perl: words('my our local sub use no if elsif else unless for foreach while until return last next package require'),
  ruby: words(
    'begin break case class def do else elsif end ensure false for if in module next nil not or require rescue return self super then true unless until when while yield',
  ),
  text: new Set(),
};

/** The language a heredoc's first line asks for: `#!/usr/bin/env python3` is Python. Without one it is shell. */
export function languageOf(firstLine: string): Language {
  const shebang = /^#!\s*(\S+)(?:\s+(?:-\S+\s+)*(\S+))?/.exec(firstLine);
  if (!shebang) return 'shell';
  const path = shebang[1] ?? '';
  const program = (path.endsWith('/env') ? (shebang[2] ?? '') : path).replace(/^.*\//, '').replace(/[\d.]+$/, '');
  if (program === 'python') return 'python';
  if (program === 'node' || program === 'deno' || program === 'bun') return 'javascript';
  if (program === 'perl') return 'perl';
  if (program === 'ruby') return 'ruby';
  if (program === 'pwsh') return 'powershell';
  return /^(ba|da|a|z|k|fi)?sh$/.test(program) ? 'shell' : 'text';
}

const VARIABLE = /\$(?:\{[^}]*\}?|\w+|[@*#?$!-])/y;
const WORD = /[^\s"'`$|&;<>()\\#]+/y;
const OPERATOR = /\|\|?|&&?|;;?|[<>]+|[()]/y;

function match(pattern: RegExp, line: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0] ?? null;
}

/** Colours `line` from `from` to `to`. Returns the quote that stays open, and whether a command is due next. */
export function script(
  out: TokenLine,
  line: string,
  from: number,
  to: number,
  language: Language,
  open: Quote,
  commandDue = true,
): { quote: Quote; commandDue: boolean } {
  let quote = open;
  let due = commandDue;
  let at = from;
  const shell = language === 'shell';
  if (language === 'text') {
    if (at < to) out.add(at, 'string');
    return { quote: null, commandDue: due };
  }
  const emit = (length: number, kind: TokenKind): void => {
    out.add(at, kind);
    at += length;
  };
  while (at < to) {
    const char = line.charAt(at);
    if (quote !== null) {
      if (char === '\\' && quote !== "'") emit(Math.min(2, to - at), 'escape');
      else if (char === quote) {
        quote = null;
        emit(1, 'string');
      } else {
        const variable = quote === '"' && shell ? match(VARIABLE, line, at) : null;
        if (variable) emit(variable.length, 'variable');
        else emit(1, 'string');
      }
      continue;
    }
    const blank = /\s/.test(char);
    if (blank) emit(1, 'plain');
    else if (char === '#' && language !== 'javascript' && (at === 0 || /\s/.test(line.charAt(at - 1)))) {
      emit(to - at, 'comment');
    } else if (language === 'javascript' && line.startsWith('//', at)) emit(to - at, 'comment');
    else if (char === '"' || char === "'" || (char === '`' && language === 'javascript')) {
      quote = char;
      due = false;
      emit(1, 'string');
    } else if (char === '\\') emit(Math.min(2, to - at), 'escape');
    else if (char === '$') {
      const variable = match(VARIABLE, line, at);
      emit(variable?.length ?? 1, variable ? 'variable' : 'plain');
      due = false;
    } else {
      const operator = shell || language === 'powershell' ? match(OPERATOR, line, at) : null;
      if (operator) {
        due = !/[<>]/.test(operator);
        emit(operator.length, 'operator');
        continue;
      }
      const word = match(WORD, line, at) ?? char;
      const length = Math.min(word.length, to - at);
      const bare = shell ? word : (/^\w+/.exec(word)?.[0] ?? word.charAt(0));
      if (keywords[language].has(bare)) {
        emit(Math.min(bare.length, length), 'keyword');
        due = shell && due && !/^(for|case|in|function|select|export|local|cd|set|unset|return|exit)$/.test(bare);
      } else if (shell && due && /^\w+=/.test(word)) {
        out.add(at, 'variable');
        at += word.indexOf('=');
        out.add(at, 'plain');
        at += length - word.indexOf('=');
      } else if (shell && due) {
        emit(length, 'command');
        due = false;
      } else emit(shell ? length : bare.length, 'plain');
    }
  }
  // A quote in Python or JavaScript does not go over the end of a line.
  return { quote: shell || language === 'powershell' ? quote : null, commandDue: due };
}
