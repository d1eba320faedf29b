import { describe, expect, test } from 'vitest';
import type { Build, SizeReport, Total } from '../../../src/core';
import { sign, signatureText } from '../../../src/core/explain/sentence';

const total = (likely: number, { spread = 0, unknown = 0 } = {}): Total => {
  const range = (n: number) => ({ low: n * (1 - spread), likely: n, high: n * (1 + spread) });
  return { disk: range(likely), pull: range(likely / 2), unknown };
};

interface Picture {
  readonly text?: string;
  readonly stages: readonly (readonly [label: string, fate: 'shipped' | 'left-behind' | 'not-built', left?: Total])[];
  readonly image: Total;
  readonly left?: Total;
  readonly single?: Total;
  readonly stops?: boolean;
}

/** Only what the sentence reads. */
function say({ text = 'FROM x', stages, image, left = total(0), single = image, stops = false }: Picture): string {
  const build = {
    file: { text },
    stages: stages.map(([label]) => ({ label })),
    target: stages.length === 0 ? null : stages.length - 1,
    faults: [{ stops }],
  } as unknown as Build;
  const size = {
    stages: stages.map(([, fate, leftBehind = total(0)]) => ({ fate, leftBehind })),
    image,
    leftBehind: left,
    singleStage: single,
  } as unknown as SizeReport;
  return signatureText(sign(build, size)).replaceAll('\u00a0', ' ');
}

describe('the signature sentence', () => {
  test('a two-stage build', () => {
    expect(
      say({
        stages: [
          ['builder', 'left-behind', total(852e6)],
          ['stage-1', 'shipped'],
        ],
        image: total(1.9e6, { spread: 0.15 }),
        left: total(852e6),
        single: total(854e6),
      }),
    ).toBe(
      '1.9 MB final image (1.6–2.2) · 950 kB to pull · leaves 852 MB behind in builder · single-stage it would be 854 MB (449×)',
    );
  });

  test('a size that is a fact has no range', () => {
    expect(say({ stages: [['app', 'shipped']], image: total(78e6) })).toBe(
      '78 MB final image · 39 MB to pull · one stage, so everything in it ships',
    );
  });

  test('a part that is unknown is added in words, never as zero', () => {
    expect(say({ stages: [['app', 'shipped']], image: total(78e6, { unknown: 1 }) })).toBe(
      '78 MB + unknown final image · 39 MB + unknown to pull · one stage, so everything in it ships',
    );
    expect(say({ stages: [['app', 'shipped']], image: total(0, { unknown: 1 }) })).toBe(
      'Final image of unknown size · one stage, so everything in it ships',
    );
  });

  test('with doubt in either, no ratio is given', () => {
    expect(
      say({
        stages: [
          ['a', 'left-behind', total(5e6)],
          ['b', 'shipped'],
        ],
        image: total(1e6),
        left: total(5e6, { unknown: 1 }),
        single: total(6e6, { unknown: 1 }),
      }),
    ).toBe(
      '1.0 MB final image · 500 kB to pull · leaves 5.0 MB + unknown behind in a · single-stage it would be more than 6.0 MB',
    );
  });

  test('many stages are counted, those not built are not', () => {
    const left = total(1e6);
    expect(
      say({
        stages: [
          ['a', 'left-behind', left],
          ['b', 'left-behind', left],
          ['c', 'left-behind', left],
          ['d', 'not-built'],
          ['e', 'shipped'],
        ],
        image: total(2e6),
        left: total(3e6),
        single: total(5e6),
      }),
    ).toContain('leaves 3.0 MB behind in 3 stages');
  });

  test('a broken file says what it will be once it builds', () => {
    expect(say({ stages: [['a', 'shipped']], image: total(1e6), stops: true })).toMatch(
      /^1\.0 MB final image once it builds · /,
    );
  });

  test('an empty image is 0 B and nothing to pull', () => {
    expect(say({ stages: [['a', 'shipped']], image: total(0) })).toBe(
      '0 B final image · one stage, so everything in it ships',
    );
  });

  test('without a stage it says how to begin', () => {
    expect(say({ text: ' \n', stages: [], image: total(0) })).toMatch(/^Paste a Dockerfile/);
    expect(say({ text: '# hello', stages: [], image: total(0) })).toBe('No stage yet: a Dockerfile starts with FROM.');
  });
});
