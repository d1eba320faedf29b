// JSONArgsRecommended: CMD and ENTRYPOINT in shell form, as long as no SHELL is set.

import { replace } from '../edits';
import { splitPlainWords } from '../plain-words';
import type { Fix } from '../problem';
import type { DockerRule } from '../rule';
import { firstOf, instructionOf, placeOf, startOf, type View } from '../view';
import type { Step } from '../../model/build';

/** Whether a SHELL is in force where the step runs; the base image's own is not known and taken as none. */
function shellIsSet(view: View, step: Step): boolean {
  const stage = view.build.stages[step.stage];
  if (startOf(view, stage).shell) return true;
  const shell = firstOf(view, step.stage, 'shell');
  return shell !== undefined && shell.index < step.index;
}

/** Where ENTRYPOINT meets CMD the JSON form would pass other arguments, so both must be rewritten by hand. */
function fixOf(view: View, step: Step): Fix | null {
  const instruction = instructionOf(view, step);
  const stage = view.build.stages[step.stage];
  const sets = (kind: 'cmd' | 'entrypoint'): boolean => firstOf(view, step.stage, kind) !== undefined;
  const meets = step.action.kind === 'cmd' ? sets('entrypoint') || startOf(view, stage).entrypoint : sets('cmd');
  if (meets) return null;
  const words = instruction && instruction.trailingComment === null ? splitPlainWords(instruction.rest) : null;
  if (!instruction || step.triggeredBy !== null || words === null) return null;
  const json = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return { title: 'Write it as a JSON list', edits: [replace(instruction.restSpan, json)] };
}

export const jsonArgsRecommended: DockerRule = {
  name: 'JSONArgsRecommended',
  severity: 'warning',
  explanation:
    'Written as plain words, the command runs inside /bin/sh -c. The shell then is process 1 and does not pass on signals, so docker stop waits ten seconds and kills the program. As a JSON list, ["program", "argument"], the program runs directly and can stop in order. It also works in images without a shell.',
  find: (view) =>
    [...view.steps.values()].flatMap((step) => {
      const instruction = instructionOf(view, step);
      const place = placeOf(view, step);
      if (step.action.kind !== 'cmd' && step.action.kind !== 'entrypoint') return [];
      if (!instruction || !place || instruction.json !== null || shellIsSet(view, step)) return [];
      return [
        {
          ...place,
          message: `JSON arguments recommended for ${instruction.written} to prevent unintended behavior related to OS signals`,
          fix: fixOf(view, step),
          moment: { phase: 'steps', major: step.stage, minor: step.index, side: 1 },
        },
      ];
    }),
};
