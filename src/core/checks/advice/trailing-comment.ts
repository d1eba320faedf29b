// trailing-comment: `FROM x # why`. Docker knows comments only on lines of their own and takes the rest for arguments.
// Every such line is told what would happen to it; the fix moves the comment above, and `fixAll` does so for the whole file.

import type { Instruction, Word } from '../../parse/instruction';
import { at, span, type TextEdit } from '../../text';
import { newlineOf, replace } from '../edits';
import type { Fix } from '../problem';
import type { AdviceRule, Finding } from '../rule';
import { noBytes } from '../shipped';
import type { View } from '../view';

interface Consequence {
  /** Continues "Docker reads `# why` as arguments, ". */
  readonly text: string;
  /** Whether the build or the program fails by it; else it only means something else. */
  readonly fails: boolean;
}

const NAMES: Readonly<Record<string, string>> = { WORKDIR: 'folder', USER: 'user', MAINTAINER: 'maintainer' };

/** What Docker would make of the line. */
function consequence({ keyword, json, rest, words }: Instruction, comment: string): Consequence {
  if (json !== null)
    return { text: 'so the list is no JSON any more: a shell gets the whole of it and fails', fails: true };
  switch (keyword) {
    case 'FROM':
      return { text: 'so this FROM does not parse', fails: true };
    case 'COPY':
    case 'ADD':
      return { text: 'so the last word is the destination and the others are files, which are not there', fails: true };
    case 'WORKDIR':
    case 'USER':
    case 'MAINTAINER':
      return { text: `so the ${NAMES[keyword] ?? ''} is called \`${rest} ${comment}\``, fails: false };
    case 'STOPSIGNAL':
      return { text: 'so they belong to the name of the signal, which Docker does not know', fails: true };
    case 'ARG':
      return { text: 'so it declares arguments of these names', fails: false };
    case 'ENV':
    case 'LABEL':
      if (words[0]?.text.includes('=')) return { text: 'so it looks for name=value in them and fails', fails: true };
      return { text: 'so they become part of the value', fails: false };
    case 'EXPOSE':
      return { text: 'so it takes them for ports and fails', fails: true };
    case 'VOLUME':
      return { text: 'so it makes volumes of these names', fails: false };
    default:
      return { text: `so this ${keyword} does not parse`, fails: true };
  }
}

/** In a shell form the shell skips the comment: `RUN make # builds it`. */
const SHELL_COMMENT = /^(?:[^"'#\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*'|(?<=\S)#)*?\s(#.*)$/;

function shellComment(view: View, instruction: Instruction): Word | null {
  if (!['RUN', 'CMD', 'ENTRYPOINT'].includes(instruction.keyword) || instruction.json !== null) return null;
  const { line } = instruction.restSpan.start;
  if (instruction.span.end.line !== line) return null;
  const text = (view.lines[line] ?? '').slice(instruction.restSpan.start.column, instruction.restSpan.end.column);
  const comment = SHELL_COMMENT.exec(text)?.[1];
  if (comment === undefined) return null;
  const start = instruction.restSpan.start.column + text.length - comment.length;
  return { text: comment, span: span(at(line, start), at(line, start + comment.length)) };
}

/** Above this line directives may still be read, so a comment like `# escape=x` would turn into one. */
function inDirectives(view: View, line: number): boolean {
  return view.lines.slice(0, line).every((text) => /^\s*#\s*\w+\s*=/.test(text));
}

function fixOf(view: View, instruction: Instruction, comment: Word): Fix {
  const { start, end } = comment.span;
  const before = view.lines[start.line]?.slice(0, start.column) ?? '';
  const cut = replace(span(at(start.line, before.trimEnd().length), end), '');
  const text = comment.text.replace(/\s+/g, ' ').trim();
  if (text === '#') return { title: 'Remove the #', edits: [cut] };
  const first = instruction.span.start.line;
  const indent = /^\s*/.exec(view.lines[first] ?? '')?.[0] ?? '';
  const newline = newlineOf(view);
  const apart = /^#\s*\w+\s*=/.test(text) && inDirectives(view, first) ? `${indent}#${newline}` : '';
  const above: TextEdit = replace(span(at(first, 0), at(first, 0)), `${apart}${indent}${text}${newline}`);
  return { title: 'Move the comment to its own line', edits: [above, cut] };
}

const quoted = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function findingOf(view: View, instruction: Instruction): Finding[] {
  const comment = instruction.trailingComment;
  if (comment === null) return [];
  const { text, fails } = consequence(instruction, comment.text);
  return [
    {
      message: `Docker reads \`${quoted(comment.text)}\` as arguments, ${text}.`,
      span: comment.span,
      element: view.elements.get(instruction.index) ?? null,
      fix: fixOf(view, instruction, comment),
      severity: fails ? 'error' : 'warning',
      cost: noBytes(view),
      paid: 'in the image',
    },
  ];
}

/** Told only beside real trailing comments, so that one fix makes the whole file alike. */
function shellFindingOf(view: View, instruction: Instruction): Finding[] {
  const comment = instruction.trailingComment === null ? shellComment(view, instruction) : null;
  if (comment === null) return [];
  return [
    {
      message: `Docker passes \`${quoted(comment.text)}\` on to the shell, which skips it.`,
      explanation:
        'In this one form a comment at the end of the line does no harm, because the shell knows such comments. It still ends up in the image history. Move it to its own line like the others.',
      span: comment.span,
      element: view.elements.get(instruction.index) ?? null,
      fix: fixOf(view, instruction, comment),
      severity: 'info',
      cost: noBytes(view),
      paid: 'in the image',
    },
  ];
}

export const TRAILING_COMMENT = 'trailing-comment';

export const trailingComment: AdviceRule = {
  name: TRAILING_COMMENT,
  severity: 'error',
  explanation:
    'Docker knows comments only on lines of their own, where # is the first character. Behind an instruction # is an argument like any other. Move the comment to its own line above.',
  find: (view) => {
    const { instructions } = view.build.file;
    const found = instructions.flatMap((instruction) => findingOf(view, instruction));
    if (found.length === 0) return [];
    return [...found, ...instructions.flatMap((instruction) => shellFindingOf(view, instruction))];
  },
};
