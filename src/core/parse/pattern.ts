// Parse: the glob patterns of `${name#pattern}`, `${name%pattern}` and `${name/pattern/text}`. In: a pattern and a value.
// Out: where it matches. Only `*` and `?` are special, neither crosses a line end. Follows the shell lexer's
// `convertShellPatternToRegex`, matched by a table instead of a regular expression, so hostile patterns cost no more than
// length times length.

/** `code`: the character, for `char`. */
interface Token {
  readonly kind: 'char' | 'one' | 'many';
  readonly code: number;
}

/** Above this many table cells a pattern is refused instead of holding up the page. */
const CELLS = 20_000_000;

export class PatternError {
  constructor(readonly message: string) {}
}

function tokens(pattern: string): Token[] {
  const found: Token[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] ?? '';
    if (c === '*') found.push({ kind: 'many', code: 0 });
    else if (c === '?') found.push({ kind: 'one', code: 0 });
    else if (c !== '\\') found.push({ kind: 'char', code: c.charCodeAt(0) });
    else {
      const next = pattern[i + 1] ?? '';
      // `\}` and `\/` only protect the character from ending the substitution.
      if (next === '}' || next === '/') continue;
      if (next !== '*' && next !== '?' && next !== '\\') throw new PatternError(`invalid escape '\\${next}'`);
      found.push({ kind: 'char', code: next.charCodeAt(0) });
      i++;
    }
  }
  return found;
}

/** For every start in `value`, the end of the longest (or shortest) match of the tokens, or -1. */
function ends(pattern: readonly Token[], value: string, longest: boolean): Int32Array {
  const n = value.length;
  if (n * pattern.length > CELLS) throw new PatternError('pattern and value are too long');
  let rest = Int32Array.from({ length: n + 1 }, (_, i) => i);
  for (let j = pattern.length - 1; j >= 0; j--) {
    const token = pattern[j] as Token;
    const now = new Int32Array(n + 1).fill(-1);
    for (let i = n; i >= 0; i--) {
      const inLine = i < n && value.charCodeAt(i) !== 10;
      if (token.kind === 'many') {
        const here = rest[i] ?? -1;
        const later = inLine ? (now[i + 1] ?? -1) : -1;
        now[i] = here < 0 ? later : later < 0 ? here : longest ? Math.max(here, later) : Math.min(here, later);
      } else if (token.kind === 'one' ? inLine : value.charCodeAt(i) === token.code && i < n) {
        now[i] = rest[i + 1] ?? -1;
      }
    }
    rest = now;
  }
  return rest;
}

/** `${name#pattern}`: the value without the shortest (`##`: longest) matching prefix. */
export function trimPrefix(pattern: string, value: string, longest: boolean): string {
  const end = ends(tokens(pattern), value, longest)[0] ?? -1;
  return end < 0 ? value : value.slice(end);
}

/** `${name%pattern}`: the value without the shortest (`%%`: longest) matching suffix. */
export function trimSuffix(pattern: string, value: string, longest: boolean): string {
  const reversed = [...value].reverse().join('');
  const end = ends(tokens(pattern).reverse(), reversed, longest)[0] ?? -1;
  return end < 0 ? value : [...reversed.slice(end)].reverse().join('');
}

/** `${name/pattern/text}` and `${name//pattern/text}`. */
export function replace(pattern: string, value: string, text: string, all: boolean): string {
  const end = ends(tokens(pattern), value, true);
  let out = '';
  let done = 0;
  let last = -1;
  for (let at = 0; at <= value.length;) {
    const to = end[at] ?? -1;
    if (to < 0 || (to === at && at === last)) {
      at++;
      continue;
    }
    const found = value.slice(at, to);
    out += value.slice(done, at) + (all ? template(text, found) : text);
    done = last = to;
    if (!all) break;
    at = to > at ? to : at + 1;
  }
  return out + value.slice(done);
}

/** Go's `Regexp.ReplaceAllString` reads `$0`, `$name` and `$$` in the replacement; there are no groups beside 0. */
function template(text: string, found: string): string {
  return text.replace(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (all, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return '$';
    return name === '0' ? found : '';
  });
}
