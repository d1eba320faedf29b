import { describe, expect, it } from 'vitest';
import { between, focusFits, frame, wholeView } from '../../src/present/camera';
import { wayOf } from '../../src/present/way';

const window = { width: 1920, height: 700 };
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('the camera', () => {
  it('shows all of what can be read, in the middle', () => {
    const view = frame({ width: 900, height: 300 }, { both: [], one: [] }, window, 1.74);
    expect(view.k).toBeCloseTo(1920 / 900);
    expect(view.x).toBeCloseTo(0);
    expect(view.y).toBeCloseTo((700 - 300 * view.k) / 2);
  });

  it('blows nothing up beyond reason', () => {
    expect(wholeView({ width: 100, height: 50 }, window, 2.6).k).toBe(2.6);
  });

  it('stays at the scale that can be read when not all fits, centred on the step', () => {
    const view = frame({ width: 4000, height: 2000 }, { both: [], one: [[box(1900, 900, 300, 200)]] }, window, 1.74);
    expect(view.k).toBe(1.74);
    expect(view.x + 2050 * view.k).toBeCloseTo(960);
    expect(view.y + 1000 * view.k).toBeCloseTo(350);
  });

  it('does not look beyond the edge of the picture', () => {
    const view = frame({ width: 4000, height: 2000 }, { both: [], one: [[box(20, 20, 300, 200)]] }, window, 1.74);
    expect(view).toMatchObject({ x: 0, y: 0 });
  });

  it('goes to the row in hand where its card is too tall for the window', () => {
    const card = box(500, 0, 300, 1500);
    const row = box(500, 1200, 300, 24);
    const view = frame({ width: 4000, height: 1600 }, { both: [], one: [[card], [row]] }, window, 1.74);
    expect(view.x + 650 * view.k).toBeCloseTo(960);
    const y = view.y + row.y * view.k;
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(700);
  });

  it('stays where it is while the step can be seen from there', () => {
    const scene = { width: 4000, height: 2000 };
    const first = frame(scene, { both: [], one: [[box(1900, 900, 300, 200)]] }, window, 1.74);
    const near = { both: [], one: [[box(1950, 950, 200, 100)]] };
    expect(frame(scene, near, window, 1.74, first)).toBe(first);
    const away = { both: [], one: [[box(2900, 950, 200, 100)]] };
    expect(frame(scene, away, window, 1.74, first).x).not.toBe(first.x);
  });

  it('knows whether both ends of a way are in view at once', () => {
    expect(focusFits({ both: [[box(0, 0, 200, 200), box(500, 0, 200, 200)]], one: [] }, window, 1.74)).toBe(true);
    expect(focusFits({ both: [[box(0, 0, 200, 200), box(2500, 0, 200, 200)]], one: [] }, window, 1.74)).toBe(false);
  });

  it('goes from one view to another', () => {
    expect(between({ x: 0, y: 0, k: 1 }, { x: 10, y: 20, k: 2 }, 0.5)).toEqual({ x: 5, y: 10, k: 1.5 });
  });
});

describe('the way of a payload', () => {
  it('runs from one end to the other at an even pace', () => {
    const way = wayOf('M0 0L100 0L100 100');
    expect(way?.(0)).toEqual({ x: 0, y: 0 });
    expect(way?.(0.5)).toEqual({ x: 100, y: 0 });
    expect(way?.(0.75)).toEqual({ x: 100, y: 50 });
    expect(way?.(1)).toEqual({ x: 100, y: 100 });
  });

  it('follows curves', () => {
    const way = wayOf('M0 0C50 0 50 100 100 100');
    const middle = way?.(0.5);
    expect(middle?.x).toBeCloseTo(50, 1);
    expect(middle?.y).toBeCloseTo(50, 1);
    expect(way?.(2)).toEqual({ x: 100, y: 100 });
  });

  it('is none where there is no path', () => {
    expect(wayOf('')).toBeNull();
  });
});
