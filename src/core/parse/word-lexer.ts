// Parse: one word on its way through BuildKit's shell lexer (shell.Lex). In: the word, a look-up, the escape character.
// Out: the substituted text by `until`, and beside it the words it falls into and the names it met. Throws
// SubstitutionError with BuildKit's message; `substitute` is the door to it.

import type { Lookup, SubstitutionOptions } from './substitution';
import { SubstitutionError, withPattern } from './substitution';
import { replace, trimPrefix, trimSuffix } from './pattern';
import { WordCollector } from './word-collector';

/** A number, a special parameter, or letters, digits and underscores. */
const NAME = /\p{Nd}+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*/uy;

/** Values that double with every line would fill the memory; BuildKit has no limit, we stop here. */
const LONGEST = 1 << 20;

/** Deeper nesting than anybody writes, and less than fills the stack. */
const DEEPEST = 500;

export class WordLexer {
  private at = 0;
  private rawEscapes: boolean;
  /** One buffer for all nesting levels: a nested substitution empties what the outer level had collected, as in BuildKit. */
  private readonly buffer = { text: '' };
  private depth = 0;
  words: readonly string[] = [];
  readonly found = new Set<string>();
  readonly missing = new Set<string>();

  constructor(
    private readonly source: string,
    private readonly lookup: Lookup,
    private readonly escape: string,
    private readonly options: SubstitutionOptions,
  ) {
    this.rawEscapes = options.rawEscapes ?? false;
  }

  /** Reads up to `stop` (one character; empty: the end of the source) and past it. */
  until(stop: string, rawEscapes: boolean): string {
    const before = this.rawEscapes;
    this.rawEscapes = rawEscapes;
    try {
      return this.read(stop);
    } finally {
      this.rawEscapes = before;
    }
  }

  private read(stop: string): string {
    const { source, escape } = this;
    let result = '';
    const words = new WordCollector(this.buffer);
    this.depth++;
    if (this.depth > DEEPEST) throw new SubstitutionError('substitutions are nested too deep');
    const finish = (): string => {
      this.depth--;
      this.words = words.finish();
      return result;
    };
    while (this.at < source.length) {
      const c = source[this.at] ?? '';
      if (c === stop) {
        this.at++;
        return finish();
      }
      if (c === '$') {
        const text = this.dollar();
        result = grow(result, text);
        words.add(text);
      } else if ((c === "'" || c === '"') && !this.options.plainQuotes) {
        const text = c === "'" ? this.single() : this.double();
        result = grow(result, text);
        words.addRaw(text);
      } else if (c === '<') {
        const text = this.angle();
        result += text;
        words.addRaw(text);
      } else if (c === escape) {
        this.at++;
        if (this.rawEscapes) {
          words.addRaw(c);
          result += c;
        }
        if (this.at >= source.length) break;
        const next = this.char();
        words.addRaw(next);
        result += next;
      } else {
        this.at++;
        words.add(c);
        result += c;
      }
    }
    if (stop !== '') throw new SubstitutionError(`unexpected end of statement while looking for matching ${stop}`);
    return finish();
  }

  /** The next whole character, surrogate pairs kept together. */
  private char(): string {
    const c = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += c.length;
    return c;
  }

  /** `<`, or `<<` with the blanks behind it: they belong to the word of a heredoc. */
  private angle(): string {
    const start = this.at++;
    if (this.source[this.at] !== '<') return '<';
    do this.at++;
    while (' \t\r'.includes(this.source[this.at] ?? 'end'));
    return this.source.slice(start, this.at);
  }

  private single(): string {
    const end = this.source.indexOf("'", this.at + 1);
    if (end < 0) {
      this.at = this.source.length;
      throw new SubstitutionError('unexpected end of statement while looking for matching single-quote');
    }
    const text = this.options.rawQuotes ? this.source.slice(this.at, end + 1) : this.source.slice(this.at + 1, end);
    this.at = end + 1;
    return text;
  }

