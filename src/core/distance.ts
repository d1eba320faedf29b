// How many letters must be added, taken away or changed to turn one word into another (Levenshtein), for "did you mean".
// Names are compared with all others, so what is too far is told apart from its letters alone, before any counting.

/** One bit for each letter that occurs, letters 32 apart sharing theirs. An edit changes at most two of them. */
function letters(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitsSet(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The edits between two words where they are at most `most`; `null` where they are more. */
export function editsWithin(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most || bitsSet(letters(a) ^ letters(b)) > 2 * most) return null;
  // What both begin or end with needs no edits.
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const width = endB - start;
  if (row.length <= width) row = new Uint32Array(2 * width);
  for (let j = 0; j <= width; j++) row[j] = j;
  for (let i = start; i < endA; i++) {
    let diagonal = row[0] ?? 0;
    let left = i - start + 1;
    let least = left;
    row[0] = left;
    for (let j = 1; j <= width; j++) {
      const above = row[j] ?? 0;
      const change = diagonal + (a.charCodeAt(i) === b.charCodeAt(start + j - 1) ? 0 : 1);
      left = Math.min(change, above + 1, left + 1);
      diagonal = above;
      row[j] = left;
      if (left < least) least = left;
    }
    if (least > most) return null;
  }
  const edits = row[width] ?? 0;
  return edits <= most ? edits : null;
}

/** The line of the table that is being filled, for all calls. */
let row = new Uint32Array(64);
