// Finds how an answer differs from the answer before it. The first answer has none before it, so this loads behind it.

import type { Delta } from './delta';

type Parts = Readonly<Record<string, unknown>>;

export function isParts(value: unknown): value is Parts {
  if (typeof value !== 'object' || value === null) return false;
  const made: unknown = Object.getPrototypeOf(value);
  return made === Object.prototype || made === null;
}

/** Finds deltas, and with each what it costs to send beside the value whole, counted in single values. */
class Comparison {
  /** Of the delta found last; 0 where there is none. */
  cost = 0;
  /** Of the value compared last. */
  whole = 0;

  of(before: unknown, after: unknown): Delta | null {
    this.cost = 0;
    this.whole = 1;
    if (Object.is(before, after)) return null;
    let delta: Delta | null;
    if (Array.isArray(before) && Array.isArray(after)) delta = this.#items(before, after);
    else if (isParts(before) && isParts(after)) delta = this.#parts(before, after);
    else delta = { is: after };
    if (delta === null) return null;
    if ('is' in delta || this.cost >= this.whole) {
      this.cost = this.whole + 1;
      return { is: after };
    }
    return delta;
  }

  #items(before: readonly unknown[], after: readonly unknown[]): Delta | null {
    const items: [number, Delta][] = [];
    let cost = 1;
    let whole = 1;
    for (let i = 0; i < after.length; i++) {
      const delta = i < before.length ? this.of(before[i], after[i]) : this.#added(after[i]);
      whole += this.whole;
      if (!delta) continue;
      cost += this.cost + 2;
      items.push([i, delta]);
    }
    this.cost = cost;
    this.whole = whole;
    return items.length === 0 && before.length === after.length ? null : { items, length: after.length };
  }

  #parts(before: Parts, after: Parts): Delta | null {
    const parts: [string, Delta][] = [];
    const keys = Object.keys(after);
    const old = Object.keys(before);
    const alike = keys.length === old.length && keys.every((key, i) => key === old[i]);
    let cost = 1 + (alike ? 0 : keys.length);
    let whole = 1;
    for (const key of keys) {
      const delta = Object.hasOwn(before, key) ? this.of(before[key], after[key]) : this.#added(after[key]);
      whole += this.whole + 1;
      if (!delta) continue;
      cost += this.cost + 2;
      parts.push([key, delta]);
    }
    this.cost = cost;
    this.whole = whole;
    return !alike ? { parts, keys } : parts.length > 0 ? { parts } : null;
  }

  #added(value: unknown): Delta {
    this.whole = 1;
    this.cost = 2;
    return { is: value };
  }
}

/** What makes `after` of `before`; `null` where they are equal in all parts. */
export const difference = (before: unknown, after: unknown): Delta | null => new Comparison().of(before, after);

export type Difference = typeof difference;
