// From afar a card still says its name and its total, inside its own box, however long they are.
import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { cardOverview, draw, imageOverview, labelOverview, model, parse } from '../../../src/core';
import type { Mark } from '../../../src/core';
import { textWidth } from '../../../src/core/scene/text-width';
import { madeUpSizes } from './made-up-sizes';

const scenes = readdirSync('tests/cases').map((name) => {
  const build = model(parse(readFileSync(`tests/cases/${name}/Dockerfile`, 'utf8')));
  return { name, scene: draw(build, madeUpSizes(build), [], {}) };
});

/** Texts that stick out of a box of this size. */
const over = (marks: readonly Mark[], width: number, height: number): string[] =>
  marks.flatMap((mark) => {
    if (mark.tag !== 'text') return [];
    const wide = textWidth(mark.text, mark.class.startsWith('s') ? 'sans' : 'bold', mark.size ?? 14);
    return mark.x + wide > width || mark.y > height || mark.y - (mark.size ?? 14) < 0 ? [mark.text] : [];
  });

describe.each(scenes)('$name from afar', ({ scene }) => {
  it.each(['names', 'titles'] as const)('keeps its words inside: %s', (view) => {
    for (const card of scene.cards) expect(over(cardOverview(card, view), card.width, card.height)).toEqual([]);
    for (const image of scene.images) expect(over(imageOverview(image, view), image.width, image.height)).toEqual([]);
  });

  it('says the name of every card', () => {
    for (const card of scene.cards) {
      const said = cardOverview(card, 'titles').flatMap((mark) => (mark.tag === 'text' ? [mark.text] : []));
      expect(said[0]?.slice(0, 3)).toBe(card.fullTitle.slice(0, 3));
    }
  });

  it('keeps the bytes of a label inside its place', () => {
    for (const { label } of scene.edges) {
      if (label) expect(over(labelOverview(label), label.width, label.height)).toEqual([]);
    }
  });
});
