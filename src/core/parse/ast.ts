// Parse: the only file that touches dockerfile-ast, the syntax library. In: the text, lines and columns unchanged, with
// everything left out that the library reads otherwise than BuildKit (arguments, heredoc bodies, comments inside
// continuations). Out: where instructions begin and what their keywords are.

import { DockerfileParser } from 'dockerfile-ast';
import { at, span } from '../text';
import type { Span } from '../text';

export interface SyntaxInstruction {
  /** As written, continuations taken out. */
  readonly keyword: string;
  readonly keywordSpan: Span;
}

interface LibraryRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

const toSpan = ({ start, end }: LibraryRange): Span =>
  span(at(start.line, start.character), at(end.line, end.character));

/** Instructions by the line on which each begins. */
export type Syntax = (masked: string) => ReadonlyMap<number, SyntaxInstruction>;

export const syntax: Syntax = (masked) => {
  const found = new Map<number, SyntaxInstruction>();
  for (const instruction of DockerfileParser.parse(masked).getInstructions()) {
    const keywordSpan = toSpan(instruction.getInstructionRange());
    found.set(keywordSpan.start.line, { keyword: instruction.getInstruction(), keywordSpan });
  }
  return found;
};
