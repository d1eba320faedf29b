// Sizing of package steps where an index stands in for another release: a name it lacks → the same package under the
// nearest version it has (`libgcc-13-dev` → libgcc-12-dev, `python3.12` → python3.11, `libssl3t64` → libssl3).
// Only numbers differ, or the `t64` that marks libraries rebuilt for 64-bit times.

/** Names by id, sorted; only the first `count` are packages. */
interface Names {
  readonly names: readonly string[];
  readonly count: number;
}

/** The nearest relative's id; `null` when no name of this shape is known. */
export function nearestName(index: Names, word: string): number | null {
  const name = word.replace(/[=/:].*$/, '');
  const digit = name.search(/\d/);
  if (digit < 1) return null;
  const prefix = name.slice(0, digit);
  const shape = shapeOf(name);
  const wanted = versionIn(name);
  let best: number | null = null;
  let least = Infinity;
  for (let id = firstFrom(index, prefix); id < index.count; id += 1) {
    const other = index.names[id] ?? '';
    if (!other.startsWith(prefix)) break;
    const distance = shapeOf(other) === shape ? apart(wanted, versionIn(other)) : Infinity;
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

/** The first real name that is not before `prefix`; names are sorted. */
function firstFrom(index: Names, prefix: string): number {
  let low = 0;
  let high = index.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.names[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
