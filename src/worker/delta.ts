// An answer as what differs from the answer before it. A keystroke changes little of an analysis, and taking in the rest
// once more would hold up the page: a long file's is some megabytes. What did not change stays the very same objects on
// the page's side, so that what is drawn from them need not be looked at again.

/** How one value becomes another: `is` in its place, or the same object or list but for some of its parts. */
export type Delta =
  | { readonly is: unknown }
  /** `keys` where other keys are there than before, or in another order. */
  | { readonly parts: readonly (readonly [key: string, Delta])[]; readonly keys?: readonly string[] }
  | { readonly items: readonly (readonly [index: number, Delta])[]; readonly length: number };

/**
 * `before` with the differences; parts that have none are the same objects. `own`: what was made for an answer of which more is to come, and
 * nobody else has seen: that is changed in its place.
 */
export function become(before: unknown, delta: Delta | null, own = new WeakSet()): unknown {
  if (delta === null) return before;
  if ('is' in delta) {
    if (typeof delta.is === 'object' && delta.is !== null) own.add(delta.is);
    return delta.is;
  }
  if ('items' in delta) {
    const old = before as readonly unknown[];
    const next = own.has(old) ? (old as unknown[]) : old.slice(0, delta.length);
    own.add(next);
    next.length = Math.min(next.length, delta.length);
    for (const [i, item] of delta.items) next[i] = become(next[i], item, own);
    return next;
  }
  const old = before as Record<string, unknown>;
  const { keys } = delta;
  const next = keys
    ? Object.fromEntries(keys.map((key) => [key, Object.hasOwn(old, key) ? old[key] : undefined]))
    : own.has(old)
      ? old
      : { ...old };
  own.add(next);
  for (const [key, part] of delta.parts) {
    const value = become(next[key], part, own);
    // Not by assignment: a variable of a Dockerfile may be called `__proto__`.
    Object.defineProperty(next, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return next;
}
