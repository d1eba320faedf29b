// A slow second opinion on substitution, written from Docker's documented rules: quotes, escapes, `$name`, `${name}` and its
// modifiers. A recursive descent over the word with every match tried by a plain regular expression. For tests only.

export type Answer = { readonly text: string } | { readonly error: true };

class Failure extends Error {}

const isName = (c: string): boolean => /[A-Za-z0-9_]/.test(c);

export function expandSlowly(word: string, env: Readonly<Record<string, string>>): Answer {
  let at = 0;
  const peek = (): string => word.charAt(at);

  /** Reads up to an unquoted `stop`; `raw` keeps escape characters. */
  function until(stop: string, raw: boolean): string {
    let out = '';
    for (;;) {
      if (at >= word.length) {
        if (stop === '') return out;
        throw new Failure();
      }
      const c = peek();
      if (c === stop) {
        at++;
        return out;
      }
      if (c === "'") out += single();
      else if (c === '"') out += double(raw);
      else if (c === '$') out += variable();
      else if (c === '\\') {
        at++;
        if (raw) out += '\\';
        if (at < word.length) out += word.charAt(at++);
      } else {
        out += c;
        at++;
      }
    }
  }

  function single(): string {
    const end = word.indexOf("'", at + 1);
    if (end < 0) throw new Failure();
    const text = word.slice(at + 1, end);
    at = end + 1;
    return text;
  }

  function double(raw: boolean): string {
    at++;
    let out = '';
    while (peek() !== '"') {
      if (at >= word.length) throw new Failure();
      if (peek() === '$') out += variable();
      else if (peek() === '\\') {
        at++;
        if (raw) out += '\\';
        if (at >= word.length) throw new Failure();
        out += '"$\\'.includes(peek()) ? word.charAt(at++) : '\\';
      } else out += word.charAt(at++);
    }
    at++;
    return out;
  }

  function name(): string {
    let out = '';
    if (/[0-9]/.test(peek())) while (/[0-9]/.test(peek())) out += word.charAt(at++);
    else if (peek() !== '' && '@*#?-$!'.includes(peek())) out = word.charAt(at++);
    else while (peek() !== '' && isName(peek())) out += word.charAt(at++);
    return out;
  }

  function variable(): string {
    at++;
    if (peek() !== '{') {
      const found = name();
      return found === '' ? '$' : (env[found] ?? '');
    }
    at++;
    if (peek() === '' || '{}:'.includes(peek())) throw new Failure();
    const key = name();
    const value = env[key];
    const modifier = word.charAt(at++);
    switch (modifier) {
      case '}':
        return value ?? '';
      case '/': {
        const all = peek() === '/';
        if (all) at++;
        const pattern = until('/', true);
        const text = until('}', true);
        return substituted(value ?? '', pattern, text, all);
      }
      case ':':
        return modified(value, word.charAt(at++), true);
      default:
        return modified(value, modifier, false);
    }
  }

  function modified(value: string | undefined, modifier: string, emptyCounts: boolean): string {
    const trims = modifier === '#' || modifier === '%';
    if (modifier === '' || !'-+?#%'.includes(modifier) || (emptyCounts && trims)) {
      if (emptyCounts) until('}', false);
      throw new Failure();
    }
    const text = until('}', trims);
    const unset = value === undefined || (emptyCounts && value === '');
    if (modifier === '-') return unset ? text : value;
    if (modifier === '+') return unset ? '' : text;
    if (modifier === '?') {
      if (unset) throw new Failure();
      return value;
    }
    const longest = text.startsWith(modifier);
    const pattern = longest ? text.slice(1) : text;
    return modifier === '#' ? cutStart(value ?? '', pattern, longest) : cutEnd(value ?? '', pattern, longest);
  }

  try {
    return { text: until('', false) };
  } catch (error) {
    if (error instanceof Failure) return { error: true };
    throw error;
  }
}

/** A glob as an anchored regular expression. */
function glob(pattern: string): RegExp {
  let out = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === '*') out += '[^\\n]*';
    else if (c === '?') out += '[^\\n]';
    else if (c !== '\\') out += c.replace(/[.+^${}()|[\]\\/]/g, '\\$&');
    else {
      const next = pattern.charAt(i + 1);
      if (next === '}' || next === '/') continue;
      if (next === '' || !'*?\\'.includes(next)) throw new Failure();
      out += `\\${next}`;
      i++;
    }
  }
  return new RegExp(`^${out}$`);
}

const lengths = (n: number, longest: boolean): number[] => {
  const all = Array.from({ length: n + 1 }, (_, i) => i);
  return longest ? all.reverse() : all;
};

function cutStart(value: string, pattern: string, longest: boolean): string {
  const match = glob(pattern);
  const found = lengths(value.length, longest).find((n) => match.test(value.slice(0, n)));
  return found === undefined ? value : value.slice(found);
}

function cutEnd(value: string, pattern: string, longest: boolean): string {
  const match = glob(pattern);
  const found = lengths(value.length, longest).find((n) => match.test(value.slice(value.length - n)));
  return found === undefined ? value : value.slice(0, value.length - found);
}

function substituted(value: string, pattern: string, text: string, all: boolean): string {
  const match = glob(pattern);
  let out = '';
  let at = 0;
  let last = -1;
  while (at <= value.length) {
    const rest = value.slice(at);
    const found = lengths(rest.length, true).find((n) => match.test(rest.slice(0, n)));
    if (found === undefined || (found === 0 && at === last)) {
      out += value.charAt(at++);
      continue;
    }
    out += text;
    // Where the match ended: an empty one is not let follow on another, but may stand between any two characters.
    last = at + found;
    at = last;
    if (found === 0) out += value.charAt(at++);
    if (!all) return out + value.slice(at);
  }
  return out;
}
