// What a package index says, by number → its text; `core/size/apt/decode.ts` reads it and tells the format.

import type { AptIndex } from '../../core';
import type { Columns } from './columns';

export interface AptSections {
  readonly header: Pick<AptIndex, 'suite' | 'tier' | 'asOf' | 'coefficients' | 'lists'>;
  /** Sorted; a package's number is its place. */
  readonly names: readonly string[];
  /** Provided names and who provides them, best first; their numbers follow those of the packages. */
  readonly virtual: readonly (readonly [name: string, providers: readonly number[]])[];
  readonly columns: readonly Columns[];
  /** Numbers of a wish's ways, in base 36, with `|` between. */
  readonly clauses: readonly string[];
  /** By package, numbers of clauses in base 36 with a blank between. */
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  /** Each base holds the one before. */
  readonly bases: ReadonlyMap<string, readonly number[]>;
}

export function writeApt(of: AptSections): string {
  const { header, columns } = of;
  const head = {
    v: 2,
    suite: header.suite,
    tier: header.tier,
    asOf: header.asOf,
    n: of.names.length,
    virt: of.virtual.length,
    clauses: of.clauses.length,
    coef: header.coefficients,
    lists: header.lists,
    bases: [...of.bases.keys()],
  };
  const column = (pick: (columns: Columns) => number) =>
    columns.map((each) => {
      const value = Math.round(pick(each));
      return value === 0 ? '' : value.toString(36);
    });
  const characters = (pick: (columns: Columns) => number, from: number, to: number) =>
    columns.map((each) => String.fromCharCode(Math.max(from, Math.min(to, from + Math.round(pick(each)))))).join('');
  const virtualNames = front(of.virtual.map(([name]) => name));
  const sections: readonly (readonly string[])[] = [
    [JSON.stringify(head)],
    front(of.names),
    of.virtual.map(
      ([, providers], i) => `${virtualNames[i] ?? ''}\t${providers.map((id) => id.toString(36)).join(',')}`,
    ),
    column((each) => each.fullKib).map((text) => (text === '' ? '0' : text)),
    [characters((each) => each.slimShare * 64, 48, 112)],
    [characters((each) => each.gzipShare * 90, 35, 125)],
    column((each) => each.gzipExcludedKib),
    column((each) => each.pythonKib),
    [characters((each) => (12 / 1.4) * Math.log2(each.files + 1), 35, 175)],
    of.clauses,
    of.depends,
    of.recommends,
    baseLines(of.bases),
    [columns.map((each) => each.weighed.charAt(0)).join('')],
  ];
  // A section without lines still has its empty line behind it.
  return sections.flatMap((lines) => [...lines, '']).join('\n');
}

/** First character: how many are shared with the line before, from `0` on. */
function front(names: readonly string[]): string[] {
  let before = '';
  return names.map((name) => {
    let shared = 0;
    while (shared < 76 && shared < before.length && before[shared] === name[shared]) shared++;
    before = name;
    return String.fromCharCode(48 + shared) + name.slice(shared);
  });
}

function baseLines(bases: ReadonlyMap<string, readonly number[]>): string[] {
  const before = new Set<number>();
  return [...bases.values()].map((ids) => {
    const added = ids.filter((id) => !before.has(id)).sort((a, b) => a - b);
    for (const id of ids) before.add(id);
    let last = 0;
    return added
      .map((id) => {
        const step = id - last;
        last = id;
        return step.toString(36);
      })
      .join(' ');
  });
}
