// Parse, the lowest step: what counts as a blank. BuildKit uses two notions side by side: Go's `unicode.IsSpace` when it
// trims, and the class `[\t\v\f\r ]` when it splits. Both are given here as tests on UTF-16 code units.

/** Go's `unicode.IsSpace`. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code === 0x85 || code === 0xa0) return true;
  if (code < 0x1680) return false;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The class `[\t\v\f\r ]` at which BuildKit splits a command from its arguments and plain arguments from one another. */
export function isSplitter(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c || code === 0x0d;
}

/** Index of the first character from `from` on that is no space, or `end`. */
export function skipSpace(text: string, from: number, end = text.length): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Index behind the last character before `end` that is no space, not below `from`. */
export function trimEnd(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}

/** Go's `strings.TrimSpace`. */
export function trimSpace(text: string): string {
  const start = skipSpace(text, 0);
  return text.slice(start, trimEnd(text, start, text.length));
}
