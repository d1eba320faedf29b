// @vitest-environment happy-dom
// The static picture shows at every distance what the playground shows there.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draw, labelAt, rowAt, type Mark, type Scene } from '../../src/core';
import { model } from '../../src/core/model/model';
import { parse } from '../../src/core/parse/parse';
import { detailIn, picture } from '../../src/embed/picture';
import { madeUpSizes } from '../core/scene/made-up-sizes';

const build = model(parse(readFileSync('tests/cases/diamond/Dockerfile', 'utf8')));
const scene: Scene = draw(build, madeUpSizes(build), [], {});
const texts = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.tag === 'text' ? [mark.text] : []));
const shown = (svg: Element, kind: string): string[] =>
  [...svg.querySelectorAll(`.${kind} text`)].map((text) => text.textContent);

describe('the static picture', () => {
  it.each(['rows', 'digest', 'names', 'titles', 'shapes'] as const)('has the words of %s', (detail) => {
    const svg = picture(scene, 'a build', detail);
    const rows = scene.cards.flatMap((card) => card.rows.flatMap((row) => texts(rowAt(row, detail))));
    const labels = scene.edges.flatMap(({ label, kind }) => (label ? texts(labelAt(label, kind, detail)) : []));
    expect(shown(svg, 'row')).toEqual(rows);
    expect(shown(svg, 'label')).toEqual(labels);
    expect(rows.length > 0).toBe(detail === 'rows' || detail === 'digest');
    expect(labels.length > 0).toBe(detail !== 'titles' && detail !== 'shapes');
  });

  it('is told its distance by the room there is', () => {
    const room = (share: number) => ({ width: scene.width * share, height: scene.height * 2 });
    expect([1, 0.5, 0.3, 0.1, 0.01].map((share) => detailIn(scene, room(share)))).toEqual([
      'rows',
      'digest',
      'names',
      'titles',
      'shapes',
    ]);
    expect(detailIn(scene, { width: 0, height: 0 })).toBe('rows');
  });
});
