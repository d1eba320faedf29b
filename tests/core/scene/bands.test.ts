// Pictures of many stages: which become bands or columns, that they read on like lines of text, and that all others are
// left as they are.
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/core';
import { layOut as right } from '../../../src/core/right';
import { layOut as wide } from '../../../src/core/wide';
import { drawAs } from '../../../src/core/scene/draw';
import { planOf } from '../../../src/core/scene/bands/plan';
import { topology } from '../../../src/core/scene/topology';
import { model } from '../../../src/core/model/model';
import { parse } from '../../../src/core/parse/parse';
import { flaws } from './geometry';
import { madeUpSizes } from './made-up-sizes';

const drawn = (text: string, layOut = wide): Scene => {
  const build = model(parse(text));
  return drawAs(layOut, build, madeUpSizes(build), [], {});
};
const plan = (text: string) => planOf(topology(model(parse(text))));
const chain = (count: number): string =>
  Array.from(
    { length: count },
    (_, nth) => `FROM ${nth === 0 ? 'alpine' : `s${nth - 1}`} AS s${nth}\nRUN make ${nth}\n`,
  ).join('');
const fan = (count: number): string =>
  Array.from({ length: count }, (_, nth) => `FROM golang AS t${nth}\nRUN make ${nth}\n`).join('') +
  `FROM scratch\n${Array.from({ length: count }, (_, nth) => `COPY --from=t${nth} /bin/t${nth} /bin/\n`).join('')}`;
const usual = (stages: number): string =>
  `${Array.from({ length: stages - 1 }, (_, nth) => `FROM node AS a${nth}\nRUN x\n`).join('')}FROM nginx\n${Array.from({ length: stages - 1 }, (_, nth) => `COPY --from=a${nth} /o /o\n`).join('')}`;
/** Left to right and top to bottom, as bands read. */
const bandsOf = (scene: Scene): string[][] => {
  const rows: { bottom: number; names: string[] }[] = [];
  for (const card of scene.cards) {
    const row = rows.at(-1);
    if (row && card.y < row.bottom) {
      row.bottom = Math.max(row.bottom, card.y + card.height);
      row.names.push(card.title);
    } else rows.push({ bottom: card.y + card.height, names: [card.title] });
  }
  return rows.map(({ names }) => names);
};

describe('a picture of many stages', () => {
  it.each([1, 2, 3, 5])('of %i stages is left as it is', (stages) => {
    for (const text of [chain(stages), usual(stages)]) {
      expect(plan(text).starts).toEqual([0]);
      expect(drawn(text)).toEqual(drawn(text, right));
    }
  });

  it.each([
    [8, 3],
    [12, 3],
    [40, 6],
  ])('breaks a chain of %i stages into %i bands, in the order of the file', (stages, bands) => {
    const scene = drawn(chain(stages));
    const rows = bandsOf(scene);
    expect(rows).toHaveLength(bands);
    expect(rows.flat()).toEqual(scene.cards.map(({ title }) => title));
    expect(flaws(scene)).toEqual([]);
    // It fits a window better than one long row.
    const fit = ({ width, height }: Scene): number => Math.min(960 / width, 560 / height);
    expect(fit(scene)).toBeGreaterThan(1.3 * fit(drawn(chain(stages), right)));
  });

  it.each([8, 12, 30])('spreads %i stages of one base over several columns', (stages) => {
    const scene = drawn(fan(stages));
    expect(new Set(scene.cards.map(({ x }) => x)).size).toBeGreaterThan(2);
    expect(flaws(scene)).toEqual([]);
    const one = drawn(fan(stages), right);
    expect(scene.height).toBeLessThan(one.height);
  });

  it('is decided by the shape of the graph, not by what the stages hold', () => {
    const bare = plan(chain(12));
    const full = plan(chain(12).replaceAll(/RUN make \d+/g, `ENV A=1\nRUN ${'x '.repeat(90)}\nWORKDIR /x`));
    expect(full).toEqual(bare);
  });

  it('leaves a map of very many stages as it is', () => {
    expect(plan(chain(500)).starts).toEqual([0]);
  });

  it('spreads a tower of more stages than a window is high over columns', () => {
    const text = Array.from({ length: 130 }, (_, nth) => `FROM busybox AS s${nth}\nRUN touch /f${nth}\n`).join('');
    const scene = drawn(`${text}FROM scratch\nCOPY --from=s7 /f7 /\n`);
    expect(flaws(scene)).toEqual([]);
    expect(scene.height / scene.width).toBeLessThan(1.5);
  });

  it('turns a way without touching a card, from its own row to the row that takes', () => {
    const text = `${chain(12)}COPY --from=s2 /a /a\nCOPY --from=s7 /b /b\n`;
    const scene = drawn(text);
    expect(flaws(scene)).toEqual([]);
    const last = scene.cards.at(-1);
    for (const edge of scene.edges.filter(({ kind }) => kind === 'copy')) {
      expect(edge.tip.x).toBe(last?.x);
      expect(edge.label).not.toBeNull();
    }
  });
});

describe('FROMs of one origin', () => {
  it('share a way past the stages between', () => {
    const text = [
      'FROM alpine AS a',
      'FROM a AS b',
      'RUN x',
      'FROM alpine AS c',
      'COPY --from=b /x /x',
      'FROM alpine',
      'COPY --from=c /x /x',
    ];
    const scene = drawn(text.join('\n'), right);
    const starts = scene.edges
      .filter(({ kind, from }) => kind === 'from' && from.startsWith('image:'))
      .map(({ path }) => path);
    expect(starts).toHaveLength(3);
    const [, near = '', far = ''] = starts;
    const common = near.slice(0, near.indexOf('C', near.indexOf('C') + 1));
    expect(common.length).toBeGreaterThan(10);
    expect(far.startsWith(common)).toBe(true);
  });
});
