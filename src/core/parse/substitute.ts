// Parse: BuildKit's shell-word substitution. In: a word as written and a look-up of variables. Out: the word with quotes
// and escapes taken off and `$name`, `${name…}` replaced, which names were found and which not, and, where asked for, the
// words it falls into. Pure; throws SubstitutionError. Follows BuildKit's shell.Lex (ProcessWord, ProcessWords) with its
// switches RawQuotes, RawEscapes, SkipProcessQuotes and SkipUnsetEnv.

import { PatternError } from './pattern';
import { quote } from './quote';
import { SubstitutionError } from './substitution';
import { WordLexer } from './word-lexer';
import type { Lookup, SubstitutionOptions } from './substitution';

export interface Substitution {
  readonly text: string;
  /** `text` split at blanks outside quotes. */
  readonly words: readonly string[];
  readonly found: readonly string[];
  readonly missing: readonly string[];
}

const NONE: readonly string[] = [];

/** Substitutes `word`; throws SubstitutionError with BuildKit's message, its `failed to process` in front. */
export function substitute(
  word: string,
  lookup: Lookup,
  escape: '\\' | '`' = '\\',
  options: SubstitutionOptions = {},
): Substitution {
  if (isPlain(word, escape)) return { text: word, words: [word], found: NONE, missing: NONE };
  const lexer = new WordLexer(word, lookup, escape, options);
  try {
    const text = lexer.until('', options.rawEscapes ?? false);
    return { text, words: lexer.words, found: [...lexer.found], missing: [...lexer.missing] };
  } catch (error) {
    if (error instanceof SubstitutionError || error instanceof PatternError)
      throw new SubstitutionError(`failed to process ${quote(word)}: ${error.message}`, [...lexer.missing]);
    throw error;
  }
}

/** No blank, quote, dollar or escape: the word stands for itself. */
function isPlain(word: string, escape: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === 36 || code === 34 || code === 39 || code > 127 || code <= 32 || code === escape.charCodeAt(0))
      return false;
  }
  return word !== '';
}
