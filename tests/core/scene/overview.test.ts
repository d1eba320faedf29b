// From afar a card still says its name and its total, inside its own box, however long they are.
import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import {
  cardOverview,
  draw,
  foldDigest,
  imageOverview,
  labelDigest,
  labelOverview,
  model,
  parse,
  rowDigest,
} from '../../../src/core';
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
  it('keeps the words of rows, folds and labels inside, and the bytes whole', () => {
    for (const card of scene.cards) {
      const inside = card.width - 14;
      for (const row of card.rows) {
        const texts = rowDigest(row).flatMap((mark) => (mark.tag === 'text' ? [mark] : []));
        const ends = texts.map(({ text, size = 0, class: kind, x, end }) => {
          const wide = textWidth(text, kind.startsWith('m') ? 'mono' : 'bold', size);
          return end ? [x - wide, x] : [x, x + wide];
        });
        ends.forEach(([from = 0, to = 0], nth) => {
          expect(from, row.full).toBeGreaterThanOrEqual(nth === 0 ? 0 : (ends[nth - 1]?.[1] ?? 0));
          expect(to, row.full).toBeLessThanOrEqual(inside);
        });
        if (row.bytes !== '') expect(texts.map(({ text }) => text)).toContain(row.bytes);
      }
      expect(over(foldDigest(card), card.width, 24)).toEqual([]);
    }
    for (const { label, kind } of scene.edges) {
      const marks = label && labelDigest(label, kind);
      for (const mark of marks ?? []) {
        if (mark.tag !== 'text' || !label) continue;
        const face = mark.class.startsWith('m') ? 'mono' : 'bold';
        expect(mark.x + textWidth(mark.text, face, mark.size ?? 0)).toBeLessThanOrEqual(label.width);
        expect(mark.y).toBeLessThan(label.height - 2);
      }
    }
  });

  it.each(['digest', 'names', 'titles'] as const)('keeps its words inside: %s', (view) => {
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
