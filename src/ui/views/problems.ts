// Problems sorted into what Docker says and what we advise, and the fixes that can be made together.

import type { Problem, TextEdit } from '../../core';

export interface ProblemGroups {
  /** What `docker build` and `docker build --check` would say. */
  readonly docker: readonly Problem[];
  readonly advice: readonly Problem[];
}

export function groupProblems(problems: readonly Problem[]): ProblemGroups {
  return {
    docker: problems.filter((problem) => problem.group !== 'advice'),
    advice: problems.filter((problem) => problem.group === 'advice'),
  };
}

/** Problems of the same rule that have a fix, `of` among them. */
export function sameKind(problems: readonly Problem[], of: Problem): readonly Problem[] {
  return problems.filter(
    (problem) => problem.fix && problem.rule !== null && problem.rule === of.rule && problem.group === of.group,
  );
}

const before = (a: TextEdit, b: TextEdit): number =>
  a.span.start.line - b.span.start.line ||
  a.span.start.column - b.span.start.column ||
  a.span.end.line - b.span.end.line ||
  a.span.end.column - b.span.end.column;

/** The edits of several fixes as one; of edits that overlap or repeat each other the first is kept. */
export function joinFixes(problems: readonly Problem[]): readonly TextEdit[] {
  const edits = problems.flatMap((problem) => problem.fix?.edits ?? []).sort(before);
  const kept: TextEdit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    const repeats = last && before(last, edit) === 0 && last.text === edit.text;
    const overlaps =
      last &&
      (edit.span.start.line < last.span.end.line ||
        (edit.span.start.line === last.span.end.line && edit.span.start.column < last.span.end.column));
    if (!repeats && !overlaps) kept.push(edit);
  }
  return kept;
}
