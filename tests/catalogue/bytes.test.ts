import { expect, test } from 'vitest';
import { FILES } from '../../src/catalogue/files';
import { FIRST } from '../../src/catalogue/first-files';
import { dataFiles, FIRST_BUDGET } from './bytes';

test('every data file is listed and within its budget', { timeout: 60_000 }, () => {
  const files = dataFiles();
  expect(files.map((file) => file.name).sort()).toEqual(Object.keys(FILES).sort());
  expect(files.filter((file) => file.gzip > file.budget)).toEqual([]);
  const first = files.filter((file) => FIRST.some((name) => name === file.name));
  expect(first.reduce((sum, file) => sum + file.gzip, 0)).toBeLessThanOrEqual(FIRST_BUDGET);
});
