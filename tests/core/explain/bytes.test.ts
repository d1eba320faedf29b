import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBytes, formatRange, formatTimes, formatTotal } from '../../../src/core/explain/bytes';

const read = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('bytes as a person reads them', () => {
  test.each([
    [0, '0 B'],
    [42, '42 B'],
    [999, '999 B'],
    [1_900, '1.9 kB'],
    [78_100_000, '78 MB'],
    [1_900_000, '1.9 MB'],
    [9_949_999, '9.9 MB'],
    [9_960_000, '10 MB'],
    [999_400, '999 kB'],
    [999_950, '1.0 MB'],
    [852_000_000, '852 MB'],
    [1_240_000_000, '1.2 GB'],
    [-1_500_000, '−1.5 MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(read(formatBytes(bytes))).toBe(text);
  });

  test('a unit can be imposed', () => {
    expect(read(formatBytes(852_000_000, 'GB'))).toBe('0.85 GB');
  });

  test('no number of bytes prints more than three digits before its unit', () => {
    fc.assert(
      fc.property(fc.nat(9e12), (bytes) => {
        expect(read(formatBytes(bytes))).toMatch(/^(\d{1,3}|\d\.\d) (B|kB|MB|GB|TB)$/);
      }),
    );
  });

  test.each([
    [{ low: 1_700_000, likely: 1_900_000, high: 2_300_000 }, '1.7–2.3'],
    [{ low: 950_000, likely: 1_200_000, high: 14_000_000 }, '0.95–14'],
    [{ low: 78_000_000, likely: 78_000_001, high: 78_000_002 }, null],
  ])('a range reads in the unit of its likely value: %o', (range, text) => {
    expect(formatRange(range)).toBe(text);
  });

  test('unknown parts are said', () => {
    const range = (likely: number) => ({ low: likely, likely, high: likely });
    const total = (likely: number, unknown: number) => ({ disk: range(likely), pull: range(likely / 2), unknown });
    expect(read(formatTotal(total(78e6, 0)))).toBe('78 MB');
    expect(read(formatTotal(total(78e6, 1), 'pull'))).toBe('39 MB + unknown');
    expect(formatTotal(total(0, 2))).toBe('unknown');
  });

  test.each([
    [854e6, 1.9e6, '449×'],
    [854e6, 600e6, '1.4×'],
    [601e6, 600e6, null],
    [5e12, 1e6, '5,000,000×'],
    [1, 0, null],
  ])('%d is %d times %s', (big, small, text) => {
    expect(formatTimes(big, small)).toBe(text);
  });
});
