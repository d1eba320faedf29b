// The file as a tree, for the editor's "go to symbol": stages, and in each its instructions.

import type { Build, Span } from '../../core';
import { span } from '../../core';

export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'stage' | 'instruction' | 'argument';
  readonly span: Span;
  /** What is selected on going there. */
  readonly head: Span;
  readonly children: readonly OutlineEntry[];
}

export function outline(build: Build): readonly OutlineEntry[] {
  const { instructions } = build.file;
  const first = build.stages[0]?.instruction ?? instructions.length;
  const globals = instructions.slice(0, first).map((one): OutlineEntry => ({
    name: `${one.keyword} ${one.rest}`.trim(),
    detail: '',
    kind: 'argument',
    span: one.span,
    head: one.keywordSpan,
    children: [],
  }));
  const stages = build.stages.flatMap((stage): OutlineEntry[] => {
    const from = instructions[stage.instruction];
    if (!from) return [];
    const children = stage.steps
      .filter((step) => step.triggeredBy === null)
      .map((step): OutlineEntry => ({
        name: step.text,
        detail: '',
        kind: 'instruction',
        span: step.span,
        head: instructions[step.instruction]?.keywordSpan ?? step.span,
        children: [],
      }));
    const end = children.at(-1)?.span.end ?? from.span.end;
    return [
      {
        name: stage.label,
        detail: stage.base.kind === 'scratch' ? 'from scratch' : `from ${stage.base.written}`,
        kind: 'stage',
        span: span(from.span.start, end),
        head: stage.nameSpan ?? from.keywordSpan,
        children,
      },
    ];
  });
  return [...globals, ...stages];
}
