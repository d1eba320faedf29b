// What must hold for every scene: read off the scene as it will be drawn, not from how it was made.
import type { Box, Scene } from '../../../src/core';
import { textWidth } from '../../../src/core/scene/text-width';

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

interface Named {
  readonly name: string;
  readonly box: Box;
}

const boxesOf = (scene: Scene): Named[] => [
  ...scene.cards.map((box) => ({ name: box.title, box })),
  ...scene.images.map((box) => ({ name: box.full, box })),
];

const labelsOf = (scene: Scene): Named[] =>
  scene.edges.flatMap(({ key, label }) => (label ? [{ name: key, box: label }] : []));

/** Points along a path of commands M, L and C, close enough that none hides in a card. */
export function pointsOf(path: string): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [];
  for (const [, command, list] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const n = (list ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const last = points.at(-1);
    if (command === 'M' || !last) points.push({ x: n[0] ?? NaN, y: n[1] ?? NaN });
    else {
      const control = command === 'L' ? [last.x, last.y, n[0], n[1], n[0], n[1]] : n;
      const [ax = NaN, ay = NaN, bx = NaN, by = NaN, x = NaN, y = NaN] = control;
      for (let step = 1; step <= 40; step += 1) {
        const t = step / 40;
        const u = 1 - t;
        points.push({
          x: u ** 3 * last.x + 3 * u * u * t * ax + 3 * u * t * t * bx + t ** 3 * x,
          y: u ** 3 * last.y + 3 * u * u * t * ay + 3 * u * t * t * by + t ** 3 * y,
        });
      }
    }
  }
  return points;
}

/** Whether the box around a path and its control points meets `box`. */
function mayTouch(path: string, width: number, box: Box): boolean {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  const xs = numbers.filter((_, nth) => nth % 2 === 0);
  const ys = numbers.filter((_, nth) => nth % 2 === 1);
  const x = Math.min(...xs);
  const y = Math.min(...ys) - width;
  return overlap({ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) + width - y }, box);
}

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
    const near = boxes.filter(({ box }) => mayTouch(edge.path, edge.width, box));
    for (const { x, y } of pointsOf(edge.path)) {
      const half = edge.width / 2;
      const crossed = near.find(
        ({ box }) =>
          x > box.x + 0.2 && x < box.x + box.width - 0.2 && y + half > box.y && y - half < box.y + box.height,
      );
      if (crossed) {
        found.push(`${edge.key} crosses ${crossed.name}`);
        break;
      }
      if (!(x >= 0 && x <= scene.width && y - half >= 0 && y + half <= scene.height)) {
        found.push(`${edge.key} leaves the scene`);
        break;
      }
    }
    const to = scene.cards.find(({ id }) => id === edge.to);
    if (!to || edge.tip.x !== to.x || edge.tip.y < to.y || edge.tip.y > to.y + to.height) {
      found.push(`${edge.key} does not reach its card`);
    }
  }
  return [...found, ...textFlaws(scene)];
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
