// Sets a size by hand in the text itself: a `# size: 12MB` comment on the line before an instruction.

import { at, span, type Analysis, type Span, type TextEdit } from '../../core';

export interface SizeComment {
  readonly edits: readonly TextEdit[];
  /** The number, once the edits are made: what the person types over. */
  readonly value: Span;
}

/** The bytes as they can be written in such a comment: `752MB`. */
function written(bytes: number): string {
  const [unit, factor] = (
    [
      ['GB', 1e9],
      ['MB', 1e6],
      ['kB', 1e3],
    ] as const
  ).find(([, scale]) => bytes >= scale) ?? ['B', 1];
  const value = bytes / factor;
  return `${value < 10 && unit !== 'B' ? value.toFixed(1) : Math.round(value)}${unit}`;
}

const COMMENT = /^\s*#\s*size\s*[:=]\s*(.*?)\s*$/i;

/** The lines of the instructions that a size comment for the element would stand above, 0-based. */
function linesOf({ build }: Analysis, element: string): number[] {
  const step = build.stages.flatMap((stage) => stage.steps).find((one) => one.id === element);
  if (step) return step.triggeredBy === null ? [step.span.start.line] : [];
  return build.stages.flatMap(({ base, span: { start } }) =>
    base.kind === 'image' && base.id === element ? [start.line] : [],
  );
}

/** Where a `# size:` comment stands above a line; `null` when there is none in the comments right above it. */
function commentAbove(lines: readonly string[], line: number): number | null {
  for (let at = line - 1; at >= 0 && /^\s*#/.test(lines[at] ?? ''); at -= 1)
    if (COMMENT.test(lines[at] ?? '')) return at;
  return null;
}

/** What the text itself says of an element's size; `null` when it says nothing. */
export function writtenSize(analysis: Analysis, element: string): string | null {
  const lines = analysis.build.file.text.split(/\r\n|\n/);
  for (const line of linesOf(analysis, element)) {
    const at = commentAbove(lines, line);
    const found = at === null ? null : COMMENT.exec(lines[at] ?? '')?.[1];
    if (found) return found;
  }
  return null;
}

/**
 * Edits that put `# size: value` above the element's instruction, in place of one that stands there; `null` takes it
 * away. An image is written above every FROM that names it. No edits when there is no such instruction in the text.
 */
export function writeSize(analysis: Analysis, element: string, value: string | null): readonly TextEdit[] {
  const { text } = analysis.build.file;
  const lines = text.split(/\r\n|\n/);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return linesOf(analysis, element).flatMap((line): TextEdit[] => {
    const above = commentAbove(lines, line);
    const indent = /^[ \t]*/.exec(lines[line] ?? '')?.[0] ?? '';
    const comment = value === null ? '' : `${indent}# size: ${value}${newline}`;
    const place = above === null ? span(at(line, 0), at(line, 0)) : span(at(above, 0), at(above + 1, 0));
    return value === null && above === null ? [] : [{ span: place, text: comment }];
  });
}

/** `null` when the element is no instruction of the text. */
export function sizeComment(analysis: Analysis, element: string): SizeComment | null {
  const step = analysis.build.stages.flatMap((stage) => stage.steps).find((one) => one.id === element);
  if (!step || step.triggeredBy !== null) return null;
  const { line, column } = step.span.start;
  const lines = analysis.build.file.text.split(/\r\n|\n/);
  const above = COMMENT.exec(lines[line - 1] ?? '');
  if (above) {
    const from = (lines[line - 1] ?? '').lastIndexOf(above[1] ?? '');
    return { edits: [], value: span(at(line - 1, from), at(line - 1, from + (above[1] ?? '').length)) };
  }
  const added = analysis.size.steps[step.id]?.added;
  const value = written(added?.kind === 'known' ? added.disk.likely : 10e6);
  const head = '# size: ';
  const newline = analysis.build.file.text.includes('\r\n') ? '\r\n' : '\n';
  const indent = (lines[line] ?? '').slice(0, column);
  const place = at(line, 0);
  const from = indent.length + head.length;
  return {
    edits: [{ span: span(place, place), text: `${indent}${head}${value}${newline}` }],
    value: span(at(line, from), at(line, from + value.length)),
  };
}
