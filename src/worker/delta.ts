// An answer as what differs from the answer before it. A keystroke changes little of an analysis, and taking in the rest
// once more would hold up the page: a long file's is some megabytes. What did not change stays the very same objects on
// the page's side, so that what is drawn from them need not be looked at again.

/** How one value becomes another: `is` in its place, or the same object or list but for some of its parts. */
export type Delta =
  | { readonly is: unknown }
  /** `keys` where other keys are there than before, or in another order. */
  | { readonly parts: readonly (readonly [key: string, Delta])[]; readonly keys?: readonly string[] }
  | { readonly items: readonly (readonly [index: number, Delta])[]; readonly length: number };

type Parts = Readonly<Record<string, unknown>>;

function isParts(value: unknown): value is Parts {
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

/** `before` with the differences; parts that have none are the same objects. */
export function become(before: unknown, delta: Delta | null): unknown {
  if (delta === null) return before;
  if ('is' in delta) return delta.is;
  if ('items' in delta) {
    const next = (before as readonly unknown[]).slice(0, delta.length);
    for (const [i, item] of delta.items) next[i] = become(next[i], item);
    return next;
  }
  const old = before as Parts;
  const changed = new Map(delta.parts);
  // Not by assignment: a variable of a Dockerfile may be called `__proto__`.
  return Object.fromEntries(
    (delta.keys ?? Object.keys(old)).map((key) => [
      key,
      become(Object.hasOwn(old, key) ? old[key] : undefined, changed.get(key) ?? null),
    ]),
  );
}
