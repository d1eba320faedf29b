import { describe, expect, it } from 'vitest';
import { flagsApart, rowsTaken, shownLines } from '../../src/present/lines';

const told = (heights: readonly number[], own: readonly [number, number] | null, rows: number): string =>
  shownLines(heights, own, rows)
    .map((item) => (item.kind === 'line' ? String(item.at) : `(${item.lines})`))
    .join(' ');
const short = (count: number): number[] => Array.from({ length: count }, () => 1);

describe('the lines on screen', () => {
  it.each([
    ['a file that fits is all there', short(4), [1, 1], 9, '0 1 2 3'],
    ['the instruction stands in the middle', short(20), [10, 10], 5, '8 9 10 11 12'],
    ['at the beginning more of what follows', short(20), [0, 0], 5, '0 1 2 3 4'],
    ['at the end more of what went before', short(20), [19, 19], 5, '15 16 17 18 19'],
    ['an instruction of several lines is whole', short(20), [8, 11], 6, '7 8 9 10 11 12'],
    ['a long instruction keeps its head and its last line', short(20), [2, 15], 6, '2 3 4 5 (9) 15'],
    ['wrapped lines count as the rows they take', [1, 3, 1, 1], [0, 0], 4, '0 1'],
    ['one line that is too long stands alone', [1, 23, 1], [1, 1], 4, '1'],
    ['without an instruction the file begins', short(20), null, 3, '0 1 2'],
    ['an empty file has an empty line', [1], null, 3, '0'],
  ] as const)('%s', (_, heights, own, rows, expected) => {
    expect(told(heights, own, rows)).toBe(expected);
  });
});

describe('rows a line takes', () => {
  const row = (text: string, width = text.length) => ({ runs: [{ kind: 'plain', text }], width });
  it.each([
    ['one where it fits', row('RUN make'), 8, 1],
    ['one where it is empty', row(''), 8, 1],
    ['as many as its words need', row('RUN make all'), 8, 2],
    ['more than its length says, as words stay whole', row('aaaaa bbbbb ccccc'), 9, 3],
    ['those of a word that is too long', row('RUN aaaaaaaaaaaaaaaaaa'), 8, 4],
    ['more where its signs are wide', row('写写写 写写写', 13), 8, 2],
  ])('%s', (_, line, columns, expected) => {
    expect(rowsTaken(line, columns)).toBe(expected);
  });
});

describe('flags', () => {
  it.each([
    [
      'RUN --mount=type=cache,target=/x go build -o /a',
      ['RUN ', '--m', 'ount=type=cache,target=/x go build ', '-o', ' /a'],
    ],
    ['apt-get a--b 1-2', ['apt-get a--b 1-2']],
  ])('%s', (text, expected) => {
    expect(flagsApart(text)).toEqual(expected);
  });
});
