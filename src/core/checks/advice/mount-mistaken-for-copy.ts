// mount-mistaken-for-copy: files of a mounted stage are used after the RUN that mounted them, when they are gone again.

import type { Mount, Stage, Step } from '../../model/build';
import { commandsIn } from '../commands';
import type { AdviceRule, Finding } from '../rule';
import { noBytes } from '../shipped';
import type { View } from '../view';

const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

const absolute = (path: string, step: Step): string =>
  path.startsWith('/') ? path : `${step.workdir.replace(/\/$/, '')}/${path}`;

/** Paths a step looks for in the stage. */
function pathsUsed(step: Step): string[] {
  const { action } = step;
  if (action.kind === 'cmd' || action.kind === 'entrypoint') return action.argv.filter((word) => word.startsWith('/'));
  return commandsIn(step).flatMap(({ args }) => args.filter((arg) => arg.startsWith('/')));
}

/** Whether the step puts something there, so that later uses are explained. */
function puts(step: Step, folder: string): boolean {
  const { action } = step;
  if (action.kind === 'copy')
    return isBelow(action.dest, folder) || isBelow(folder, action.dest.replace(/\/$/, '') || '/');
  return commandsIn(step).some(({ name, args, writes }) =>
    [
      ...(['cp', 'mv', 'ln', 'install', 'rsync', 'mkdir', 'tar', 'unzip', 'git'].includes(name) ? args : []),
      ...writes,
    ].some((word) => isBelow(absolute(word, step), folder)),
  );
}

const mounts = (step: Step, folder: string): boolean =>
  step.action.kind === 'run' && step.action.mounts.some(({ target }) => target !== null && isBelow(folder, target));

/** The first later use of what was mounted; `null` when there is none or something else explains it. */
function usedLater(view: View, stage: Stage, step: Step, folder: string): string | null {
  for (const later of stage.steps.slice(step.index + 1)) {
    if (mounts(later, folder)) continue;
    const path = pathsUsed(later).find((one) => isBelow(one, folder));
    if (path !== undefined) return `${later.keyword} uses ${path} later`;
    if (puts(later, folder)) return null;
  }
  for (const link of view.build.links) {
    if (link.kind !== 'copy' || link.from.kind !== 'stage' || link.from.stage !== stage.index) continue;
    const path = link.sources.find((source) => isBelow(source, folder));
    if (path !== undefined) return `COPY --from takes ${path} later`;
  }
  return null;
}

function findingOf(view: View, stage: Stage, step: Step, mount: Mount): Finding[] {
  const { origin, target, type } = mount;
  if (type !== 'bind' || origin?.kind !== 'stage' || target === null || target === '/') return [];
  if (stage.steps.slice(0, step.index).some((earlier) => puts(earlier, target))) return [];
  const use = usedLater(view, stage, step, target);
  if (use === null) return [];
  return [
    {
      message: `What \`${origin.written}\` holds is mounted on ${target} for this RUN only, but ${use}.`,
      span: mount.span,
      element: mount.link ?? step.id,
      cost: noBytes(view),
      paid: 'stored',
    },
  ];
}

export const mountMistakenForCopy: AdviceRule = {
  name: 'mount-mistaken-for-copy',
  severity: 'warning',
  explanation:
    'RUN --mount lends files of another stage to one command and takes them back when it ends: nothing of them is stored in a layer. To keep files, use COPY --from, or copy them to another folder within this RUN.',
  find: (view) =>
    view.build.stages.flatMap((stage) =>
      stage.steps.flatMap((step) =>
        step.action.kind === 'run' ? step.action.mounts.flatMap((mount) => findingOf(view, stage, step, mount)) : [],
      ),
    ),
};
