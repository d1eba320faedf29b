import { expect, test } from 'vitest';
import { analyse, recognise } from '../../../src/core';
import { createCatalogue } from '../../../src/catalogue/catalogue';
import { compare, offText, totals } from '../../../src/ui/measured/compare';

const measured = recognise(
  JSON.stringify([
    { CreatedBy: 'COPY <<EOF /x # buildkit', Size: '1kB' },
    { CreatedBy: 'RUN /bin/sh -c touch /a # buildkit', Size: '0B' },
    { CreatedBy: 'RUN /bin/sh -c ./strange-tool # buildkit', Size: '40MB' },
  ]),
);

test('every figure stands beside what we would have said', () => {
  const text = 'FROM scratch\nRUN ./strange-tool\nRUN touch /a\n';
  const analysis = analyse(text, measured ? { measured: [measured] } : {}, createCatalogue());
  const [reading] = analysis.size.readings;
  if (!reading) throw new Error('nothing was read');
  const rows = compare(analysis, reading);
  expect(rows.map(({ line, measured: bytes, inside }) => [line, bytes, inside])).toEqual([
    [2, 40_000_000, null],
    [3, 0, true],
  ]);
  // What we had no estimate for is on neither side of the sum.
  expect(totals(rows)).toMatchObject([{ of: 'disk', measured: 0, count: 1, inside: 1, off: null }]);
});

test.each([
  [0, 'right'],
  [0.031, '3.1 % too large'],
  [-0.12, '12 % too small'],
  [12.4, '1,240 % too large'],
  [null, ''],
] as const)('%j is said as %j', (off, words) => {
  expect(offText(off)).toBe(words);
});
