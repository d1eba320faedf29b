// Points along an edge of the scene, for what travels on it. Pure: the path's commands are always M, C and L with absolute numbers.

import type { Point } from '../core';

const PER_CURVE = 24;

function curve([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const u = 1 - t;
  const mix = (axis: 'x' | 'y'): number =>
    u ** 3 * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t ** 3 * d[axis];
  return { x: mix('x'), y: mix('y') };
}

function points(path: string): Point[] {
  const found: Point[] = [];
  for (const [, command, rest] of path.matchAll(/([MCL])([^MCL]*)/g)) {
    const numbers = (rest?.match(/-?[\d.]+/g) ?? []).map(Number);
    const pairs: Point[] = [];
    for (let nth = 0; nth + 1 < numbers.length; nth += 2)
      pairs.push({ x: numbers[nth] ?? 0, y: numbers[nth + 1] ?? 0 });
    if (command !== 'C') found.push(...pairs);
    else {
      for (let nth = 0; nth + 2 < pairs.length; nth += 3) {
        const [a, b, c, d] = [found.at(-1), pairs[nth], pairs[nth + 1], pairs[nth + 2]];
        if (!a || !b || !c || !d) break;
        for (let part = 1; part <= PER_CURVE; part++) found.push(curve([a, b, c, d], part / PER_CURVE));
      }
    }
  }
  return found;
}

/** The point at share `t` (0 to 1) of the path's length. An empty path has none. */
export function wayOf(path: string): ((t: number) => Point) | null {
  const along = points(path);
  const [first] = along;
  if (!first) return null;
  const lengths = [0];
  for (let nth = 1; nth < along.length; nth++) {
    const [a, b] = [along[nth - 1] ?? first, along[nth] ?? first];
    lengths.push((lengths[nth - 1] ?? 0) + Math.hypot(b.x - a.x, b.y - a.y));
  }
  const whole = lengths.at(-1) ?? 0;
  return (t) => {
    const wanted = Math.max(0, Math.min(1, t)) * whole;
    const next = Math.max(
      1,
      lengths.findIndex((length) => length >= wanted),
    );
    const [a, b] = [along[next - 1] ?? first, along[next] ?? first];
    const [from, to] = [lengths[next - 1] ?? 0, lengths[next] ?? 0];
    const share = to > from ? (wanted - from) / (to - from) : 0;
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
  };
}
