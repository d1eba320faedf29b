// A popular tier → the tier that loads before it: the commonest names with all that they may bring, answering for each
// of them as the popular tier does, to the byte. Whoever asks for another name is sent on to the popular tier.
//
// So every package here has the first way of each of its wishes here, too. What else would do stays in the wish while it
// is here; ways that are not are told by one package that nobody can ask for, as apt puts off a wish that has a choice.

import { decodeApt, type AptIndex } from '../../core';
import { writeApt } from './apt-write';
import { columnsOf, type Columns } from './columns';

/** Stands for packages that were left out; no package of Debian is named so. */
const LEFT_OUT = '~';
const NOTHING: Columns = {
  fullKib: 0,
  slimShare: 0,
  gzipShare: 0,
  gzipExcludedKib: 0,
  pythonKib: 0,
  files: 0,
  weighed: 'class',
};

/** `names` that the tier does not have are passed over. */
export function aptCommon(popular: string, names: Iterable<string>): string {
  const index = decodeApt(popular);
  const kept = closed(index, names);
  const real = [...kept].sort((a, b) => a - b);
  const ids = new Map(real.map((id, i) => [id, i]));
  const leftOut = real.length;
  const virtual = virtualIds(index, real, new Set(names));
  for (const [i, id] of virtual.entries()) ids.set(id, leftOut + 1 + i);
  const clauses = new Map<string, number>();
  const wishes = (of: readonly (readonly number[])[]): string[] => [
    ...real.map((id) =>
      (of[id] ?? [])
        .map((number) => {
          const text = clauseText(index, index.clauses[number] ?? [], ids, leftOut);
          if (!clauses.has(text)) clauses.set(text, clauses.size);
          return (clauses.get(text) ?? 0).toString(36);
        })
        .join(' '),
    ),
    '',
  ];
  const depends = wishes(index.depends);
  const recommends = wishes(index.recommends);
  return writeApt({
    header: { ...index, tier: 'common' },
    names: [...real.map((id) => index.names[id] ?? ''), LEFT_OUT],
    virtual: virtual.map((id, i) => {
      const providers = index.providers[id - index.count] ?? [];
      const here = providers.flatMap((each) => ids.get(each) ?? []);
      // Whoever asks for it by name would get another provider here: only wishes may know it.
      const asked = providers[0] !== undefined && ids.has(providers[0]);
      return [asked ? (index.names[id] ?? '') : `${LEFT_OUT}${String(i)}`, here];
    }),
    columns: [...real.map((id) => columnsOf(index, id)), NOTHING],
    clauses: [...clauses.keys()],
    depends,
    recommends,
    bases: new Map([...index.bases].map(([base, of]) => [base, of.flatMap((id) => ids.get(id) ?? [])])),
  });
}

/** The bases, the names, and of every wish the first way, recommended or not. */
function closed(index: AptIndex, names: Iterable<string>): Set<number> {
  const first = (id: number | undefined): number | undefined =>
    id === undefined || id < index.count ? id : index.providers[id - index.count]?.[0];
  const asked = [...names].flatMap((name) => first(index.ids.get(name)) ?? []);
  const kept = new Set([...[...index.bases.values()].flat(), ...asked]);
  for (const id of kept)
    for (const number of [...(index.depends[id] ?? []), ...(index.recommends[id] ?? [])]) {
      const way = index.clauses[number]?.map(first).find((each) => each !== undefined);
      if (way !== undefined) kept.add(way);
    }
  return kept;
}

/** Provided names that a wish of a kept package may be met by, or that people ask for. */
function virtualIds(index: AptIndex, real: readonly number[], names: ReadonlySet<string>): number[] {
  const kept = new Set(real);
  const wished = new Set(
    real.flatMap((id) =>
      [...(index.depends[id] ?? []), ...(index.recommends[id] ?? [])].flatMap((number) => index.clauses[number] ?? []),
    ),
  );
  return index.providers.flatMap((providers, i) => {
    const id = index.count + i;
    const first = providers[0];
    const useful = wished.has(id) && providers.some((each) => kept.has(each));
    const asked = names.has(index.names[id] ?? '') && first !== undefined && kept.has(first);
    return useful || asked ? [id] : [];
  });
}

function clauseText(
  index: AptIndex,
  clause: readonly number[],
  ids: ReadonlyMap<number, number>,
  leftOut: number,
): string {
  const ways = (among: (id: number) => boolean): number =>
    new Set(clause.flatMap((id) => (id < index.count ? [id] : (index.providers[id - index.count] ?? []))).filter(among))
      .size;
  const here = clause.flatMap((id) => ids.get(id) ?? []);
  const missed = ways(() => true) > 1 && ways((id) => ids.has(id)) < 2;
  return [...here, ...(missed ? [leftOut] : [])].map((id) => id.toString(36)).join('|');
}
