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

/** `null` when the element is no instruction of the text. */
export function sizeComment(analysis: Analysis, element: string): SizeComment | null {
  const step = analysis.build.stages.flatMap((stage) => stage.steps).find((one) => one.id === element);
  if (!step || step.triggeredBy !== null) return null;
  const { line, column } = step.span.start;
  const lines = analysis.build.file.text.split(/\r\n|\n/);
  const above = /^\s*#\s*size\s*[:=]\s*(.*?)\s*$/i.exec(lines[line - 1] ?? '');
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
