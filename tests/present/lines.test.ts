import { describe, expect, it } from 'vitest';
import { shownLines } from '../../src/present/lines';

const told = (widths: readonly number[], own: readonly [number, number] | null, rows: number, columns = 40): string =>
  shownLines(widths, own, { rows, columns })
    .map((item) => (item.kind === 'line' ? String(item.at) : `(${item.lines})`))
    .join(' ');
const short = (count: number): number[] => Array.from({ length: count }, () => 10);

describe('the lines on screen', () => {
  it.each([
    ['a file that fits is all there', short(4), [1, 1], 9, '0 1 2 3'],
    ['the instruction stands in the middle', short(20), [10, 10], 5, '8 9 10 11 12'],
    ['at the beginning more of what follows', short(20), [0, 0], 5, '0 1 2 3 4'],
    ['at the end more of what went before', short(20), [19, 19], 5, '15 16 17 18 19'],
    ['an instruction of several lines is whole', short(20), [8, 11], 6, '7 8 9 10 11 12'],
    ['a long instruction keeps its head and its last line', short(20), [2, 15], 6, '2 3 4 5 (9) 15'],
    ['wrapped lines count as the rows they take', [10, 90, 10, 10], [0, 0], 4, '0 1'],
    ['one line that is too long stands alone', [10, 900, 10], [1, 1], 4, '1'],
    ['without an instruction the file begins', short(20), null, 3, '0 1 2'],
    ['an empty file has an empty line', [0], null, 3, '0'],
  ] as const)('%s', (_, widths, own, rows, expected) => {
    expect(told(widths, own, rows)).toBe(expected);
  });
});
