import { expect, it } from 'vitest';
import { FILES, FIRST } from '../../src/catalogue/files';
import { EARLY } from '../../src/embed/fetch';

it('the data files fetched early are those that every analysis begins with', () => {
  expect(EARLY.map(({ href }) => href)).toEqual(FIRST.map((name) => FILES[name]?.href));
});
