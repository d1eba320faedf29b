import { describe, expect, test } from 'vitest';
import { parseCheckOptions } from '../../../src/core/checks/directive';
import { ask, lines, told } from './ask';

describe('the check directive', () => {
  test.each([
    ['skip=all', { skip: 'all', experimental: [], error: false }],
    ['skip=A,B;error=true', { skip: ['A', 'B'], experimental: [], error: true }],
    ['error=F;experimental=all', { skip: [], experimental: 'all', error: false }],
    ['skip=A, B', { skip: ['A', ''], experimental: [], error: false }],
    ['', { skip: [], experimental: [], error: false }],
  ])('%s', (text, options) => {
    expect(parseCheckOptions(text)).toEqual(options);
  });

  test.each([
    ['skip', 'invalid check option "skip"'],
    ['ignore=A', 'invalid check option "ignore"'],
    ['error=yes', 'failed to parse check option "error=yes": strconv.ParseBool: parsing "yes": invalid syntax'],
  ])('%s is refused', (text, message) => {
    expect(() => parseCheckOptions(text)).toThrow(message);
  });

  test('a bad directive stops the build before anything else', () => {
    const { problems } = ask(lines('# check=no=thing', 'FROM', 'CMD x'));
    expect(problems.filter(({ stops }) => stops).map(({ message }) => message)).toEqual([
      'failed to parse check options: invalid check option "no"',
    ]);
    expect(problems.filter(({ group }) => group === 'check')).toEqual([]);
  });

  test('error=true turns warnings of the build into its error', () => {
    const text = lines('# check=error=true', 'FROM alpine:3 AS idle', 'CMD a', 'FROM alpine:3');
    expect(told(text)).toEqual(['JSONArgsRecommended:3']);
    expect(told(text, 'build')).toEqual([]);
    expect(told(`${text}CMD b\n`, 'build')).toEqual(['build:1']);
  });

  test.each([
    ['behind a first line #!', '#!/usr/bin/env docker\n# check=skip=all\n', []],
    ['behind another directive', '# syntax=docker/dockerfile:1\n#check = skip=all \r\n', []],
    ['not with a blank in front', ' # check=skip=all\n', ['JSONArgsRecommended']],
    ['not behind a comment', '# hello\n# check=skip=all\n', ['JSONArgsRecommended']],
    ['not behind an empty line', '\n# check=skip=all\n', ['JSONArgsRecommended']],
  ])('it is read %s', (_, top, rules) => {
    expect(told(`${top}FROM alpine:3\nCMD x\n`).map((line) => line.split(':')[0])).toEqual(rules);
  });

  test('a comment above an instruction speaks for that instruction', () => {
    expect(told(lines('FROM alpine:3', '# check=skip=LegacyKeyValueFormat', 'ENV A b', 'ENV C d'))).toEqual([
      'LegacyKeyValueFormat:4',
    ]);
  });
});

describe('how far the checks see', () => {
  test('they end at the first error', () => {
    expect(told(lines('FROM alpine:3', 'ENV A b', 'EXPOSE x', 'CMD y'))).toEqual(['LegacyKeyValueFormat:2']);
  });

  test('without a target they see stages nobody needs, with one they do not', () => {
    const text = lines('FROM alpine:3 AS idle', 'CMD a', 'FROM alpine:3 AS app');
    expect(told(text)).toEqual(['JSONArgsRecommended:2']);
    expect(told(text, 'check', { target: 'app' })).toEqual([]);
  });

  test('either group can be switched off', () => {
    const text = lines('FROM alpine AS app', 'CMD a');
    expect(told(text, 'check', { silent: ['check'] })).toEqual([]);
    expect(told(text, 'advice', { silent: ['check'] })).toEqual(['moving-tag:1']);
    expect(told(text, 'advice', { silent: ['advice'] })).toEqual([]);
  });
});
