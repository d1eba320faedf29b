import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse, fixAll, type Analysis } from '../../../src/core';
import { createCatalogue } from '../../../src/catalogue/catalogue';
import { applyEdits } from '../../../src/editor/edits';
import { fixesAt } from '../../../src/editor/features/fixes';
import { fixable as table } from '../fixable';

const catalogue = createCatalogue();
const read = (text: string): Analysis => analyse(text, {}, catalogue);

const folder = new URL('../../conformance/cases/', import.meta.url);
const texts = readdirSync(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { dockerfile: string }).dockerfile),
);

/** Each problem with a fix in BuildKit's own cases, by rule; a rule's first few suffice. */
const fixable = texts.flatMap((text) =>
  read(text)
    .problems.filter((problem) => problem.fix !== null)
    .map((problem) => [problem.rule ?? problem.message, text, problem.id] as const),
);

describe('quick fixes', () => {
  it('has fixes to try for several rules', () => {
    expect(new Set(fixable.map(([rule]) => rule)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(fixable)('%s is gone once its fix is made (%#)', (rule, text, id) => {
    const problem = read(text).problems.find((one) => one.id === id);
    const after = read(applyEdits(text, problem?.fix?.edits ?? []));
    const count = (analysis: Analysis): number =>
      analysis.problems.filter((one) => (one.rule ?? one.message) === rule).length;
    expect(count(after)).toBeLessThan(count(read(text)));
  });

  it('has an example of every rule with a fix', () => {
    const rules = new Set(fixable.flatMap(([, text]) => read(text).problems).map((one) => (one.fix ? one.rule : null)));
    expect([...rules].filter((rule) => rule !== null && !table.some((one) => one.rule === rule))).toEqual([]);
  });

  it.each(table.map((one) => [one.rule, one] as const))('%s: the example is fixed as it says', (rule, one) => {
    const { problems } = read(one.text);
    const [line, column] = one.at;
    const place = { line: line - 1, column: column - 1 };
    const fix = fixesAt(read(one.text), problems, { start: place, end: place }).find(
      ({ problem, kind }) => problem.rule === rule && kind === 'one',
    );
    expect(fix && applyEdits(one.text, fix.edits)).toBe(one.fixed);
    expect(read(one.fixed).problems.filter((problem) => problem.rule === rule)).toEqual([]);
  });

  it('makes a fix whole or not at all when two touch the same text', () => {
    const edit = (from: number, to: number, text: string) => ({
      span: { start: { line: 0, column: from }, end: { line: 0, column: to } },
      text,
    });
    const problem = (...edits: ReturnType<typeof edit>[]) => ({ rule: 'x', fix: { title: 'x', edits } }) as never;
    const edits = fixAll([
      problem(edit(0, 1, 'a')),
      problem(edit(0, 2, 'b'), edit(5, 6, 'c')),
      problem(edit(3, 4, 'd')),
    ]);
    expect(edits.map(({ text }) => text)).toEqual(['a', 'd']);
  });

  it('fixes all of one kind at once', () => {
    const text = 'FROM a as b # x\nWORKDIR /app # y\nUSER z # w\n';
    const { problems } = read(text);
    const kinds = new Set(problems.map((one) => one.rule));
    expect(kinds.size).toBeGreaterThan(0);
    const fixed = applyEdits(text, fixAll(problems));
    expect(read(fixed).problems.filter((one) => one.fix !== null).length).toBeLessThan(
      problems.filter((one) => one.fix !== null).length,
    );
  });

  it('offers what touches the place and nothing else', () => {
    const text = 'FROM alpine AS Build\nFROM alpine AS Other\n';
    const analysis = read(text);
    const titles = (line: number): string[] => {
      const at = { line, column: 17 };
      return fixesAt(analysis, analysis.problems, { start: at, end: at }).map((fix) => fix.title);
    };
    expect(titles(0)).toContain('Skip StageNameCasing in this file (# check=skip)');
    expect(titles(0).some((title) => title.startsWith('Fix all 2 of StageNameCasing'))).toBe(true);
    expect(titles(2)).toEqual([]);
  });
});
