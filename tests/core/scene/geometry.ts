// What must hold for every scene: read off the scene as it will be drawn, not from how it was made.
import type { Box, Scene } from '../../../src/core';
import { textWidth } from '../../../src/core/scene/text-width';

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly box: Box;
}

const boxesOf = (scene: Scene): Named[] => [
  ...scene.cards.map((box) => ({ id: box.id, name: box.title, box })),
  ...scene.images.map((box) => ({ id: box.id, name: box.full, box })),
];

const labelsOf = (scene: Scene): Named[] =>
  scene.edges.flatMap(({ key, label }) => (label ? [{ id: key, name: key, box: label }] : []));

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A command of a path as points, close enough that none hides in a card, and the box around them. */
interface Stretch {
  readonly points: readonly Spot[];
  readonly box: Box;
}

/** The stretches of a path of commands M, L and C. */
export function stretchesOf(path: string): Stretch[] {
  const stretches: Stretch[] = [];
  let last: Spot = { x: NaN, y: NaN };
  for (const [, command, list] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const n = (list ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const start = last;
    const control = command === 'C' ? n : [start.x, start.y, n[0], n[1], n[0], n[1]];
    const [ax = NaN, ay = NaN, bx = NaN, by = NaN, x = NaN, y = NaN] = control;
    last = { x, y };
    if (command === 'M') continue;
    const points = Array.from({ length: 41 }, (_, step): Spot => {
      const t = step / 40;
      const u = 1 - t;
      return {
        x: u ** 3 * start.x + 3 * u * u * t * ax + 3 * u * t * t * bx + t ** 3 * x,
        y: u ** 3 * start.y + 3 * u * u * t * ay + 3 * u * t * t * by + t ** 3 * y,
      };
    });
    const xs = points.map((point) => point.x);
    const ys = points.map((point) => point.y);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    stretches.push({ points, box: { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top } });
  }
  return stretches;
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** Everything that is wrong with a scene's geometry, in words; empty when nothing is. */
export function flaws(scene: Scene): string[] {
  const found: string[] = [];
  const boxes = boxesOf(scene);
  const labels = labelsOf(scene);
  const all = [...boxes, ...labels];
  const sorted = [...all].sort((a, b) => a.box.x - b.box.x);
  sorted.forEach((a, nth) => {
    for (let next = nth + 1; next < sorted.length; next += 1) {
      const b = sorted[next];
      if (!b || b.box.x >= a.box.x + a.box.width) break;
      if (overlap(a.box, b.box)) found.push(`${a.name} overlaps ${b.name}`);
    }
    const { x, y, width, height } = a.box;
    if (x < 0 || y < 0 || x + width > scene.width || y + height > scene.height) found.push(`${a.name} is outside`);
    if (![x, y, width, height].every(Number.isFinite)) found.push(`${a.name} has no place`);
  });
  for (const edge of scene.edges) {
    const half = edge.width / 2;
    // An edge may touch the boxes it joins where it leaves and where it arrives.
    const joined = (id: string): boolean => id === edge.from || id === edge.to;
    const stretches = stretchesOf(edge.path);
    const first = stretches[0]?.points[0];
    const inside = ({ points }: Stretch, { id, box }: Named): boolean =>
      points.some((point, at) => {
        const next = points[at + 1] ?? points[at - 1] ?? point;
        const level = Math.abs(next.x - point.x) >= Math.abs(next.y - point.y);
        const ends = (end: Spot | undefined): boolean =>
          end !== undefined && Math.hypot(point.x - end.x, point.y - end.y) < half + 2;
        if (scene.direction === 'down' && joined(id) && (ends(first) || ends(edge.tip))) return false;
        const [dx, dy] = scene.direction === 'right' || level ? [-0.2, half] : [half, -0.2];
        return overlap({ x: point.x - dx, y: point.y - dy, width: 2 * dx, height: 2 * dy }, box);
      });
    for (const stretch of stretches) {
      const reach = grown(stretch.box, half + 0.5);
      for (const one of boxes) {
        if (overlap(reach, one.box) && inside(stretch, one)) found.push(`${edge.key} crosses ${one.name}`);
      }
      // Read down, labels stand in the column and ways beside it.
      for (const one of scene.direction === 'down' ? labels : []) {
        if (overlap(reach, one.box) && inside(stretch, one))
          found.push(`${edge.key} runs over the label of ${one.name}`);
      }
      const { x, y, width, height } = scene.direction === 'right' ? grown(stretch.box, 0) : reach;
      const aside = scene.direction === 'right' ? half : 0;
      if (!(x >= 0 && x + width <= scene.width && y - aside >= 0 && y + height + aside <= scene.height))
        found.push(`${edge.key} leaves the scene`);
    }
    const to = scene.cards.find(({ id }) => id === edge.to);
    const { x, y } = edge.tip;
    const level = to !== undefined && y >= to.y && y <= to.y + to.height;
    const reached =
      to !== undefined &&
      {
        right: x === to.x && level,
        left: x === to.x + to.width && level,
        down: y === to.y && x > to.x && x < to.x + to.width,
      }[edge.heading];
    if (!reached) found.push(`${edge.key} does not reach its card`);
  }
  return [...new Set([...found, ...textFlaws(scene)])];
}

function textFlaws(scene: Scene): string[] {
  const found: string[] = [];
  const fits = (what: string, width: number, room: number): void => {
    if (width > room + 0.01) found.push(`${what} is ${Math.round(width - room)} px too wide`);
  };
  for (const card of scene.cards) {
    const inner = card.width - 36;
    fits(card.title, textWidth(card.title, 'bold', 14) + textWidth(card.total, 'bold', 12.5), inner);
    fits(card.subtitle, textWidth(card.subtitle, 'sans', 12.5), inner);
    for (const row of card.rows) {
      const words = row.text === '' ? row.keyword : `${row.keyword} ${row.text}`;
      fits(row.full, textWidth(words, 'mono', 11.5) + textWidth(row.bytes, 'sans', 12.5), inner);
      fits(`bar of ${row.full}`, row.bar, inner);
      if (row.y < card.y || row.y + row.height > card.y + card.height) found.push(`${row.full} is outside its card`);
    }
    for (const line of card.footer?.lines ?? []) fits(line, textWidth(line, 'sans', 12.5), inner);
  }
  for (const image of scene.images) {
    fits(image.title, textWidth(image.title, 'bold', 14), image.width - 32);
    fits(image.subtitle, textWidth(image.subtitle, 'sans', 12.5), image.width - 32);
  }
  for (const { label } of scene.edges) {
    for (const { text, role } of label?.lines ?? []) {
      fits(text, textWidth(text, role === 'path' ? 'mono' : 'sans', 11.5), (label?.width ?? 0) - 18);
    }
  }
  return found;
}
