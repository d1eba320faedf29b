// Sizing of apt-get steps where an index stands in for another release: a name it lacks → the same package under the
// nearest version it has (`libgcc-13-dev` → libgcc-12-dev, `python3.12` → python3.11, `libssl3t64` → libssl3).
// Only numbers differ, or the `t64` that marks libraries rebuilt for 64-bit times.

import type { AptIndex } from './types';

const byShape = new WeakMap<AptIndex, Map<string, number[]>>();

/** The nearest relative's id; `null` when no name of this shape is known. */
export function nearestName(index: AptIndex, word: string): number | null {
  const name = word.replace(/[=/:].*$/, '');
  if (!/\d/.test(name)) return null;
  const wanted = versionIn(name);
  let best: number | null = null;
  let least = Infinity;
  for (const id of shapes(index).get(shapeOf(name)) ?? []) {
    const distance = apart(wanted, versionIn(index.names[id] ?? ''));
    if (distance >= least) continue;
    best = id;
    least = distance;
  }
  return best;
}

const shapeOf = (name: string): string => name.replace(/t64(?=$|-)/, '').replace(/\d+(?:\.\d+)*/g, '#');

/** Its last number: of `libboost1.74-dev` 1 and 74; what comes before the dot counts most. */
function versionIn(name: string): readonly number[] {
  const numbers = name.replace(/t64(?=$|-)/, '').match(/\d+(?:\.\d+)*/g);
  return (numbers?.at(-1) ?? '').split('.').map(Number);
}

function apart(one: readonly number[], other: readonly number[]): number {
  let distance = 0;
  for (let at = 0; at < Math.max(one.length, other.length); at += 1)
    distance += Math.abs((one[at] ?? 0) - (other[at] ?? 0)) / 1000 ** at;
  return distance;
}

function shapes(index: AptIndex): Map<string, number[]> {
  const known = byShape.get(index);
  if (known) return known;
  const made = new Map<string, number[]>();
  for (let id = 0; id < index.count; id += 1) {
    const name = index.names[id] ?? '';
    if (!/\d/.test(name)) continue;
    const shape = shapeOf(name);
    const ids = made.get(shape);
    if (ids) ids.push(id);
    else made.set(shape, [id]);
  }
  byShape.set(index, made);
  return made;
}
