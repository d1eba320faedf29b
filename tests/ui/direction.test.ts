import { describe, expect, it } from 'vitest';
import { directionFor } from '../../src/ui/direction';

describe('which way the picture reads', () => {
  it.each([
    [940, 590, 'right'],
    [390, 560, 'down'],
    [320, 400, 'down'],
    [390, 230, 'down'],
    [390, 140, 'right'],
    [844, 200, 'right'],
    [700, 1200, 'right'],
  ] as const)('in %d × %d it reads %s', (width, height, direction) => {
    expect(directionFor(width, height, 'right')).toBe(direction);
  });

  it('does not turn back for a small change', () => {
    expect(directionFor(570, 700, 'down')).toBe('down');
    expect(directionFor(570, 700, 'right')).toBe('right');
    expect(directionFor(700, 800, 'down')).toBe('right');
  });
});
