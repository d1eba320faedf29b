import { expect, test } from 'vitest';
import { faultOf } from '../../../src/ui/size/own-size';

test.each(['12MB', '1.83 MB', '450KiB', '0B', '12 MB / 4 MB', ' 7 kB '])('%j can be used', (typed) => {
  expect(faultOf(typed)).toBeNull();
});

test.each([
  ['', /Write a number and a unit/],
  ['big', /“big” is not a size/],
  ['12 parsecs', /“parsecs” is no unit/],
  ['-3 MB', /never weighs less than nothing/],
  ['1MB/2MB/3MB', /two with a stroke/],
  ['12MB / soon', /“soon” is not a size/],
])('%j cannot, and it is said why', (typed, says) => {
  expect(faultOf(typed)).toMatch(says);
});
