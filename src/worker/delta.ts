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
