// Which paths a .dockerignore leaves out. The answers are those of moby/patternmatcher, which BuildKit asks.

import { describe, expect, test } from 'vitest';
import { cleanPath } from '../../../src/core/clean-path';
import { readIgnore } from '../../../src/core/parse/ignore';

describe('a pattern', () => {
  test.each([
    ['a', ['a', 'a/b'], ['b/a', 'ab']],
    ['/a/', ['a', 'a/b'], ['b/a']],
    ['./a/../b', ['b', 'b/c'], ['a']],
    ['*.md', ['x.md', 'x.md/y'], ['a/x.md']],
    ['*/*.md', ['a/x.md'], ['x.md', 'a/b/x.md']],
    ['**/*.md', ['x.md', 'a/b/x.md'], ['x.mdx']],
    ['**/foo', ['foo', 'a/foo', 'a/b/foo/c'], ['xfoo']],
    ['foo/**', ['foo/a', 'foo/a/b'], ['foo', 'foox']],
    ['a/**/b', ['a/b', 'a/x/y/b'], ['a', 'b']],
    ['**', ['a', 'a/b'], []],
    ['?x', ['ax', 'éx'], ['x', 'abx']],
    ['[ab]', ['a', 'b'], ['c']],
    ['[^a]', ['b'], ['a']],
    ['x\\*y', ['x*y'], ['xay']],
    ['a+b (1).$', ['a+b (1).$'], ['aab 1']],
    ['  b  ', ['b'], ['  b  ']],
    ['#a', [], ['#a', 'a']],
    [' #a', ['#a'], ['a']],
    ['\ufeffa', ['a'], []],
  ])('%j', (rule, out, kept) => {
    const { ignores } = readIgnore(rule);
    expect(out.filter((path) => !ignores(path))).toEqual([]);
    expect(kept.filter((path) => ignores(path))).toEqual([]);
  });
});

test('the last line that speaks of a path wins', () => {
  const { ignores, hasExceptions } = readIgnore('docs\r\n!docs/b.txt\r\n! /docs/c\r\ndocs/c/x');
  expect(hasExceptions).toBe(true);
  expect(['docs/a', 'docs/b.txt', 'docs/c/y', 'docs/c/x'].map(ignores)).toEqual([true, false, false, true]);
});

test.each(['[', '[]', '[a', 'a\\', '!', '[z-a]', '[-x]'])('%j is no pattern', (line) => {
  const { faults, ignores } = readIgnore(`${line}\nb`);
  expect(faults).toEqual([line]);
  expect(ignores('b')).toBe(true);
});

test.each([
  ['', '.'],
  ['./', '.'],
  ['a//b/./c/', 'a/b/c'],
  ['/../a', '/a'],
  ['../../a/..', '../..'],
])('the shortest way to write %j is %j', (path, expected) => {
  expect(cleanPath(path)).toBe(expected);
});
