import { expect, it } from 'vitest';
import { FILES } from '../../src/catalogue/files';
import { FIRST } from '../../src/catalogue/first-files';
import { EARLY } from '../../src/embed/fetch';

it('the data files fetched early are those that every analysis begins with', () => {
  expect(EARLY.map(({ href }) => href)).toEqual(FIRST.map((name) => FILES[name]?.href));
});
