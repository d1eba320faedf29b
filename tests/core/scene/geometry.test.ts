// The picture is right for every named case: nothing overlaps, no edge crosses a card, every text fits, whatever the
// sizes; folded and unfolded; and for graphs nobody would write.
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draw } from '../../../src/core';
import { model } from '../../../src/core/model/model';
import { parse } from '../../../src/core/parse/parse';
import { flaws } from './geometry';
import { madeUpSizes } from './made-up-sizes';
import { sample } from './sample';
import type { SampleRow, SampleStage } from './sample';

const folders = readdirSync('tests/cases');
const examples = readdirSync('src/ui/examples').filter((name) => name.endsWith('.Dockerfile'));
const texts: [string, string][] = [
  // A line that lost its `LABEL`: what BuildKit takes for the instruction is wider than any card.
  [
    'a keyword without end',
    `FROM debian\nLABEL a=b\norg.label-schema.usage="https://example.org/${'guide/'.repeat(12)}" \\\n  c=d\n`,
  ],
  ...folders.map((name): [string, string] => [name, readFileSync(`tests/cases/${name}/Dockerfile`, 'utf8')]),
  ...examples.map((name): [string, string] => [`example ${name}`, readFileSync(`src/ui/examples/${name}`, 'utf8')]),
];

describe('geometry', () => {
  it('has at least 25 cases', () => {
    expect(folders.length).toBeGreaterThanOrEqual(25);
  });

  describe.each(['right', 'down'] as const)('to the %s', (direction) => {
    it.each(texts)('%s has no flaw', (_, text) => {
      const build = model(parse(text));
      const size = madeUpSizes(build);
      const unfolded = build.stages.map(({ index }) => index);
      expect(flaws(draw(build, size, [], { direction }))).toEqual([]);
      expect(flaws(draw(build, size, [], { direction, unfolded }))).toEqual([]);
    });
  });

  it.each(texts)('%s reads down in the order of the file', (_, text) => {
    const build = model(parse(text));
    const scene = draw(build, madeUpSizes(build), [], { direction: 'down' });
    const tops = scene.cards.map(({ y }) => y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(new Set(scene.cards.map(({ x }) => x)).size).toBeLessThanOrEqual(1);
    for (const edge of scene.edges) {
      const origin = [...scene.images, ...scene.cards].find(({ id }) => id === edge.from);
      expect(origin && origin.y < edge.tip.y, edge.key).toBe(true);
    }
  });

  const both = texts.flatMap(([name, text]) => (['right', 'down'] as const).map((way) => [name, way, text] as const));
  it.each(both)('%s to the %s draws every stage and every link', (_, direction, text) => {
    const build = model(parse(text));
    const scene = draw(build, madeUpSizes(build), [], { direction });
    expect(scene.cards.map(({ id }) => id)).toEqual(build.stages.map(({ id }) => id));
    const drawn = new Set(scene.edges.flatMap(({ links }) => links));
    expect(build.links.filter(({ id }) => !drawn.has(id))).toEqual([]);
    expect(new Set(scene.edges.map(({ key }) => key)).size).toBe(scene.edges.length);
  });

  it('gives the same scene for the same input', () => {
    for (const [, text] of texts) {
      const build = model(parse(text));
      expect(draw(build, madeUpSizes(build), [], {})).toEqual(draw(build, madeUpSizes(build), [], {}));
    }
  });

  const row = (stage: number): fc.Arbitrary<SampleRow> =>
    fc.record(
      {
        text: fc.constantFrom('RUN make', 'COPY --from=x /a /b', 'ENV A=1'),
        bytes: fc.integer({ min: 0, max: 2e9 }),
        ...(stage > 0 ? { from: fc.integer({ min: 0, max: stage + 1 }), madeBy: fc.integer({ min: 0, max: 4 }) } : {}),
        mount: fc.boolean(),
        source: fc.string({ maxLength: 60 }),
        dest: fc.string({ maxLength: 60, unit: 'grapheme' }),
      },
      { requiredKeys: ['text'] },
    );
  const stages = fc.integer({ min: 1, max: 10 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, stage): fc.Arbitrary<SampleStage> =>
        fc.record(
          {
            name: fc.string({ maxLength: 80, unit: 'grapheme' }),
            base: fc.oneof(fc.constantFrom('debian', 'alpine'), fc.integer({ min: 0, max: stage + 1 })),
            rows: fc.array(row(stage), { maxLength: 8 }),
          },
          { requiredKeys: ['rows'] },
        ),
      ),
    ),
  );
  it('holds for graphs made at random', () => {
    fc.assert(
      fc.property(stages, (some) => {
        const { build, size } = sample(some);
        expect(flaws(draw(build, size, [], {}))).toEqual([]);
        expect(flaws(draw(build, size, [], { direction: 'down' }))).toEqual([]);
      }),
      { numRuns: 60, seed: 20261123 },
    );
  });

  it('holds for a graph too large for crossing reduction', () => {
    const many = Array.from({ length: 80 }, (_, stage): SampleStage => ({
      name: `s${stage}`,
      base: 'alpine',
      rows: Array.from({ length: Math.min(stage, 40) }, (_unused, nth) => ({
        text: 'COPY x y',
        from: nth,
        bytes: 1e6,
      })),
    }));
    const chained = many.map((stage, nth) => (nth === 0 ? stage : { ...stage, base: nth - 1 }));
    const { build, size } = sample(chained);
    const scene = draw(build, size, [], {});
    expect(scene.method).toBe('lanes');
    expect(flaws(scene)).toEqual([]);
  });
});
