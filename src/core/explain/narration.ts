// Steps: what the author says about an instruction: the block of comment lines that ends on the line directly above it.
// In: the parsed file. Out: text by line, as written, newlines kept; an empty line or a parser directive ends a block.

import type { ParsedFile } from '../parse/instruction';

/** Answers for the 0-based line of an instruction's keyword; `null` when nothing stands directly above. */
export function narrations(file: ParsedFile): (line: number) => string | null {
  const directives = new Set(file.directives.map(({ span }) => span.start.line));
  const comments = new Map<number, string>();
  for (const { span, text } of file.comments) {
    if (!directives.has(span.start.line)) comments.set(span.start.line, text);
  }
  return (line) => {
    let first = line;
    while (comments.has(first - 1)) first--;
    const lines: string[] = [];
    for (let at = first; at < line; at++) lines.push((comments.get(at) ?? '').trimEnd());
    return lines.join('\n').trim() || null;
  };
}
