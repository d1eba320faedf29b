// Problems sorted into what Docker says and what we advise.

import type { Problem } from '../../core';

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
