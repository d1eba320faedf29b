// Sizing of apt-get steps: an AptIndex behind the shape that sizing speaks, by names instead of ids.
// Names of another architecture carry it (`libc6:i386`) in `added` and in what is present.

import type { Bytes, PackageIndex } from '../facts';
import { closure } from './closure';
import { weighLayer, type StandIn } from './layer';
import { nearestName } from './near';
import { askedFor } from './request';
import type { AptIndex } from './types';

export interface AptNaming {
  /** `debian-12`. */
  readonly id: string;
  /** `Debian 12`. */
  readonly release: string;
  /** `Ubuntu 24.04` and how it differs, when this index stands in for it. */
  readonly standsInFor: (StandIn & { readonly label: string; readonly lists: Bytes | null }) | null;
  /** Id of the complete index while this is the popular one and the complete one is not loaded. */
  readonly fuller: string | null;
}

export function aptPackages(index: AptIndex, naming: AptNaming): PackageIndex {
  const label = `${naming.release} index of ${index.asOf}`;
  const standIn = naming.standsInFor;
  // A name that the commonest ones lack is a popular one before it is a neighbour's.
  const whole = index.tier !== 'common';
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
    standsInFor: standIn?.label ?? null,
    factor: standIn?.factor ?? 1,
    fuller: naming.fuller,
    base(set) {
      if (set === null) return new Set();
      const known = bases.get(set) ?? readBase(set);
      bases.set(set, known);
      return known;
    },
    resolve(names, present, recommends) {
      const { ids, foreign, missing: unknown } = askedFor(index, names);
      const missing: string[] = [];
      for (const word of unknown) {
        const near = standIn && whole ? nearestName(index, word) : null;
        if (near === null) missing.push(word);
        else ids.push(near);
      }
      const added = namesOf(closure(index, idsOf(present), ids, recommends));
      for (const { id, arch } of foreign) {
        const there = idsOf([...present].filter((name) => name.endsWith(`:${arch}`)).map(bare));
        added.push(...namesOf(closure(index, there, [id], recommends)).map((name) => `${name}:${arch}`));
      }
      return { added: [...new Set(added)], missing };
    },
    nearest: (name) => index.names[nearestName(index, name) ?? -1] ?? null,
    weigh: (added, present, slim) => weighLayer(index, idsOf(added.map(bare)), present, slim, standIn ?? undefined),
    // The lists grow a little with every security update.
    lists: standIn?.lists ?? { disk: grown(index.lists[0]), pull: grown(index.lists[1]) },
  };
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(0, colon);
}

function grown(bytes: number) {
  return { low: Math.round(bytes * 0.97), likely: bytes, high: Math.round(bytes * 1.04) };
}
