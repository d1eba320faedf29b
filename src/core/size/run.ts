// Step 3 of the walk: what a RUN adds to its layer. In: the step and its stage's machine, which it changes.
// Out: the words nobody understood. Bytes kept in cache, bind and tmpfs mounts are stored nowhere.

import type { Mount, Origin, Step } from '../model/build';
import { find, type Source } from './lookup';
import type { Machine } from './machine';
import { absolute } from './paths';
import { Shell, type Puzzle } from './shell';
import { runWords, walkScript } from './walk';

const SHELLS = /(^|\/)(ba|da|a|z|k)?sh$/;

/** Runs the step's script through the model of the stage. `sources` resolves `--mount=from=…`. */
export function run(step: Step, machine: Machine, sources: (origin: Origin) => Source | null): readonly Puzzle[] {
  const { action } = step;
  if (action.kind !== 'run') return [];
  const shell = new Shell(machine, step, action.mounts, { script: walkScript, words: runWords });
  for (const mount of action.mounts) lend(mount, shell, sources);
  if (action.script === null) shell.run(action.argv);
  else if (action.argv.length === 0 || SHELLS.test(action.argv[0] ?? '')) withShebang(action.script, shell);
  else shell.puzzle(step.text, `A script for ${action.argv[0] ?? 'another shell'}.`);
  return shell.puzzles;
}

/** A bind mount lends files of another stage: commands may copy them into the layer. */
function lend(mount: Mount, shell: Shell, sources: (origin: Origin) => Source | null): void {
  if (mount.type !== 'bind' || !mount.target || !mount.origin || mount.origin.kind === 'context') return;
  const source = sources(mount.origin);
  if (!source) return;
  for (const piece of find(source, mount.source ?? '/').pieces)
    shell.aside.push({
      ...piece,
      path: absolute(`${mount.target}/${piece.rest}`, '/'),
      step: piece.madeBy,
      by: shell.step.text,
    });
}

/** A heredoc may name its own interpreter. */
function withShebang(script: string, shell: Shell): void {
  const interpreter = /^#!\s*(?:\/usr\/bin\/env\s+)?(\S+)/.exec(script)?.[1];
  if (interpreter === undefined || SHELLS.test(interpreter)) shell.script(script);
  else shell.puzzle(script.slice(0, 80).split('\n')[0] ?? '', `A script for ${interpreter}.`);
}
