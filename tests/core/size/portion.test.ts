import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/size/entry';
import { picked, portion } from '../../../src/core/size/portion';
import { exactly, range } from '../../../src/core/size/range';

const WHOLE = { disk: range(1e6, 10e6, 50e6), pull: range(0.3e6, 3e6, 15e6) };

describe('files picked out of what a build writes, likely megabytes of ten', () => {
  test.each([
    ['dist/*.js', 4.5],
    ['dist/**/*.css', 0.6],
    ['dist/assets/*.map', 3.5],
    ['dist/index.html', 0.0015],
    ['dist/main.js', 4.5],
    ['*.wasm', 5],
  ])('%s', (rest, megabytes) => {
    expect((picked(WHOLE, rest)?.disk.likely ?? 0) / 1e6).toBeCloseTo(megabytes, 4);
  });

  test.each(['dist', 'dist/*', 'libs/*.jar', 'release/app', '*.whl', 'server.js'])('%s may be all of it', (rest) => {
    expect(picked(WHOLE, rest)).toBeNull();
  });
});

test('a pattern within a listed folder is exact', () => {
  const entry: Entry = {
    path: '/app',
    kind: 'tree',
    disk: exactly(600),
    pull: exactly(300),
    grounds: { certainty: 'measured', reason: '3 files of the folder you dropped.' },
    step: null,
    by: 'COPY . .',
    listing: [
      { path: 'dist/a.js', size: 100 },
      { path: 'dist/b.js', size: 200 },
      { path: 'dist/c.css', size: 300 },
    ],
  };
  expect(portion(entry, '/app/dist/*.js').disk).toEqual(exactly(300));
  expect(portion(entry, '/app/dist').disk).toEqual(exactly(600));
});
