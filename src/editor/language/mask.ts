// Hides heredocs from the language service, whose parser takes their bodies for instructions in all but the plainest
// form: bodies and terminators become comment lines of the same length, `<<` becomes two plain signs. Every place stays.

import { Colouring } from '../highlight/colouring';

export interface Masked {
  readonly text: string;
  /** 0-based lines that are not what they were. */
  readonly hidden: ReadonlySet<number>;
}

export function mask(text: string): Masked {
  const rows = new Colouring().update(text);
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map((end) => end[0]);
  const hidden = new Set<number>();
  const lines = rows.map((row, i) => {
    if (row.before.body !== null) {
      hidden.add(i);
      return '#'.repeat(row.text.length) + (ends[i] ?? '');
    }
    const marks = row.after.heredocs.length > row.before.heredocs.length;
    return (marks ? row.text.replaceAll('<<', '__') : row.text) + (ends[i] ?? '');
  });
  return { text: lines.join(''), hidden };
}
