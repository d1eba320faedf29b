// Comparing: packages that commands of the shipped stages ask for by name. In: a build. Out: `apt curl`, `pip flask`, without versions.
// What a package brings along, and what a base image holds, is not listed: a person did not write it.

import { commandsIn, objectsOf, operandsOf, verbOf, type Command } from '../checks/commands';
import { shippedSteps } from '../checks/shipped';
import type { Build } from '../model/build';

/** Manager to the verbs that install, and the name it is shown by. */
const MANAGERS: Readonly<Record<string, { readonly verbs: readonly string[]; readonly shown: string }>> = {
  'apt-get': { verbs: ['install'], shown: 'apt' },
  apt: { verbs: ['install'], shown: 'apt' },
  apk: { verbs: ['add'], shown: 'apk' },
  dnf: { verbs: ['install'], shown: 'dnf' },
  microdnf: { verbs: ['install'], shown: 'dnf' },
  yum: { verbs: ['install'], shown: 'dnf' },
  zypper: { verbs: ['install', 'in'], shown: 'zypper' },
  pacman: { verbs: [], shown: 'pacman' },
  pip: { verbs: ['install'], shown: 'pip' },
  pip3: { verbs: ['install'], shown: 'pip' },
  npm: { verbs: ['install', 'i', 'add'], shown: 'npm' },
  gem: { verbs: ['install'], shown: 'gem' },
  cargo: { verbs: ['install'], shown: 'cargo' },
  'docker-php-ext-install': { verbs: [], shown: 'php' },
};

/** Options of any of them that take the next word. */
const VALUED = new Set([
  '-r',
  '--requirement',
  '-c',
  '--constraint',
  '-t',
  '--virtual',
  '-o',
  '--prefix',
  '--index-url',
  '-i',
]);

const named = (word: string): boolean =>
  /^@?[A-Za-z0-9][\w.+:/@-]*/.test(word) && !/[$*]|^\.|\//.test(word.replace(/^@[^/]+\//, ''));

function asked(command: Command): string[] {
  const manager = MANAGERS[command.name];
  if (!manager) return [];
  const args = command.args.filter((arg, index) => !VALUED.has(arg) && !VALUED.has(command.args[index - 1] ?? ''));
  const spare = { ...command, args };
  if (manager.verbs.length > 0 && !manager.verbs.includes(verbOf(spare))) return [];
  const words = manager.verbs.length > 0 ? objectsOf(spare) : operandsOf(spare);
  const bare = words.map((word) => word.replace(/(?<=.)([=<>~!@]|\[).*$/, ''));
  return bare.filter(named).map((word) => `${manager.shown} ${word}`);
}

export const packagesIn = (build: Build): ReadonlySet<string> =>
  new Set(shippedSteps(build).flatMap((step) => commandsIn(step).flatMap(asked)));
