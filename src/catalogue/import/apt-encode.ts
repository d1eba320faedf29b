// Packages with their columns → text of a generated package index: names become numbers, wishes clauses.

import type { AptIndex } from '../../core';
import { writeApt } from './apt-write';
import type { Columns } from './columns';
import type { DebianPackage } from './debian';

export interface AptSource {
  readonly suite: string;
  readonly tier: AptIndex['tier'];
  readonly asOf: string;
  /** What the index holds, with each one's columns. */
  readonly packages: readonly { readonly of: DebianPackage; readonly columns: Columns }[];
  readonly coefficients: AptIndex['coefficients'];
  readonly lists: readonly [number, number];
  /** Names of each base's packages, each base holding the one before. */
  readonly bases: ReadonlyMap<string, readonly string[]>;
  /** Order of providers that is known already, best first. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
}

export function encodeApt(source: AptSource): string {
  const packages = [...source.packages].sort((a, b) => (a.of.name < b.of.name ? -1 : 1));
  const real = new Map(packages.map(({ of }, i) => [of.name, i]));
  const virtual = virtualNames(
    packages.map(({ of }) => of),
    real,
    source.providers,
  );
  const ids = new Map([...real, ...[...virtual.keys()].map((name, i) => [name, packages.length + i] as const)]);
  const clauses = new Map<string, number>();
  const numbersOf = (wishes: readonly (readonly string[])[], own: string) => {
    const numbers = new Set<number>();
    for (const wish of wishes) {
      const alternatives = wish.flatMap((name) => ids.get(name) ?? []);
      if (alternatives.length === 0 || wish.includes(own)) continue;
      const text = [...new Set(alternatives)].map((id) => id.toString(36)).join('|');
      if (!clauses.has(text)) clauses.set(text, clauses.size);
      numbers.add(clauses.get(text) ?? 0);
    }
    return [...numbers].map((number) => number.toString(36)).join(' ');
  };
  const depends = packages.map(({ of }) => numbersOf(of.depends, of.name));
  const recommends = packages.map(({ of }) => numbersOf(of.recommends, of.name));
  return writeApt({
    header: source,
    names: packages.map(({ of }) => of.name),
    virtual: [...virtual].map(([name, providers]) => [name, providers.map((each) => real.get(each) ?? 0)]),
    columns: packages.map(({ columns }) => columns),
    clauses: [...clauses.keys()],
    depends,
    recommends,
    bases: new Map([...source.bases].map(([base, names]) => [base, names.flatMap((name) => real.get(name) ?? [])])),
  });
}

/**
 * Provided names, each with its providers, best first. A package whose name another one provides (`libencode-perl`, which
 * perl brings along) is among them where something asks for it, as its own best provider.
 */
function virtualNames(
  packages: readonly DebianPackage[],
  real: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, readonly string[]>,
): Map<string, readonly string[]> {
  const asked = new Set(packages.flatMap((each) => [...each.depends, ...each.recommends].flat()));
  const providers = new Map<string, DebianPackage[]>();
  for (const each of packages)
    for (const name of each.provides) {
      // Versioned names of language libraries are many and only their own kind asks for them.
      if (
        name === each.name ||
        (!asked.has(name) &&
          (real.has(name) || name.length > 40 || /^(?:librust|libghc|golang|node|r-api|python3\.\d)/.test(name)))
      )
        continue;
      const list = providers.get(name);
      const namesake = packages[real.get(name) ?? -1];
      if (list) list.push(each);
      else providers.set(name, namesake ? [namesake, each] : [each]);
    }
  return new Map(
    [...providers]
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([name, list]) => {
        const rank = known.get(name) ?? [];
        const at = (each: DebianPackage) => (rank.includes(each.name) ? rank.indexOf(each.name) : rank.length);
        const other = (each: DebianPackage) => (each.name === name ? 0 : 1);
        // apt takes the package of that name, else the best priority, then the name that sorts last.
        const sorted = list.sort(
          (a, b) => other(a) - other(b) || a.priority - b.priority || at(a) - at(b) || (a.name < b.name ? 1 : -1),
        );
        return [name, [...new Set(sorted.map((each) => each.name))]];
      }),
  );
}
