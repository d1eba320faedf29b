import { describe, expect, it } from 'vitest';
import { centred, detailAt, firstView, fitAll, revealing, shown, touches } from '../../src/graph/view';

const window = { width: 900, height: 600 };

describe('the view', () => {
  it('fits a whole picture into the middle', () => {
    const view = fitAll({ width: 1800, height: 300 }, window);
    expect(view).toEqual({ k: 0.5, x: 0, y: 225 });
  });

  it('does not blow a small picture up', () => {
    expect(fitAll({ width: 100, height: 100 }, window).k).toBeLessThan(1.2);
  });

  it('shows the beginning of a long picture that reads down, all of a short one, and all of any that reads right', () => {
    const phone = { width: 390, height: 600 };
    expect(firstView({ width: 390, height: 1400, direction: 'down' }, phone)).toEqual({ k: 1, x: 0, y: 0 });
    const short = { width: 390, height: 700, direction: 'down' } as const;
    expect(firstView(short, phone)).toEqual(fitAll(short, phone));
    const right = { width: 1400, height: 390, direction: 'right' } as const;
    expect(firstView(right, phone)).toEqual(fitAll(right, phone));
  });

  it.each([
    [1, 'rows'],
    [0.7, 'rows'],
    [0.6, 'digest'],
    [0.4, 'names'],
    [0.15, 'titles'],
    [0.03, 'shapes'],
  ] as const)('at scale %d shows %s', (k, detail) => {
    expect(detailAt(k)).toBe(detail);
  });

  it('stays where it is for what is in view', () => {
    const view = { x: 0, y: 0, k: 1 };
    expect(revealing(view, { x: 100, y: 100, width: 50, height: 50 }, window)).toBe(view);
  });

  it('moves just enough for what is not', () => {
    const view = revealing({ x: 0, y: 0, k: 1 }, { x: 1000, y: 100, width: 100, height: 50 }, window);
    expect(view).toEqual({ x: 900 - 24 - 1100, y: 0, k: 1 });
  });

  it('centres an element', () => {
    const view = centred({ x: 1000, y: 1000, width: 100, height: 100 }, window, 1);
    expect(view.x + 1050 * view.k).toBe(450);
    expect(view.y + 1050 * view.k).toBe(300);
  });

  it('draws more than the window shows, in steps', () => {
    const one = shown({ x: 0, y: 0, k: 1 }, window);
    expect(touches(one, { x: 890, y: 590, width: 5, height: 5 })).toBe(true);
    expect(shown({ x: -3, y: -3, k: 1 }, window)).toEqual(one);
  });
});
