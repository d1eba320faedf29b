// BuildKit stops at its first error; the model goes on. several-errors.txt holds Dockerfiles with several: below a line what is wrong with
// it, `^!` for what stops the build. That each is an error of BuildKit's was asked of its frontend, the lines of those before it left empty.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { build } from './ask';

interface Case {
  readonly about: string;
  readonly stages: number;
  readonly lines: readonly string[];
  /** Line, 0-based, with `!` where the build stops, and message. */
  readonly errors: readonly string[];
}

const CASES = readFileSync(new URL('several-errors.txt', import.meta.url), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((block): Case => {
    const [head = '', ...rest] = block.trimEnd().split('\n');
    const [about = '', stages = ''] = head.split('; ');
    const lines: string[] = [];
    const errors: string[] = [];
    for (const line of rest) {
      const [, mark, message] = /^ {2}\^(!?) (.*)/.exec(line) ?? [];
      if (message === undefined) lines.push(line);
      else errors.push(`${String(lines.length - 1)}${mark ?? ''} ${message}`);
    }
    return { about, stages: Number.parseInt(stages), lines, errors };
  });

const told = (lines: readonly string[]): string[] =>
  build(lines.join('\n')).faults.map(
    ({ span, message, stops }) =>
      `${String(span.start.line)}${stops ? '!' : ''} ${message.replace(/ \(did you mean .*\)$/, '')}`,
  );

describe.each(CASES)('after the error that stops the build: $about', ({ stages, lines, errors }) => {
  test('every further one is found, once, and the stages are drawn', () => {
    expect(told(lines).sort()).toEqual([...errors].sort());
    expect(errors.filter((error) => error.includes('! '))).toHaveLength(1);
    expect(build(lines.join('\n')).stages).toHaveLength(stages);
  });

  test('none comes from another: with one line mended, the others stay', () => {
    for (const wrong of new Set(errors.map((error) => Number.parseInt(error)))) {
      // Without the stage the lines below are about another; a circle and a file without stages are no fault of one line.
      if (/^\s*(from|#)|<</i.test(lines[wrong] ?? '')) continue;
      const others = (of: readonly string[]): string[] =>
        told(of)
          .filter((error) => Number.parseInt(error) !== wrong && !/circular|contains no stages/.test(error))
          .map((error) => error.replace('! ', ' '))
          .sort();
      expect(others(lines.map((line, i) => (i === wrong ? '' : line)))).toEqual(others(lines));
    }
  });
});
