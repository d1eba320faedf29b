// WorkdirRelativePath: the first WORKDIR of a stage, its parent stages counted, is relative.

import { quote } from '../../parse/quote';
import { replace } from '../edits';
import type { DockerRule } from '../rule';
import { firstOf, instructionOf, placeOf, startOf, type View } from '../view';
import type { Step } from '../../model/build';

/** Whether WORKDIR was set before, in this stage or one it builds on. */
function setBefore(view: View, step: Step): boolean {
  const stage = view.build.stages[step.stage];
  return startOf(view, stage).workdir || firstOf(view, step.stage, 'workdir') !== step;
}

const isAbsolute = (path: string, platform: string): boolean =>
  platform.startsWith('windows') ? /^(?:c:[\\/]|[\\/](?![\\/]))/i.test(path) : path.startsWith('/');

export const workdirRelativePath: DockerRule = {
  name: 'WorkdirRelativePath',
  severity: 'warning',
  explanation:
    'A relative WORKDIR is joined to the folder the base image left, which can differ from image to image and change with its next release. Begin the path with a slash, so that it always means the same folder.',
  find: (view) =>
    view.build.observations.flatMap((seen) => {
      const step = seen.kind === 'workdir' ? view.steps.get(seen.step) : undefined;
      if (seen.kind !== 'workdir' || !step || setBefore(view, step)) return [];
      const stage = view.build.stages[step.stage];
      if (isAbsolute(seen.path, stage?.runsOn ?? view.build.platform)) return [];
      const instruction = instructionOf(view, step);
      const word = instruction?.words[0];
      const place = placeOf(view, step, word);
      if (!place) return [];
      // Only the empty image is known to start at the root.
      const plain = word && word.text === seen.path && step.triggeredBy === null && startOf(view, stage).fromScratch;
      return [
        {
          ...place,
          message: `Relative workdir ${quote(seen.path)} can have unexpected results if the base image changes`,
          fix: plain ? { title: `Write /${seen.path}`, edits: [replace(word.span, `/${seen.path}`)] } : null,
          moment: { phase: 'steps', major: step.stage, minor: step.index, side: -1 },
        },
      ];
    }),
};
