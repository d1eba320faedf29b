// Steps: what the author says about an instruction: the block of comment lines that ends on the line directly above it.
// In: the parsed file. Out: text by line, as written, newlines kept; an empty line or a parser directive ends a block. Lines that speak
// to a program (a size for this playground, a linter's ignore) are not read out.

import type { ParsedFile } from '../parse/instruction';
import { parseSize } from '../size/own';

const forPrograms = (comment: string): boolean => {
  const size = /^size\s*[:=]\s*([^/]+)/i.exec(comment.trim())?.[1];
  if (size !== undefined && parseSize(size) !== null) return true;
  return /^(?:hadolint\s.*ignore=|trivy:ignore|checkov:skip|nosemgrep|kics-scan)/i.test(comment.trim());
};

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
    for (let at = first; at < line; at++) {
      const comment = (comments.get(at) ?? '').trimEnd();
      if (!forPrograms(comment)) lines.push(comment);
    }
    return lines.join('\n').trim() || null;
  };
}
