// Quick fixes: each safe fix of a problem, all of one kind at once, and keeping Docker's check quiet by a directive.

import { fixAll, type Analysis, type Problem, type Span, type TextEdit } from '../../core';
import { before } from '../elements';
import { skipRule } from './skip';

export interface QuickFix {
  readonly title: string;
  readonly problem: Problem;
  readonly edits: readonly TextEdit[];
  readonly kind: 'one' | 'all' | 'skip';
}

const touches = (a: Span, b: Span): boolean => !before(a.end, b.start) && !before(b.end, a.start);

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
