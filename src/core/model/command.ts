// Model: an instruction understood, before any variable is replaced. One shape for every keyword; what the shapes hold is
// what BuildKit's instructions package keeps.

import type { Heredoc, Instruction } from '../parse/instruction';
import type { Health } from './health';

export interface Pair {
  readonly name: string;
  readonly value: string;
}

interface Variable {
  readonly name: string;
  /** `null` without `=`. */
  readonly value: string | null;
}

export interface Transfer {
  readonly kind: 'copy' | 'add';
  readonly sources: readonly string[];
  /** Sources written as `<<NAME`. */
  readonly inline: readonly { readonly name: string; readonly content: string; readonly expand: boolean }[];
  readonly dest: string;
  /** Empty without `--from`. */
  readonly from: string;
  readonly chown: string;
  readonly chmod: string;
  readonly checksum: string;
  readonly linked: boolean;
  readonly parents: boolean;
  readonly exclude: readonly string[];
}

export interface ShellForm {
  readonly argv: readonly string[];
  /** The shell form: the shell goes in front. */
  readonly shell: boolean;
}

export interface Run extends ShellForm {
  readonly kind: 'run';
  readonly heredocs: readonly Heredoc[];
  /** `--mount` values as written. */
  readonly mounts: readonly string[];
}

export type Action =
  | Transfer
  | Run
  | { readonly kind: 'env' | 'label'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'arg'; readonly variables: readonly Variable[] }
  | { readonly kind: 'workdir' | 'user' | 'stopsignal' | 'maintainer'; readonly text: string }
  | { readonly kind: 'expose' | 'volume'; readonly words: readonly string[] }
  | ({ readonly kind: 'cmd' | 'entrypoint' } & ShellForm)
  | { readonly kind: 'shell'; readonly argv: readonly string[] }
  | { readonly kind: 'healthcheck'; readonly health: Health | null }
  /** `text`: the trigger as the image keeps it, heredocs included. */
  | { readonly kind: 'onbuild'; readonly text: string }
  /** Refused or not known; it is drawn and does nothing. */
  | { readonly kind: 'unknown' };

export interface From {
  readonly kind: 'from';
  readonly base: string;
  readonly name: string | null;
  /** Empty without `--platform`. */
  readonly platform: string;
}

/** A command of a stage and where it was written. */
export interface Command {
  readonly action: Action;
  readonly instruction: Instruction;
}
