// Words with variables, as every instruction but RUN, CMD and ENTRYPOINT has them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { substitute } from '../../../src/core/parse/substitute';
import { SubstitutionError } from '../../../src/core/parse/substitution';
import { expandSlowly } from './reference-expansion';

const env: Readonly<Record<string, string>> = {
  A: 'one',
  EMPTY: '',
  PATH_: '/usr/local/bin',
  FILE: 'a.tar.gz',
  B: 'b b',
};
const lookup = (name: string): string | undefined => env[name];
const runs = Number(process.env['FC_RUNS'] ?? 100);

describe('a word becomes', () => {
  test.each([
    ['plain', 'plain'],
    ['$A', 'one'],
    ['${A}two', 'onetwo'],
    ['$Atwo', ''],
    ["'$A'", '$A'],
    ['"$A"', 'one'],
    ['\\$A', '$A'],
    ['"\\$A\\x"', '$A\\x'],
    ['${GONE:-d}', 'd'],
    ['${EMPTY:-d}', 'd'],
    ['${EMPTY-d}', ''],
    ['${A:+set}', 'set'],
    ['${EMPTY:+set}', ''],
    ['${EMPTY+set}', 'set'],
    ['${GONE:-${A}}', 'one'],
    ['${PATH_#/*/}', 'local/bin'],
    ['${PATH_##*/}', 'bin'],
    ['${FILE%.*}', 'a.tar'],
    ['${FILE%%.*}', 'a'],
    ['${PATH_/l/L}', '/usr/Local/bin'],
    ['${PATH_//l/L}', '/usr/LocaL/bin'],
    ['${PATH_/\\/usr/}', '/local/bin'],
    ['${FILE////}', '/a/./t/a/r/./g/z/'],
    ['$', '$'],
    ['$ x', '$ x'],
    ['$1x', 'x'],
    ['ends\\', 'ends'],
  ])('%s → %s', (word, text) => {
    expect(substitute(word, lookup).text).toBe(text);
  });

  test('with the backtick as escape a backslash is ordinary', () => {
    expect(substitute('C:\\$A`$', lookup, '`').text).toBe('C:\\one$');
  });
});

describe('a word is refused', () => {
  test.each([
    ['${A', 'unsupported modifier (\ufffd) in substitution'],
    ['${', "syntax error: missing '}'"],
    ['${}', 'syntax error: bad substitution'],
    ['${{A}}', 'syntax error: bad substitution'],
    ['${A:=x}', 'unsupported modifier (:=) in substitution'],
    ['${A:#x}', 'unsupported modifier (:#) in substitution'],
    ['${GONE?}', 'GONE: is not allowed to be unset'],
    ['${EMPTY:?say it}', 'EMPTY: say it'],
    ['${A/x}', "syntax error: missing '/' in ${}"],
    ['"x', 'unexpected end of statement while looking for matching double-quote'],
    ["'x", 'unexpected end of statement while looking for matching single-quote'],
    ['${A#\\q}', "invalid pattern (\\q) in substitution: invalid escape '\\q'"],
  ])('%s: %s', (word, why) => {
    let message = '';
    try {
      substitute(word, lookup);
    } catch (error) {
      if (error instanceof SubstitutionError) ({ message } = error);
    }
    expect(message).toBe(`failed to process ${JSON.stringify(word)}: ${why}`);
  });
});

test('names are told apart into found and missing', () => {
  const { found, missing } = substitute('$A-${GONE:-$B}-$A', lookup);
  expect([found, missing]).toEqual([['A', 'B'], ['GONE']]);
});

test('words fall apart at blanks outside quotes', () => {
  expect(substitute('80 "4 4" $B', lookup).words).toEqual(['80', '4 4', 'b', 'b']);
});

test('a value that doubles with every use is stopped', () => {
  const long = 'x'.repeat(600_000);
  expect(() => substitute('$L$L', () => long)).toThrow(SubstitutionError);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'a',
      '/',
      '.',
      '*',
      '?',
      '$A',
      '$GONE',
      '${A}',
      '${',
      '}',
      ':-',
      '-',
      '+',
      ':+',
      ':?',
      '#',
      '##',
      '%',
      '%%',
      '//',
    ],
    ...['"', "'", '\\', '\\}', '\\/', '$', ' ', '${FILE%', '${PATH_#', '${PATH_//', '${EMPTY:', '1', '@', 'o'],
  ),
  fc.string({ maxLength: 3 }),
);

test('agrees with a slow reading of the documented rules', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      // Letters beyond ASCII count as parts of names, which the slow reading leaves out.
      const word = pieces.join('').replace(/[^ -~]/g, '');
      const slow = expandSlowly(word, env);
      let fast: typeof slow;
      try {
        fast = { text: substitute(word, lookup).text };
      } catch (error) {
        if (!(error instanceof SubstitutionError)) throw error;
        fast = { error: true };
      }
      // Go reads `$` in the text of `//` as a group; the slow reading does not.
      if (/\/\/.*\/.*\$/.test(word)) return;
      expect(fast).toEqual(slow);
    }),
    { numRuns: runs * 10 },
  );
});
