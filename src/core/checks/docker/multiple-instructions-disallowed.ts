// MultipleInstructionsDisallowed: CMD, ENTRYPOINT and HEALTHCHECK count once a stage; the earlier one is reported.

import { removeLines } from '../edits';
import type { Fix } from '../problem';
import type { DockerFinding, DockerRule } from '../rule';
import { instructionOf, placeOf, type View } from '../view';
import type { Step } from '../../model/build';

const ONCE = ['cmd', 'entrypoint', 'healthcheck'];

function fixOf(view: View, step: Step): Fix | null {
  const instruction = instructionOf(view, step);
  // A comment above it may speak to the checks, and would then speak of the instruction behind.
  if (
    !instruction ||
    step.triggeredBy !== null ||
    instruction.comments.some((comment) => /^\s*check\s*=/i.test(comment))
  )
    return null;
  const { start, end } = instruction.span;
  return { title: 'Remove this one, which has no effect', edits: [removeLines(view, start.line, end.line)] };
}

function inStage(view: View, steps: readonly Step[]): DockerFinding[] {
  const last = new Map<string, Step>();
  return steps.flatMap((step) => {
    const { kind } = step.action;
    if (!ONCE.includes(kind)) return [];
    const earlier = last.get(kind);
    last.set(kind, step);
    const name = instructionOf(view, step)?.written ?? step.keyword;
    const place = earlier && placeOf(view, earlier);
    if (!place) return [];
    return [
      {
        ...place,
        message: `Multiple ${name} instructions should not be used in the same stage because only the last one will be used`,
        fix: fixOf(view, earlier),
        // The later instruction is the one that notices, and whose comment can silence it.
        instruction: step.triggeredBy === null ? step.instruction : null,
        moment: { phase: 'steps', major: step.stage, minor: step.index, side: 1 },
      },
    ];
  });
}

export const multipleInstructionsDisallowed: DockerRule = {
  name: 'MultipleInstructionsDisallowed',
  severity: 'warning',
  explanation:
    'An image has one CMD, one ENTRYPOINT and one HEALTHCHECK. Further down in the same stage this one is set again, so this line has no effect. Keep the one that is meant.',
  find: (view) => view.build.stages.flatMap((stage) => inStage(view, stage.steps)),
};