  private double(): string {
    const { source, escape } = this;
    let result = this.options.rawQuotes ? '"' : '';
    this.at++;
    for (;;) {
      if (this.at >= source.length)
        throw new SubstitutionError('unexpected end of statement while looking for matching double-quote');
      const c = source[this.at] ?? '';
      if (c === '"') {
        this.at++;
        return this.options.rawQuotes ? result + '"' : result;
      }
      if (c === '$') {
        result = grow(result, this.dollar());
        continue;
      }
      this.at++;
      if (c !== escape) {
        result += c;
        continue;
      }
      if (this.rawEscapes) result += c;
      if (this.at >= source.length) continue;
      const next = source[this.at] ?? '';
      if (next === '"' || next === '$' || next === escape) {
        this.at++;
        result += next;
      } else result += c;
    }
  }

  private dollar(): string {
    const { source } = this;
    this.at++;
    if (source[this.at] !== '{') {
      const name = this.name();
      if (name === '') return '$';
      const value = this.value(name);
      return value ?? (this.options.keepUnset ? `$${name}` : '');
    }
    this.at++;
    const first = source[this.at];
    if (first === undefined) throw new SubstitutionError("syntax error: missing '}'");
    if (first === '{' || first === '}' || first === ':') throw new SubstitutionError('syntax error: bad substitution');
    const name = this.name();
    const modifier = this.at < source.length ? this.char() : '\ufffd';
    if (modifier === '}') {
      const value = this.value(name);
      return value ?? (this.options.keepUnset ? `\${${name}}` : '');
    }
    if (modifier === '/') return this.replacement(name);
    if (modifier === ':') {
      const second = this.at < source.length ? this.char() : '\ufffd';
      return this.modified(name, second, true);
    }
    if ('+-?#%'.includes(modifier)) return this.modified(name, modifier, false);
    throw new SubstitutionError(`unsupported modifier (${modifier}) in substitution`);
  }

  private modified(name: string, modifier: string, emptyIsUnset: boolean): string {
    const shown = (emptyIsUnset ? ':' : '') + modifier;
    const trims = modifier === '#' || modifier === '%';
    if (emptyIsUnset && trims) throw new SubstitutionError(`unsupported modifier (${shown}) in substitution`);
    const word = this.inner('}', trims, "syntax error: missing '}'");
    const value = this.value(name);
    if (value === undefined && this.options.keepUnset) return `\${${name}${shown}${word}}`;
    const unset = value === undefined || (emptyIsUnset && value === '');
    switch (modifier) {
      case '-':
        return unset ? word : value;
      case '+':
        return unset ? '' : word;
      case '?':
        if (!unset) return value;
        throw new SubstitutionError(
          `${name}: ${word !== '' ? word : value === undefined ? 'is not allowed to be unset' : 'is not allowed to be empty'}`,
        );
      case '#':
      case '%': {
        const longest = word.startsWith(modifier);
        const pattern = longest ? word.slice(1) : word;
        return withPattern(pattern, () => (modifier === '#' ? trimPrefix : trimSuffix)(pattern, value ?? '', longest));
      }
      default:
        throw new SubstitutionError(`unsupported modifier (${shown}) in substitution`);
    }
  }

  private replacement(name: string): string {
    const all = this.source[this.at] === '/';
    if (all) this.at++;
    const pattern = this.inner('/', true, "syntax error: missing '/' in ${}");
    const text = this.inner('}', true, "syntax error: missing '}'");
    const value = this.value(name);
    if (value === undefined && this.options.keepUnset) return `\${${name}/${pattern}/${text}}`;
    return withPattern(pattern, () => grow('', replace(pattern, value ?? '', text, all)));
  }

  private inner(stop: string, rawEscapes: boolean, atEnd: string): string {
    try {
      return this.until(stop, rawEscapes);
    } catch (error) {
      if (error instanceof SubstitutionError && this.at >= this.source.length) throw new SubstitutionError(atEnd);
      throw error;
    }
  }

  private name(): string {
    const { source } = this;
    NAME.lastIndex = this.at;
    const name = NAME.exec(source)?.[0] ?? '';
    this.at += name.length;
    return name;
  }

  private value(name: string): string | undefined {
    const value = this.lookup(name);
    (value === undefined ? this.missing : this.found).add(name);
    return value;
  }
}

function grow(text: string, more: string): string {
  if (text.length + more.length > LONGEST) throw new SubstitutionError('the value grows beyond a megabyte');
  return text + more;
}
