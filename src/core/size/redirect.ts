// Step 3 of the walk, for RUN: where a command's input comes from and which files its output goes to.
// In: a command's redirections, what it prints. Out: entries in the running layer, and what goes on to the next command.
// A file that grows by `>>` is stored whole again when an earlier layer has it.

import { expandWord, type Scope } from '../parse/script-words';
import type { ShellRedirection } from '../parse/script';
import { plain } from './again';
import { parentOf } from './paths';
import { range } from './range';
import type { Outcome, Shell, Stream } from './shell';
import { device, joined, printed } from './stream';

/** What a command reads: a heredoc, a here-string, a file; else what the pipe brings. */
export function inputOf(
  redirections: readonly ShellRedirection[],
  piped: Stream | null,
  shell: Shell,
  scope: Scope,
): Stream | null {
  let input = piped;
  for (const each of redirections) {
    if (each.fd !== null && each.fd !== 0) continue;
    if (each.operator === '<<<' && each.target)
      input = printed(
        `${expandWord(each.target, scope)
          .map((field) => field.text)
          .join(' ')}\n`,
      );
    else if (each.body !== null) input = printed(each.body);
    else if (each.operator === '<' && each.target) input = fileStream(shell, expandWord(each.target, scope)[0]?.text);
  }
  return input;
}

/** What reading a file or a device gives; `null` when nothing is known of it. */
export function fileStream(shell: Shell, written: string | undefined): Stream | null {
  if (written === undefined) return null;
  const path = shell.path(written);
  const found = device(path);
  if (found) return found;
  const held = shell.holding(path).find((one) => !one.inside && one.entry.path === path && one.entry.kind === 'file');
  if (!held) return null;
  const { disk, pull, grounds } = held.entry;
  return { disk, pull, grounds: { ...grounds, reason: plain(grounds.reason) } };
}

/** Sends a command's output into the files it is redirected to. */
export function redirect(
  redirections: readonly ShellRedirection[],
  outcome: Outcome,
  shell: Shell,
  scope: Scope,
): Outcome {
  let rest = outcome;
  for (const each of redirections) {
    if (!each.target || !/^(>|>>|>\||&>|&>>)$/.test(each.operator)) continue;
    if (each.fd !== null && each.fd !== 1) continue;
    const [target] = expandWord(each.target, scope);
    if (!target || /^&|^\/dev\//.test(target.text)) {
      if (target?.text === '/dev/null') rest = undefined;
      continue;
    }
    const stream = typeof outcome === 'object' ? outcome : SMALL;
    if (each.operator.endsWith('>>')) append(shell, target.text, stream);
    else shell.write(target.text, stream, stream.grounds);
    rest = undefined;
  }
  return rest;
}

/** Adds to the end of a file: with what it held before it is stored in this layer. */
export function append(shell: Shell, written: string, stream: Stream): void {
  const before = fileStream(shell, written) ?? ofBase(shell, shell.path(written));
  const whole = before ? joined([stream, before]) : stream;
  shell.write(written, whole, whole.grounds);
}

const TEXT = { certainty: 'assumed', reason: 'A text file of the base image, stored again.' } as const;

/** A text that base images come with, as far as the path tells. */
function ofBase(shell: Shell, path: string): Stream | null {
  if (shell.machine.image === null || !/^\/(etc|root|usr|home)\//.test(path) || /\.d\//.test(path)) return null;
  if (shell.machine.folders.has(parentOf(path))) return null;
  const usual = /^\/etc\/(profile|bash\.bashrc|environment|hosts|passwd|group|sudoers|inputrc|login\.defs)$|rc$/.test(
    path,
  );
  return { disk: range(0, usual ? 600 : 0, 9_000), pull: range(0, usual ? 300 : 0, 3_500), grounds: TEXT };
}

const SMALL: Stream = {
  disk: { low: 0, likely: 500, high: 20_000 },
  pull: { low: 0, likely: 300, high: 8_000 },
  grounds: { certainty: 'assumed', reason: 'A command’s output written to a file: assumed small.' },
};
