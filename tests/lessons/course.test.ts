// Every lesson can be taken: its start misses a goal, its solution meets them all, and what it says can be read.

import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedCatalogue } from '../../src/catalogue/first';
import { analyse, type Analysis } from '../../src/core';
import { COURSE } from '../../src/lessons/course';
import { readGoal } from '../../src/lessons/goal';
import { readLesson } from '../../src/lessons/lesson';
import { catalogueWith, settled } from '../catalogue/reading';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith();
});
const analysed = (text: string): Promise<Analysis> => settled(catalogue, () => analyse(text, {}, catalogue));

describe('the course', () => {
  it('has eight lessons, each with a name of its own', () => {
    expect(new Set(COURSE.map(({ id }) => id)).size).toBe(8);
    expect(COURSE[0]?.id).toBe('why-images-get-big');
  });
});

describe.each(COURSE)('$title', ({ start, solution, goals, hints, pages, about }) => {
  it('has pages, hints and goals that can be said', () => {
    expect(pages.length).toBeGreaterThan(1);
    expect(hints.length).toBeGreaterThan(1);
    expect(about).toMatch(/\.$/);
    for (const { said } of goals) expect(said).toMatch(/^[A-Z“].{8,}/);
  });

  it('does not pass as it starts', async () => {
    const analysis = await analysed(start);
    expect(analysis.build.faults).toEqual([]);
    expect(goals.filter(({ met }) => !met(analysis)).map(({ written }) => written)).not.toEqual([]);
  });

  it('passes with its solution, of which Docker warns of nothing', async () => {
    const analysis = await analysed(solution);
    expect(goals.filter(({ met }) => !met(analysis)).map(({ written }) => written)).toEqual([]);
    expect(analysis.problems.filter(({ group }) => group !== 'advice').map(({ message }) => message)).toEqual([]);
  });
});

describe('a goal', () => {
  const TWO = 'FROM alpine:3.24 AS build\nRUN touch /a\nFROM scratch\nCOPY --from=build /etc/x /app/x\nUSER 5\n';
  it.each([
    ['final < 1GB', TWO, true],
    ['final > 1GB', TWO, false],
    ['stages >= 2', TWO, true],
    ['layers <= 0', TWO, false],
    ['base: scratch', TWO, true],
    ['base: alpine', TWO, false],
    ['base: alpine', 'FROM alpine:3.24 AS a\nFROM a\n', true],
    ['user: not root', TWO, true],
    ['user: not root', 'FROM alpine:3.24\nUSER 0:0\n', false],
    ['copies from: build', TWO, true],
    ['ships: /app', TWO, true],
    ['not shipped: /app', TWO, false],
    ['not shipped: /ap', TWO, true],
    ['not built: test', 'FROM alpine:3.24 AS test\nFROM alpine:3.24\n', true],
    ['not built: test', 'FROM alpine:3.24\n', false],
    ['stage: build', TWO, true],
    ['mount: cache', 'FROM alpine:3.24\nRUN --mount=type=cache,target=/c ls\n', true],
    ['mount: secret', 'FROM alpine:3.24\nRUN --mount=type=cache,target=/c ls\n', false],
    ['order: touch, USER', TWO, false],
    ['order: COPY, USER', TWO, true],
    ['has: touch', TWO, true],
    ['build platform: b', 'FROM --platform=$BUILDPLATFORM alpine:3.24 AS b\nFROM b\n', true],
    ['build platform: build', TWO, false],
    ['no problem', TWO, true],
    ['no problem', 'from alpine:3.24\nRUN ls\nCMD ls\n', false],
    ['no problem: JSONArgsRecommended', 'FROM alpine:3.24\nCMD ls\n', false],
    ['stages >= 1', 'FROM alpine:3.24\nRNU ls\n', false],
  ])('“%s”', async (goal, text, met) => {
    expect(readGoal(goal).met(await analysed(text))).toBe(met);
  });

  it('that nobody can check is refused, and so is a lesson that lacks a part', () => {
    expect(() => readGoal('be nice')).toThrow('no goal is written “be nice”');
    expect(() => readLesson('x', '---\ntitle: X\n---\n\n## A\n')).toThrow('the lesson x has no');
  });
});
