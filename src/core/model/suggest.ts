// Model: "did you mean". In: a name and the names there are. Out: the nearest within two edits. Follows BuildKit's
// util/suggest (the first of the nearest wins; a name that is there needs no suggestion).

import { editsWithin } from '../distance';

/** Longer names are compared by nobody, and comparing takes length times length. */
const LONGEST = 200;

/** The nearest of `options`, or null. `anyCase`: letters compare without case and the answer takes the case of `name`. */
export function nearest(name: string, options: Iterable<string>, anyCase = false): string | null {
  if (name.length > LONGEST) return null;
  const wanted = anyCase ? name.toLowerCase() : name;
  let best: string | null = null;
  let least = 3;
  for (const option of options) {
    const candidate = anyCase ? option.toLowerCase() : option;
    if (candidate === wanted) return null;
    const distance = editsWithin(wanted, candidate, least - 1);
    if (distance === null) continue;
    least = distance;
    best = candidate;
  }
  if (best === null || !anyCase) return best;
  return name === name.toUpperCase() ? best.toUpperCase() : best;
}

/** ` (did you mean X?)`, or nothing. */
export function didYouMean(name: string, options: Iterable<string>, anyCase = false): string {
  const found = nearest(name, options, anyCase);
  return found === null ? '' : ` (did you mean ${found}?)`;
}
