import { describe, expect, it } from 'vitest';
import { draw } from '../../src/core';
import { walk } from '../../src/graph/walk';
import type { Direction } from '../../src/graph/walk';
import { calculator, sample } from '../core/scene/sample';

const { build, size } = sample(calculator);
const scene = draw(build, size, [], {});

describe('the walk by arrow keys', () => {
  it.each<[from: Parameters<typeof walk>[1], key: Direction, to: string]>([
    [null, 'right', 'stage:0'],
    ['stage:0', 'down', 'step:0.0'],
    ['step:0.0', 'down', 'step:0.1'],
    ['step:0.0', 'up', 'stage:0'],
    ['step:0.3', 'down', 'step:0.3'],
    ['stage:0', 'left', 'base:0'],
    ['base:0', 'left', 'image:ubuntu:latest'],
    ['image:ubuntu:latest', 'right', 'base:0'],
    ['base:0', 'right', 'stage:0'],
    ['step:0.3', 'right', 'link:1.1.0'],
    ['link:1.1.0', 'right', 'step:1.1'],
    ['step:1.1', 'left', 'link:1.1.0'],
    ['link:1.1.0', 'left', 'stage:0'],
    ['step:1.0', 'left', 'stage:1'],
    ['stage:1', 'last', 'stage:1'],
    ['step:1.2', 'first', 'stage:0'],
  ])('from %s, %s leads to %s', (from, key, to) => {
    expect(walk(scene, from, key)).toBe(to);
  });

  it('reaches every card and row from the first one by going right and down', () => {
    const seen = new Set<string>();
    const queue = [walk(scene, null, 'first')];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (at === null || seen.has(at)) continue;
      seen.add(at);
      for (const key of ['down', 'right', 'left', 'up'] as const) queue.push(walk(scene, at, key));
    }
    const all = scene.cards.flatMap(({ id, rows }) => [id, ...rows.map((row) => row.id)]);
    expect(all.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('goes straight down a picture that reads down', () => {
    const down = draw(build, size, [], { direction: 'down' });
    const seen: (string | null)[] = [];
    let at = walk(down, null, 'first');
    for (let count = 0; count < 20 && at !== seen.at(-1); count += 1) {
      seen.push(at);
      at = walk(down, at, 'down');
    }
    const [first, second] = down.cards;
    expect(seen).toEqual([first, second].flatMap((card) => (card ? [card.id, ...card.rows.map(({ id }) => id)] : [])));
    expect(walk(down, 'step:0.3', 'right')).toBe('link:1.1.0');
    expect(walk(down, 'stage:0', 'up')).toBe('image:ubuntu:latest');
  });

  it('stands still in an empty scene', () => {
    const empty = sample([]);
    expect(walk(draw(empty.build, empty.size, [], {}), null, 'right')).toBeNull();
  });
});
