// The checks against arbitrary text and every conformance case: they never throw, and a fix does what it says and no more.

import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, fixAll, TRAILING_COMMENT, type Problem } from '../../../src/core';
import { readCases } from '../../conformance/case';
import { ask } from './ask';

const folder = 'tests/conformance/cases';
const cases = readdirSync(folder).flatMap((file) => readCases(`${folder}/${file}`));

/** Whatever may be told anew: what stood behind the first error before could not be told. */
const counted = (problems: readonly Problem[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { rule, group } of problems) {
    const name = `${group} ${rule ?? ''}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
};

const word = fc.constantFrom(
  'a',
  '/b/',
  '.',
  '$X',
  '${Y:-z}',
  '"q',
  '# c',
  '--from=a',
  '=',
  '\\',
  '<<E',
  '[',
  '"s"]',
  '\n',
  ' ',
  '80/TCP',
  '\r\n',
);
const keyword = fc.constantFrom(
  'FROM',
  'from',
  'RUN',
  'COPY',
  'ENV',
  'ARG',
  'CMD',
  'EXPOSE',
  'WORKDIR',
  'LABEL',
  'USER',
  'ONBUILD',
  'AS',
  'MAINTAINER',
);
const soup = fc
  .array(
    fc.tuple(keyword, fc.array(word, { maxLength: 6 })).map(([key, words]) => `${key} ${words.join(' ')}`),
    { maxLength: 12 },
  )
  .map((all) => all.join('\n'));

function wellFormed(text: string): void {
  const { problems } = ask(text);
  const lines = text.split(/\n/);
  expect(problems.filter(({ stops }) => stops).length).toBeLessThanOrEqual(1);
  expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length);
  for (const { span, fix, rule } of problems) {
    expect(span.end.line).toBeLessThan(lines.length);
    expect(span.start.column).toBeLessThanOrEqual(lines[span.start.line]?.length ?? -1);
    if (fix) applyEdits(text, fix.edits);
    if (rule !== null) applyEdits(text, fixAll(problems, rule));
  }
}

// A busy machine takes its time; a hang is still told.
describe('on any text', { timeout: 60_000 }, () => {
  test('the checks are total, places lie inside the text and edits never overlap', () => {
    fc.assert(fc.property(fc.oneof(soup, fc.string({ unit: 'grapheme' })), wellFormed), {
      numRuns: Number(process.env['FUZZ'] ?? 300),
    });
  });

  test('cut anywhere, a real Dockerfile is no exception', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.nat(2000), fc.nat(200), ({ dockerfile }, from, length) => {
        wellFormed(dockerfile.slice(0, from) + dockerfile.slice(from + length));
      }),
      { numRuns: Number(process.env['FUZZ'] ?? 300) },
    );
  });
});

describe('every fix of every case', () => {
  const fixes = cases.flatMap(({ name, dockerfile, target, platform, buildArgs }) => {
    const options = { ...(target && { target }), ...(platform && { platform }), ...(buildArgs && { buildArgs }) };
    return ask(dockerfile, options)
      .problems.filter(({ fix }) => fix !== null)
      .map((problem) => ({ name, problem, dockerfile, options }));
  });

  test.each(fixes)('$name: $problem.id', ({ problem, dockerfile, options }) => {
    const before = ask(dockerfile, options);
    const fixed = applyEdits(dockerfile, problem.fix?.edits ?? []);
    const after = ask(fixed, options);
    const [old, now] = [counted(before.problems), counted(after.problems)];
    const key = `${problem.group} ${problem.rule ?? ''}`;
    const builds = !before.problems.some(({ stops }) => stops);
    if (problem.rule !== null) expect(now.get(key) ?? 0).toBeLessThan(old.get(key) ?? 0);
    // Behind an error that is gone more can come to light, and words of a comment may have been taken for names.
    if (!builds || problem.rule === TRAILING_COMMENT) return;
    for (const [name, count] of now)
      expect(`${name} ${Math.max(count, old.get(name) ?? 0)}`).toBe(`${name} ${old.get(name) ?? 0}`);
    expect(after.build.stages.map(({ label, base }) => [label, base.kind])).toHaveLength(before.build.stages.length);
    if (!CHANGES_CONFIG.has(problem.rule ?? '')) expect(after.build.config).toEqual(before.build.config);
  });
});

/** Rules whose fix is meant to change the image's settings: how the program starts, who wrote it, what a mistyped name stood for. */
const CHANGES_CONFIG = new Set([
  'almost-json',
  'JSONArgsRecommended',
  'MaintainerDeprecated',
  'UndefinedVar',
  'UndefinedArgInFrom',
]);
