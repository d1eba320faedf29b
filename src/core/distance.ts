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
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  let next = row.slice();
  for (let i = 1; i <= a.length; i++) {
    let left = i;
    let least = i;
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      left = Math.min(change, (row[j] ?? 0) + 1, left + 1);
      next[j] = left;
      if (left < least) least = left;
    }
    if (least > most) return null;
    [row, next] = [next, row];
  }
  const edits = row[b.length] ?? 0;
  return edits <= most ? edits : null;
}
