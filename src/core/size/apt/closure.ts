// Sizing of apt-get steps: which packages an install brings. In: an index, what is installed, what is asked for.
// Out: new ids in the order apt marks them. Follows apt's own marking: Depends with one way to satisfy them at once,
// those with a choice afterwards and oldest first, Recommends when all that is settled. Conflicts are not looked at.

import type { AptIndex } from './types';

/** `installed` is not changed. Every id of `asked` may be virtual: its first provider is taken unless one is installed. */
export function closure(
  index: AptIndex,
  installed: Iterable<number>,
  asked: readonly number[],
  recommends: boolean,
): number[] {
  const has = new Uint8Array(index.names.length);
  const have = (id: number) => {
    has[id] = 1;
    for (const virtual of index.provides.get(id) ?? []) has[virtual] = 1;
  };
  for (const id of installed) have(id);
  const marked: number[] = [];
  const choices: number[] = [];
  const wished: number[] = [];
  let done = 0;
  const mark = (id: number) => {
    const real = providerOf(index, id);
    if (real === null || has[id] === 1 || has[real] === 1) return;
    have(real);
    marked.push(real);
  };
  const satisfied = (clause: readonly number[]) => clause.some((id) => has[id] === 1);
  const force = () => {
    for (; done < marked.length; done++) {
      const id = marked[done] ?? 0;
      for (const number of index.depends[id] ?? []) {
        const clause = index.clauses[number] ?? [];
        if (satisfied(clause)) continue;
        if (ways(index, clause) === 1) settle(clause);
        else choices.push(number);
      }
      if (recommends) wished.push(...(index.recommends[id] ?? []));
    }
  };
  const settle = (clause: readonly number[]) => {
    const first = clause.find((id) => providerOf(index, id) !== null);
    if (first !== undefined) mark(first);
  };
  for (const id of asked) mark(id);
  force();
  for (let choice = 0, wish = 0; choice < choices.length || wish < wished.length;) {
    const number = choice < choices.length ? choices[choice++] : wished[wish++];
    const clause = index.clauses[number ?? 0] ?? [];
    if (satisfied(clause)) continue;
    settle(clause);
    force();
  }
  return marked;
}

/** The package itself, or a virtual name's best provider; `null` when there is none. */
function providerOf(index: AptIndex, id: number): number | null {
  return id < index.count ? id : (index.providers[id - index.count]?.[0] ?? null);
}

/** How many different packages could satisfy a clause, counted up to two. */
function ways(index: AptIndex, clause: readonly number[]): number {
  let only: number | null = null;
  for (const id of clause)
    for (const real of id < index.count ? [id] : (index.providers[id - index.count] ?? [])) {
      if (only !== null && only !== real) return 2;
      only = real;
    }
  return only === null ? 0 : 1;
}
