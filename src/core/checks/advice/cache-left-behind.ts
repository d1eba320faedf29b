// cache-left-behind: package lists and caches that stay in a layer of the image: apt's lists, apk's index, pip's and npm's caches.
// Only where layers ship, and not where a cache mount or a deletion in the same RUN takes care of it.

import type { Build, Step } from '../../model/build';
import { variableOf } from '../../model/variables';
import type { TextEdit } from '../../text';
import { commandsIn, verbOf, type Command } from '../commands';
import { insert } from '../edits';
import type { Fix } from '../problem';
import type { AdviceRule } from '../rule';
import { shippedSteps, weightBelow } from '../shipped';
import { instructionOf, placeOf, type View } from '../view';

interface Cache {
  readonly what: string;
  /** Folders it lies in, the first as a rule. */
  readonly folders: readonly string[];
  readonly way: string;
  readonly leaves: (command: Command, step: Step, build: Build) => boolean;
  /** A command of the same RUN that takes it away. */
  readonly cleans: (command: Command) => boolean;
  /** An option that avoids it, and where it belongs: behind what `verb` finds. */
  readonly option: string | null;
  readonly verb: RegExp | null;
}

const removes =
  (folder: string) =>
  ({ name, args }: Command): boolean =>
    name === 'rm' &&
    args.some(
      (arg) => !arg.startsWith('-') && (arg.startsWith(folder) || folder.startsWith(arg.replace(/\/?\*$/, '/'))),
    );

const isApt = ({ name }: Command): boolean => name === 'apt-get' || name === 'apt';
const isPip = ({ name, args }: Command): boolean =>
  /^pip[\d.]*$/.test(name) || (/^python[\d.]*$/.test(name) && args[0] === '-m' && args[1] === 'pip');

const CACHES: readonly Cache[] = [
  {
    what: 'The lists that apt-get update fetches stay in the image.',
    folders: ['/var/lib/apt/lists/'],
    way: 'End this RUN with && rm -rf /var/lib/apt/lists/*',
    leaves: (command) => isApt(command) && verbOf(command) === 'update',
    cleans: removes('/var/lib/apt/lists/'),
    option: null,
    verb: null,
  },
  {
    what: 'The package index that apk fetches stays in the image.',
    folders: ['/var/cache/apk/'],
    way: 'Write apk add --no-cache',
    leaves: (command) =>
      command.name === 'apk' &&
      ['add', 'update', 'upgrade'].includes(verbOf(command)) &&
      !command.args.includes('--no-cache'),
    cleans: removes('/var/cache/apk/'),
    option: '--no-cache',
    verb: /\bapk add\b/g,
  },
  {
    what: 'The packages that pip downloads stay in the image.',
    folders: ['/root/.cache/pip/', '/root/.cache/'],
    way: 'Write pip install --no-cache-dir',
    leaves: (command, step, { stages }) =>
      isPip(command) &&
      command.args.includes('install') &&
      !command.args.includes('--no-cache-dir') &&
      !variableOf(stages, step, 'PIP_NO_CACHE_DIR'),
    cleans: (command) => removes('/root/.cache/')(command) || (isPip(command) && command.args.includes('purge')),
    option: '--no-cache-dir',
    verb: /\bpip[\d.]* install\b/g,
  },
  {
    what: 'The packages that npm downloads stay in the image.',
    folders: ['/root/.npm/'],
    way: 'End this RUN with && npm cache clean --force, or mount a cache: RUN --mount=type=cache,target=/root/.npm',
    leaves: (command) => command.name === 'npm' && ['install', 'ci', 'i'].includes(verbOf(command)),
    cleans: (command) => removes('/root/.npm/')(command) || (command.name === 'npm' && verbOf(command) === 'cache'),
    option: null,
    verb: null,
  },
];

const isMounted = ({ action }: Step, folders: readonly string[]): boolean =>
  action.kind === 'run' &&
  action.mounts.some(
    ({ target }) => target !== null && folders.some((folder) => folder.startsWith(target.replace(/\/?$/, '/'))),
  );

/** Writes the option behind the verb, where each of the step's commands is found written out on its lines. */
function fixOf(view: View, step: Step, { verb, option, leaves }: Cache): Fix | null {
  const instruction = instructionOf(view, step);
  if (option === null || verb === null || !instruction || step.triggeredBy !== null) return null;
  const edits: TextEdit[] = [];
  for (let line = instruction.span.start.line; line <= instruction.span.end.line; line++)
    for (const match of (view.lines[line] ?? '').matchAll(verb))
      edits.push(insert(line, match.index + match[0].length, ` ${option}`));
  const count = commandsIn(step).filter((command) => leaves(command, step, view.build)).length;
  return edits.length === count ? { title: `Add ${option}`, edits } : null;
}

export const cacheLeftBehind: AdviceRule = {
  name: 'cache-left-behind',
  severity: 'warning',
  explanation: 'What a RUN leaves on disk stays in its layer, and a later RUN cannot make it smaller.',
  find: (view) =>
    shippedSteps(view.build).flatMap((step) => {
      const commands = commandsIn(step);
      return CACHES.flatMap((cache) => {
        const left =
          commands.some((command) => cache.leaves(command, step, view.build)) && !commands.some(cache.cleans);
        const place = left && !isMounted(step, cache.folders) ? placeOf(view, step) : null;
        if (!place) return [];
        const folder = cache.folders[0] ?? '';
        return [
          {
            message: cache.what,
            explanation: `What lies in ${folder} is of no use once the packages are installed. What a RUN leaves on disk stays in its layer, and a later RUN cannot make it smaller. ${cache.way}.`,
            span: place.span,
            element: step.id,
            fix: fixOf(view, step, cache),
            cost: weightBelow(view, step, folder),
            paid: 'in the image',
          },
        ];
      });
    }),
};
