// Step 3 of the walk: text → measurement. What was pasted or dropped is recognised by itself, whatever tool printed it.

import { readJson } from './json';
import type { Measurement } from './measurement';
import { readTable } from './tables';

/** UTF-16 units. dive lists every file of an image; nothing that measures images is longer. */
const LONGEST = 40_000_000;

/** `null` when the text is nothing that measures images. Never throws. */
export function recognise(text: string): Measurement | null {
  return text.length > LONGEST ? null : (readJson(text) ?? readTable(text));
}
