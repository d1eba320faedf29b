// What must hold of the whole walk, whatever the text: it ends, it can be sent on, and what nothing needs costs nothing.

import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { analyse, type Analysis } from '../../src/core';
import type { LoadedCatalogue } from '../../src/catalogue/first';
import { catalogueWith } from '../catalogue/reading';
import { readCases } from '../conformance/case';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith();
});
// A loaded machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });
const runs = Math.min(Number(process.env['FC_RUNS'] ?? 60), 500);

const folder = 'tests/conformance/cases';
const cases = readdirSync(folder)
  .flatMap((file) => readCases(`${folder}/${file}`))
  .filter(({ dockerfile }) => dockerfile.length < 5000);
const texts = cases.map(({ dockerfile }) => dockerfile);
const building = cases.filter(({ expect: { error, target }, target: asked }) => !error && !target && !asked);

const read = (text: string): Analysis => analyse(text, {}, catalogue);

function total(text: string): void {
  const analysis = read(text);
  expect(analysis.build.file.text).toBe(text);
  expect(analysis.problems.filter(({ stops }) => stops).length).toBeLessThan(2);
  expect(analysis.scene.cards).toHaveLength(analysis.build.stages.length);
  // It crosses to the page and must survive the crossing.
  expect(() => structuredClone(analysis)).not.toThrow();
}

test('an analysis of any text ends', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), total), { numRuns: runs });
});

test('an analysis of a case changed at random ends', () => {
  const put = fc.constantFrom(
    '',
    '\n',
    '\\\n',
    '${',
    '"',
    '<<E\n',
    '[',
    ' AS ',
    '--from=0 ',
    'FROM x\n',
    'ONBUILD ',
    '\r',
    '\ufeff',
  );
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(40), put, (text, at, cut, piece) => {
      const from = at % (text.length + 1);
      total(text.slice(0, from) + piece + text.slice(from + cut));
    }),
    { numRuns: runs },
  );
});

test('a stage that nothing needs changes neither config nor history nor size of the target', () => {
  const unused = fc.constantFrom(
    'RUN apt-get update',
    'COPY . /srv',
    'ENV A=1',
    'RUN --mount=type=cache,target=/c make',
    'ARG V=2',
  );
  fc.assert(
    fc.property(fc.constantFrom(...building), fc.array(unused, { maxLength: 4 }), ({ dockerfile }, lines) => {
      const before = read(dockerfile);
      const from = before.build.file.instructions.find(({ keyword }) => keyword === 'FROM');
      const start = dockerfile.split('\n').slice(0, from?.lines[0]).join('\n');
      const rest = dockerfile.slice(start.length);
      // Where stages are counted, one more in front moves them all.
      if (/from=\d/i.test(dockerfile)) return;
      const after = read(
        [start, 'FROM debian:12 AS nobody-needs-this', ...lines].join('\n') +
          (rest.startsWith('\n') ? '' : '\n') +
          rest,
      );
      expect(after.build.config).toEqual(before.build.config);
      expect(after.build.history.map(({ by, empty }) => [by, empty])).toEqual(
        before.build.history.map(({ by, empty }) => [by, empty]),
      );
      expect(after.size.image).toEqual(before.size.image);
    }),
    { numRuns: runs },
  );
});
