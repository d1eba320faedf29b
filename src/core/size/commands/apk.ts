// Step 3 of the walk, for RUN: apk. Without `--no-cache` the index stays in /var/cache/apk.

import { packagesOf } from '../machine';
import type { Handler, Shell } from '../shell';
import { assumed, megabytes, readFlags } from './guess';
import { install, uninstall } from './packages';

const CACHE = '/var/cache/apk';
const VALUED = ['-t', '--virtual', '-X', '--repository', '-p', '--root', '--repositories-file', '--keys-dir', '--arch'];

function cacheIndex(shell: Shell): void {
  const state = packagesOf(shell.machine);
  shell.machine.files.remove(CACHE);
  shell.writeTree(CACHE, state?.index.lists ?? megabytes(1.5, 2.5, 4, 0.95), {
    certainty: state ? 'estimated' : 'assumed',
    reason: 'apk keeps its index in /var/cache/apk without --no-cache.',
    evidence: state ? [state.index.evidence] : [],
  });
}

const apk: Handler = (call, shell) => {
  const flags = readFlags(call.args, VALUED);
  const [verb, ...names] = flags.words;
  const kept = !flags.has('--no-cache');
  switch (verb) {
    case 'add':
      if (kept && flags.has('--update', '-U', '--update-cache', '-u')) cacheIndex(shell);
      install(shell, names, true, flags.value('-t', '--virtual'));
      break;
    case 'del':
      uninstall(shell, names, true);
      break;
    case 'update':
      cacheIndex(shell);
      break;
    case 'upgrade':
      if (kept) cacheIndex(shell);
      shell.write('/', megabytes(0, 4, 16, 0.45), assumed('Updates since the base image was made are stored again.'), {
        kind: 'spread',
      });
      break;
    default:
      break;
  }
  return undefined;
};

export const APK: Readonly<Record<string, Handler>> = { apk, 'xx-apk': apk };
