// What the checks say about a text, for tests.

import type { AnalyseOptions, Problem } from '../../../src/core';
import { check } from '../../../src/core/checks/check';
import { model } from '../../../src/core/model/model';
import { parse } from '../../../src/core/parse/parse';

export function ask(
  text: string,
  options: AnalyseOptions = {},
): { build: ReturnType<typeof model>; problems: readonly Problem[] } {
  const build = model(parse(text), options);
  return { build, problems: check(build, null, options) };
}

/** `Rule:line`, as `docker build --check` tells them. */
export const told = (text: string, group: Problem['group'] = 'check', options: AnalyseOptions = {}): string[] =>
  ask(text, options)
    .problems.filter((problem) => problem.group === group)
    .map(({ rule, span }) => `${rule ?? 'build'}:${span.start.line + 1}`);

export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
