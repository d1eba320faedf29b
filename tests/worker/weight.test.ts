import { expect, test } from 'vitest';
import { analyse } from '../../src/core';
import { createCatalogue } from '../../src/catalogue/catalogue';

/** Objects an analysis has to send, each once. */
function objectsIn(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  return Object.values(value).reduce<number>((sum, part) => sum + objectsIn(part, seen), 1);
}

test('a line more is some tens of objects more to send, in a long file as in a short one', () => {
  const text = (lines: number): string =>
    `FROM debian:12\n${Array.from({ length: lines }, (_, i) => `ENV V${i}=1\nRUN echo ${i} > /f${i}\n`).join('')}`;
  const objects = (lines: number): number => objectsIn(analyse(text(lines), {}, createCatalogue()));
  const [few, some, many] = [objects(50), objects(100), objects(200)];
  expect(some - few).toBeLessThan(50 * 80);
  expect(many - some).toBeLessThan(2.2 * (some - few));
});
