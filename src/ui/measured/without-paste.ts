// The Dockerfile without what was pasted into it by mistake.

/** `before`: the text before the paste. Keeps whatever was typed elsewhere since; without a trace of the paste, all. */
export function withoutPaste(text: string, pasted: string, before: string): string {
  const plain = (one: string): string => one.replace(/\r\n?/g, '\n');
  const [now, block] = [plain(text), plain(pasted)];
  const at = now.indexOf(block);
  if (at < 0) return text;
  const [head, tail] = [now.slice(0, at), now.slice(at + block.length)];
  // What the paste took the place of comes back when nothing else has changed.
  const was = plain(before);
  const untouched = was.length >= head.length + tail.length && was.startsWith(head) && was.endsWith(tail);
  return untouched ? before : head + tail;
}
