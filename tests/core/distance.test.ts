import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsWithin } from '../../src/core/distance';

/** Written straight from the definition. */
function slowly(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const change = slowly(a.slice(1), b.slice(1)) + (a.charAt(0) === b.charAt(0) ? 0 : 1);
  return Math.min(change, slowly(a.slice(1), b) + 1, slowly(a, b.slice(1)) + 1);
}

test.each([
  ['builder', 'builder', 2, 0],
  ['bulder', 'builder', 2, 1],
  ['biulder', 'builder', 2, 2],
  ['biulder', 'builder', 1, null],
  ['abc', 'xyz', 2, null],
  ['a', 'aaaa', 2, null],
  ['', 'ab', 2, 2],
])('from %s to %s within %i', (a, b, most, edits) => {
  expect(editsWithin(a, b, most)).toBe(edits);
});

test('agrees with the definition', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', 'é', 'Ā'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      const edits = slowly(a, b);
      expect(editsWithin(a, b, most)).toBe(edits <= most ? edits : null);
    }),
    { numRuns: 300 },
  );
});
