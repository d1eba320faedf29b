// The colours of src/app.css: the exports use the same, every text reaches 4.5:1 and every shape 3:1 on the grounds it stands
// on, and the kinds stay apart for people who see colours differently. In light, dark and high contrast.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dark, light } from '../../../src/core/scene/export/theme';
import { contrast, distance, seenBy } from './colour';

const css = readFileSync('src/app.css', 'utf8');

/** Tokens of a rule, as written for light and for dark. */
function tokens(selector: string): { readonly light: Map<string, string>; readonly dark: Map<string, string> } {
  const body = css.slice(css.indexOf(selector)).split('}', 1)[0] ?? '';
  const found = [...body.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)];
  return {
    light: new Map(found.map(([, name = '', colour = '']) => [name, colour])),
    dark: new Map(found.map(([, name = '', , colour = '']) => [name, colour])),
  };
}

const plain = tokens(':root,\n:host {');
const more = tokens(":root[data-contrast='more']");
const themes = {
  light: plain.light,
  dark: plain.dark,
  'high contrast, light': new Map([...plain.light, ...more.light]),
  'high contrast, dark': new Map([...plain.dark, ...more.dark]),
};

/** Words and the grounds they are set on. */
const words: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'card', 'raised', 'base-soft', 'left-soft', 'carried-soft', 'problem-soft', 'warn-soft']],
  ['soft', ['paper', 'card', 'raised', 'base-soft', 'left-soft']],
  ['carried-ink', ['carried-soft', 'card', 'paper']],
  ['ship', ['card', 'ship-soft']],
  ['added', ['card', 'paper', 'added-soft']],
  ['problem', ['card', 'paper', 'problem-soft']],
  ['warn', ['card', 'warn-soft']],
  ['keyword', ['card']],
  ['string', ['card']],
  ['comment', ['card']],
  ['on-accent', ['accent']],
];

/** Shapes that say something, and what they lie on. */
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ['base', ['paper', 'card', 'base-soft']],
  ['added', ['card']],
  ['carried', ['paper', 'card']],
  ['ship', ['paper', 'card']],
  ['problem', ['paper', 'card', 'problem-soft']],
  ['warn', ['card', 'paper']],
  ['edge', ['paper', 'card']],
  ['focus', ['paper', 'card', 'raised']],
  ['left', ['paper', 'card']],
];

it('is the same in the exports as on the page', () => {
  for (const [name, colour] of Object.entries(light)) expect(plain.light.get(name), name).toBe(colour);
  for (const [name, colour] of Object.entries(dark)) expect(plain.dark.get(name), name).toBe(colour);
});

describe.each(Object.entries(themes))('%s', (_, theme) => {
  const below = (pairs: typeof words, least: number): string[] =>
    pairs.flatMap(([front, grounds]) =>
      grounds.flatMap((ground) => {
        const ratio = contrast(theme.get(front) ?? '', theme.get(ground) ?? '');
        return ratio >= least ? [] : [`${front} on ${ground}: ${ratio.toFixed(2)}`];
      }),
    );

  it('sets no word below 4.5:1', () => {
    expect(below(words, 4.5)).toEqual([]);
  });

  it('draws no shape below 3:1', () => {
    expect(below(shapes, 3)).toEqual([]);
  });

  // Kinds that stand beside each other as bars, ribbons and layers. Each has a second cue; colour alone should do as well.
  it.each(['everyone', 'protanopia', 'deuteranopia', 'tritanopia'] as const)('keeps kinds apart for %s', (sight) => {
    const kinds = ['base', 'added', 'carried', 'ship'];
    const close = kinds.flatMap((a, nth) =>
      kinds.slice(nth + 1).flatMap((b) => {
        const apart = distance(seenBy(theme.get(a) ?? '', sight), seenBy(theme.get(b) ?? '', sight));
        return apart >= 0.07 ? [] : [`${a} and ${b}: ${apart.toFixed(3)}`];
      }),
    );
    expect(close).toEqual([]);
  });
});
