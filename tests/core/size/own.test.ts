import { describe, expect, test } from 'vitest';
import { unknown } from '../../../src/core/size/entry';
import { ownBytes, parseSize, sizeInComments } from '../../../src/core/size/own';

describe('sizes as people and Docker write them', () => {
  test.each<[string, number | null]>([
    ['12MB', 12_000_000],
    ['1.83 MB', 1_830_000],
    ['450KiB', 460_800],
    ['0B', 0],
    ['7', 7],
    ['1,5 GB', 1_500_000_000],
    ['34.3kB', 34_300],
    ['2GiB', 2_147_483_648],
    ['', null],
    ['MB', null],
    ['12 parsecs', null],
    ['-3MB', null],
    ['1e9', null],
  ])('%j is %j bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });
});

test.each<[string[], string | null]>([
  [['the binary', 'size: 12MB'], '12MB'],
  [['Size = 3 kB'], '3 kB'],
  [['sizes vary'], null],
])('the comment block %j gives %j', (comments, expected) => {
  expect(sizeInComments(comments)).toBe(expected);
});

test('both sides may be given', () => {
  expect(ownBytes('12MB / 4MB', unknown('nobody knows'))).toEqual({
    disk: { low: 12e6, likely: 12e6, high: 12e6 },
    pull: { low: 4e6, likely: 4e6, high: 4e6 },
  });
});
