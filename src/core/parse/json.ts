// Parse: the JSON array form of arguments. In: the arguments. Out: the strings, `null` where they are no JSON array (then
// they are a shell form), or the fault of an array that holds something else. Follows BuildKit's parseJSON.

import { skipSpace } from './blank';
import type { Part } from './split';

export const NOT_STRINGS = 'when using JSON array syntax, arrays must be comprised of strings only';

/** `'mixed'`: an array, but not of strings only. */
export function readJson(text: string): readonly string[] | 'mixed' | null {
  const start = skipSpace(text, 0);
  if (text[start] !== '[') return null;
  let value: unknown;
  try {
    value = JSON.parse(text.slice(start));
  } catch {
    return null;
  }
  if (!Array.isArray(value)) return null;
  return value.every((v): v is string => typeof v === 'string') ? value : 'mixed';
}

/** Where the strings of a JSON array stand; `strings` are what they mean. */
export function jsonParts(joined: string, from: number, to: number, strings: readonly string[]): Part[] {
  const literal = /"(?:[^"\\]|\\.)*"/gs;
  literal.lastIndex = from;
  const parts: Part[] = [];
  for (const text of strings) {
    const match = literal.exec(joined);
    if (!match || literal.lastIndex > to) break;
    parts.push({ text, from: match.index, to: literal.lastIndex });
  }
  return parts;
}
