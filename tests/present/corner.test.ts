import { describe, expect, it } from 'vitest';
import { freeCorner } from '../../src/present/corner';

const window = { width: 1000, height: 500 };
const map = { width: 200, height: 100 };
const view = { x: 0, y: 0, k: 1 };
const at = (boxes: readonly { x: number; y: number; width: number; height: number }[]): string => {
  const place = freeCorner(map, window, 20, boxes, view);
  return place ? `${place.x < 500 ? 'left' : 'right'} ${place.y < 250 ? 'top' : 'bottom'}` : 'none';
};

const rather = (boxes: readonly { x: number; y: number; width: number; height: number }[]): string => {
  const place = freeCorner(map, window, 20, [], view, boxes);
  return place ? `${place.x < 500 ? 'left' : 'right'} ${place.y < 250 ? 'top' : 'bottom'}` : 'none';
};

describe('the corner for the small map', () => {
  it.each([
    ['is the lower right', [{ x: 300, y: 100, width: 300, height: 200 }], 'right bottom'],
    ['gives way to a card there', [{ x: 700, y: 300, width: 250, height: 150 }], 'left bottom'],
    ['gives way along the whole foot', [{ x: 0, y: 300, width: 1000, height: 150 }], 'left top'],
    ['is nowhere when all is taken', [{ x: 0, y: 0, width: 1000, height: 500 }], 'none'],
  ] as const)('%s', (_, boxes, expected) => {
    expect(at(boxes)).toBe(expected);
  });

  it.each([
    ['leaves other cards readable where it can', [{ x: 700, y: 300, width: 250, height: 150 }], 'left bottom'],
    ['covers them where it must', [{ x: 0, y: 0, width: 1000, height: 500 }], 'right bottom'],
  ] as const)('%s', (_, boxes, expected) => {
    expect(rather(boxes)).toBe(expected);
  });
});
