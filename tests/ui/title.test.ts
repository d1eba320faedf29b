import { expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue';
import { analyse } from '../../src/core';
import { titleFor } from '../../src/ui/title';

const title = (text: string): string => titleFor(analyse(text, {}, createCatalogue()));

it.each([
  ['', 'Dockerfile Playground'],
  [
    'FROM scratch AS tools\nFROM scratch AS a\nFROM scratch\nCOPY --from=a /x /x\n',
    /^a → stage-2 · .+ · Dockerfile Playground$/,
  ],
  ['FROM scratch AS a\nFROM a AS b\nFROM b AS c\nFROM c AS d\nFROM d AS e\n', /^5 stages · /],
])('the title of %j', (text, expected) => {
  if (typeof expected === 'string') expect(title(text)).toBe(expected);
  else expect(title(text)).toMatch(expected);
});
