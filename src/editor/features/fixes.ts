// Quick fixes: each safe fix of a problem, all of one kind at once, and keeping Docker's check quiet by a directive.

import type { Analysis, Problem, Span, TextEdit } from '../../core';
import { before } from '../elements';
import { skipRule } from './skip';

export interface QuickFix {
  readonly title: string;
  readonly problem: Problem;
  readonly edits: readonly TextEdit[];
  readonly kind: 'one' | 'all' | 'skip';
}

const touches = (a: Span, b: Span): boolean => !before(a.end, b.start) && !before(b.end, a.start);

function overlaps(edit: TextEdit, others: readonly TextEdit[]): boolean {
  return others.some(
    ({ span }) =>
      (before(edit.span.start, span.end) && before(span.start, edit.span.end)) ||
      (same(edit.span.start, span.start) && same(edit.span.end, span.end)),
  );
}

const same = (a: Span['start'], b: Span['start']): boolean => a.line === b.line && a.column === b.column;

/** All fixes of these problems in one go; a fix that would touch the same text as an earlier one waits for the next run. */
export function fixAll(problems: readonly Problem[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const problem of problems) {
    const mine = problem.fix?.edits ?? [];
    if (!mine.some((edit) => overlaps(edit, edits))) edits.push(...mine);
  }
  return edits;
}

/** What can be done about the problems that touch `place`. */
export function fixesAt(analysis: Analysis, problems: readonly Problem[], place: Span): readonly QuickFix[] {
  const here = problems.filter((problem) => touches(problem.span, place));
  const fixes: QuickFix[] = here.flatMap((problem) =>
    problem.fix ? [{ title: problem.fix.title, problem, edits: problem.fix.edits, kind: 'one' as const }] : [],
  );
  const kinds = new Set<string>();
  for (const problem of here) {
    if (problem.rule === null || kinds.has(problem.rule)) continue;
    kinds.add(problem.rule);
    const alike = problems.filter((one) => one.rule === problem.rule && one.fix);
    if (problem.fix && alike.length > 1) {
      fixes.push({ title: `Fix all ${alike.length} of ${problem.rule}`, problem, edits: fixAll(alike), kind: 'all' });
    }
    if (problem.group === 'check') {
      const edits = skipRule(analysis.build.file, problem.rule);
      if (edits.length > 0) {
        fixes.push({ title: `Skip ${problem.rule} in this file (# check=skip)`, problem, edits, kind: 'skip' });
      }
    }
  }
  return fixes;
}
