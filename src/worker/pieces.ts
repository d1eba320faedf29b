// A large difference in pieces that the page takes in one by one: reading a message holds it up as long as the message is
// large, and between two of them it can draw a letter that was typed. Made in order, the pieces come to the whole.

import type { Delta } from './delta';
import { isParts } from './difference';

/** Single values a piece may hold, and characters of text that count as one: about five milliseconds of the page's time. */
const MOST = 3_000;
const CHARACTERS = 200;

/** What a value costs to send, counted until it is more than fits. */
function weigh(value: unknown, most: number): number {
  if (typeof value === 'string') return 1 + value.length / CHARACTERS;
  if (typeof value !== 'object' || value === null) return 1;
  let sum = 1;
  for (const part of Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value)) {
    sum += weigh(part, most - sum);
    if (sum > most) break;
  }
  return sum;
}

/** Gathers parts into deltas as large as may be; a part too large for one comes in pieces of its own. */
function* gathered<K>(
  parts: Iterable<readonly [K, Delta]>,
  most: number,
  wrap: (some: readonly (readonly [K, Delta])[]) => Delta,
): Generator<Delta> {
  let some: (readonly [K, Delta])[] = [];
  let sum = 0;
  for (const part of parts) {
    const weight = weigh(part[1], most);
    if (sum + weight > most && some.length > 0) {
      yield wrap(some);
      some = [];
      sum = 0;
    }
    if (weight > most) {
      for (const piece of pieces(part[1], most)) if (piece) yield wrap([[part[0], piece]]);
    } else {
      some.push(part);
      sum += weight;
    }
  }
  if (some.length > 0) yield wrap(some);
}

const is = (value: unknown): Delta => ({ is: value });

/** Deltas that, taken in one after the other, do what the one does. */
export function* pieces(delta: Delta | null, most = MOST): Generator<Delta | null, void> {
  if (delta === null || ('parts' in delta && delta.parts.length === 0) || weigh(delta, most) <= most) {
    yield delta;
  } else if ('items' in delta) {
    const { length } = delta;
    yield* gathered(delta.items, most, (items) => ({ items, length }));
  } else if ('parts' in delta) {
    let { keys } = delta;
    yield* gathered(delta.parts, most, (parts) => {
      const first = keys;
      keys = undefined;
      return first ? { parts, keys: first } : { parts };
    });
  } else if (Array.isArray(delta.is)) {
    const list = delta.is as readonly unknown[];
    yield is([]);
    yield* gathered(
      list.map((item, i) => [i, is(item)] as const),
      most,
      (items) => ({ items, length: list.length }),
    );
  } else if (isParts(delta.is)) {
    yield is({});
    yield* pieces(
      { parts: Object.entries(delta.is).map(([key, part]) => [key, is(part)]), keys: Object.keys(delta.is) },
      most,
    );
  } else {
    yield delta;
  }
}
