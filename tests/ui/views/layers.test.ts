import { beforeAll, expect, test } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import { analyse } from '../../../src/core';
import { layerRows } from '../../../src/ui/views/layers';
import { catalogueWith, settled } from '../../catalogue/reading';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith();
});
const names = async (text: string): Promise<string[]> => {
  const analysis = await settled(catalogue, () => analyse(text, {}, catalogue));
  return layerRows(analysis).map(({ by }) => by);
};

test('layers of one base image are told apart by their place', async () => {
  const rows = await names('FROM python:3.12-slim\nRUN pip install flask\n');
  const own = rows.filter((by) => by.startsWith('python:3.12-slim'));
  expect(own.length).toBeGreaterThan(1);
  expect(own).toEqual(own.map((_, nth) => `python:3.12-slim · ${String(nth + 1)} of ${String(own.length)}`));
  expect(rows.at(-1)).toBe('RUN pip install flask');
});

test('a base image of one layer goes by its name alone', async () => {
  expect((await names('FROM debian:12-slim\nRUN touch /a\n'))[0]).toBe('debian:12-slim');
});
