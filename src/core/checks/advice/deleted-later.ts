// deleted-later: a file stored in one layer and deleted in a later one. The layer below keeps it. Only where layers ship.

import type { Step } from '../../model/build';
import { commandsIn, operandsOf, type Command } from '../commands';
import type { AdviceRule } from '../rule';
import { shippedSteps, weightBelow, weightOf } from '../shipped';
import { placeOf } from '../view';

const resolve = (path: string, step: Step): string =>
  (path.startsWith('/') ? path : `${step.workdir.replace(/\/$/, '')}/${path}`)
    .replace(/\/+$/, '')
    .replace(/\/\.(?=\/|$)/g, '');

const optionValue = ({ args }: Command, ...names: string[]): string[] =>
  args
    .flatMap((arg, index) => (names.includes(arg) ? [args[index + 1] ?? ''] : []))
    .filter((value) => value !== '' && value !== '-');

/** Files a command is known to leave behind. */
function madeBy(command: Command): string[] {
  switch (command.name) {
    case 'curl':
      return [...command.writes, ...optionValue(command, '-o', '--output')];
    case 'wget':
      return [...command.writes, ...optionValue(command, '-O', '--output-document')];
    default:
      return [...command.writes];
  }
}

/** Paths a step stores, without a closing slash. */
function stored(step: Step): string[] {
  const { action } = step;
  if (action.kind !== 'copy')
    return commandsIn(step)
      .flatMap(madeBy)
      .map((path) => resolve(path, step));
  if (!action.dest.endsWith('/')) return [action.dest];
  const names = [...action.sources, ...action.files.map(({ name }) => name)].map(
    (source) => source.split('/').at(-1) ?? '',
  );
  return names.filter((name) => name !== '' && name !== '.').map((name) => action.dest + name);
}

const deleted = (step: Step): string[] =>
  commandsIn(step)
    .filter(({ name }) => name === 'rm' || name === 'unlink')
    .flatMap(operandsOf)
    .map((path) => resolve(path, step));

export const deletedLater: AdviceRule = {
  name: 'deleted-later',
  severity: 'warning',
  explanation:
    'Every instruction makes a layer on top of the others, and a layer cannot make one below it smaller: deleting only hides the file, and everyone still downloads it. Delete it in the same RUN that made it, use RUN --mount for files that are needed once, or make it in another stage.',
  find: (view) => {
    const makers = new Map<string, Step>();
    return shippedSteps(view.build).flatMap((step) => {
      const findings = deleted(step).flatMap((path) => {
        const maker = makers.get(path);
        const place = maker && placeOf(view, step);
        if (!place) return [];
        makers.delete(path);
        const made = view.build.file.instructions[maker.instruction];
        return [
          {
            message: `${path} is deleted here, but line ${(made?.span.start.line ?? 0) + 1} has stored it in a layer of its own, which keeps it.`,
            span: place.span,
            element: place.element,
            cost: weightBelow(view, maker, path) ?? (stored(maker).length === 1 ? weightOf(view, maker) : null),
            paid: 'in the image',
          },
        ];
      });
      for (const path of stored(step)) makers.set(path, step);
      return findings;
    });
  },
};
