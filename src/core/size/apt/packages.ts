// Sizing of apt-get steps: an AptIndex behind the shape that sizing speaks, by names instead of ids.
// Names of another architecture carry it (`libc6:i386`) in `added` and in what is present.

import type { PackageIndex } from '../facts';
import { closure } from './closure';
import { weighLayer } from './layer';
import { askedFor } from './request';
import type { AptIndex } from './types';

export interface AptNaming {
  /** `debian-12`. */
  readonly id: string;
  /** `Debian 12`. */
  readonly release: string;
  /** `Ubuntu 24.04` when this index stands in for it. */
  readonly standsInFor: string | null;
  /** Id of the complete index while this is the popular one and the complete one is not loaded. */
  readonly fuller: string | null;
}

/** How much wider a range is when another release's packages stand in, as a share. */
const STAND_IN_STRETCH = 0.12;

export function aptPackages(index: AptIndex, naming: AptNaming): PackageIndex {
  const label = `${naming.release} index of ${index.asOf}`;
  const stretch = naming.standsInFor === null ? 0 : STAND_IN_STRETCH;
  const idsOf = (names: Iterable<string>) => {
    const ids: number[] = [];
    for (const name of names) {
      const id = index.ids.get(name);
      if (id !== undefined && id < index.count) ids.push(id);
    }
    return ids;
  };
  const namesOf = (ids: readonly number[]) => ids.map((id) => index.names[id] ?? '');
  const bases = new Map<string, ReadonlySet<string>>();
  const readBase = (set: string): ReadonlySet<string> => {
    const [name = '', ...also] = set.split(',');
    const base = index.bases.get(name) ?? [];
    return new Set(namesOf([...base, ...closure(index, base, idsOf(also), false)]));
  };
  return {
    id: naming.id,
    label,
    evidence: { entry: label, source: `Debian ${index.suite} main/amd64, unpacked packages`, asOf: index.asOf },
    standsInFor: naming.standsInFor,
    fuller: naming.fuller,
    base(set) {
      if (set === null) return new Set();
      const known = bases.get(set) ?? readBase(set);
      bases.set(set, known);
      return known;
    },
    resolve(names, present, recommends) {
      const { ids, foreign, missing } = askedFor(index, names);
      const added = namesOf(closure(index, idsOf(present), ids, recommends));
      for (const { id, arch } of foreign) {
        const there = idsOf([...present].filter((name) => name.endsWith(`:${arch}`)).map(bare));
        added.push(...namesOf(closure(index, there, [id], recommends)).map((name) => `${name}:${arch}`));
      }
      return { added: [...new Set(added)], missing };
    },
    weigh: (added, present, slim) => weighLayer(index, idsOf(added.map(bare)), present, slim, stretch),
    // The lists grow a little with every security update.
    lists: { disk: grown(index.lists[0], stretch), pull: grown(index.lists[1], stretch) },
  };
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(0, colon);
}

function grown(bytes: number, stretch: number) {
  return {
    low: Math.round(bytes * (0.97 - 2 * stretch)),
    likely: bytes,
    high: Math.round(bytes * (1.04 + 3 * stretch)),
  };
}
