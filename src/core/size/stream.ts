// Step 3 of the walk, for RUN: text that a script prints, as bytes.

import { written } from './entry';
import type { Stream } from './shell';

export const printed = (text: string): Stream => ({
  ...written(byteLength(text)),
  grounds: { certainty: 'exact', reason: 'Text written in the Dockerfile.' },
  text,
});

/** Length in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
