// Step 3 of the walk, for RUN: what a shell knows while a script is walked, and how commands store files through it.
// In: a step and its stage's machine. Out: entries in the machine's running layer, and the words nobody understood.

import { absolute, isUnder } from './paths';
import type { Mount, Step } from '../model/build';
import type { Scope } from '../model/scope';
import { type Entry, type Grounds } from './entry';
import type { Bytes } from './facts';
import type { Holding } from './files';
import { makeFolder, type Machine } from './machine';
import { scaleBytes } from './range';
import type { Field } from '../parse/script-words';

/** What a command hands to the next one in a pipe, or to a redirection. */
export interface Stream extends Bytes {
  readonly grounds: Grounds;
  /** Where it was fetched from. */
  readonly url?: string;
  /** What it prints, where that is known. */
  readonly text?: string;
  /** It is an archive that unpacks to this. */
  readonly unpacked?: Bytes;
  /** It never ends: how small it packs, and the bytes of a line where it has any. */
  readonly endless?: { readonly packed: number; readonly line: number | null };
}

/** A command about to run, words expanded. */
export interface Call {
  readonly name: string;
  /** Without the name. */
  readonly args: readonly string[];
  readonly fields: readonly Field[];
  /** As written, on one line. */
  readonly text: string;
  readonly input: Stream | null;
}

/** `false`: the command is known to fail, as a test may. */
export type Outcome = Stream | boolean | undefined;
export type Handler = (call: Call, shell: Shell) => Outcome;

/** Words that sizing does not understand. */
export interface Puzzle {
  readonly text: string;
  readonly reason: string;
  readonly fallback: Bytes | null;
}

/** How a handler has other commands run; the walker provides it. */
export interface Runner {
  script(text: string, shell: Shell): Outcome;
  words(words: readonly string[], shell: Shell, input: Stream | null): Outcome;
}

/** What ENV and ARG say, until the script says otherwise. */
class Variables {
  readonly #own = new Map<string, string | undefined>();

  constructor(private readonly given: Scope) {}

  get(name: string): string | undefined {
    return this.#own.has(name) ? this.#own.get(name) : this.given.get(name);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(name: string, value: string): void {
    this.#own.set(name, value);
  }

  delete(name: string): void {
    this.#own.set(name, undefined);
  }
}

export class Shell {
  cwd: string;
  readonly variables: Variables;
  readonly functions = new Map<string, unknown>();
  readonly puzzles: Puzzle[] = [];
  /** Entries kept in cache, bind and tmpfs mounts: readable in this step, stored nowhere. */
  readonly aside: Entry[] = [];
  /** The command that is running, for entries' `by`. */
  current = '';
  depth = 0;

  constructor(
    readonly machine: Machine,
    readonly step: Step,
    readonly mounts: readonly Mount[],
    private readonly runner: Runner,
  ) {
    this.cwd = step.workdir;
    this.variables = new Variables(machine.variables);
    this.variables.set('PWD', step.workdir);
    if (!this.variables.has('HOME')) this.variables.set('HOME', this.home);
  }

  /** Walks another script in this shell, as `sh -c` does. */
  script(text: string): Outcome {
    return this.runner.script(text, this);
  }

  /** Runs a command given as words, as `sudo` or the exec form do. */
  run(words: readonly string[], input: Stream | null = null): Outcome {
    return this.runner.words(words, this, input);
  }

  get home(): string {
    const user = this.step.user.split(':')[0] ?? '';
    return user === '' || user === 'root' || user === '0' ? '/root' : `/home/${user}`;
  }

  path(written: string): string {
    if (written === '~' || written.startsWith('~/')) return absolute(written.slice(2) || '.', this.home);
    return absolute(written, this.cwd);
  }

  /** The mount that a path lies in: what is written there is not stored in the layer. */
  mountAt(path: string): Mount | null {
    let best: Mount | null = null;
    for (const mount of this.mounts)
      if (mount.target !== null && isUnder(path, mount.target) && mount.type !== 'ssh')
        if (!best || mount.target.length > (best.target?.length ?? 0)) best = mount;
    return best;
  }

  /** Stores an entry at a path, seen from the working folder. */
  write(
    written: string,
    bytes: Bytes,
    grounds: Grounds,
    more: Partial<Pick<Entry, 'kind' | 'names' | 'listing' | 'by' | 'loose'>> = {},
  ): void {
    const path = this.path(written);
    if (/^\/(dev|proc|sys|run\/secrets)(\/|$)/.test(path)) return;
    const entry: Entry = {
      kind: 'file',
      by: this.current,
      ...more,
      path,
      disk: bytes.disk,
      pull: bytes.pull,
      grounds,
      step: this.step.id,
    };
    if (this.mountAt(path)) this.aside.push(entry);
    else this.machine.files.add(entry);
  }

  /** Makes an empty folder, with those above it. */
  folder(written: string): void {
    const path = this.path(written);
    if (!this.mountAt(path)) makeFolder(this.machine, path);
  }

  /** Stores a folder counted as a whole. */
  writeTree(written: string, bytes: Bytes, grounds: Grounds): void {
    this.write(written, bytes, grounds, { kind: 'tree' });
  }

  /** What a path holds, mounts of this step included. */
  holding(path: string): readonly Holding[] {
    const aside = this.aside.filter((entry) => isUnder(entry.path, path)).map((entry) => ({ entry, inside: false }));
    if (aside.length > 0) return aside;
    const near = this.mountAt(path)
      ? this.aside
          .filter((entry) => entry.kind !== 'file' && isUnder(path, entry.path))
          .map((entry) => ({ entry, inside: true }))
      : [];
    return near.length > 0 ? near : this.machine.files.holding(path);
  }

  /**
   * Runs `work` with variables set so (`undefined`: nobody knows to what), and as they were after it: what stands in
   * front of a command (`GOBIN=/out go install`) holds while it runs.
   */
  during(settings: ReadonlyMap<string, string | undefined>, work: () => Outcome): Outcome {
    if (settings.size === 0) return work();
    const before = new Map([...settings.keys()].map((name) => [name, this.variables.get(name)]));
    this.#put(settings);
    try {
      return work();
    } finally {
      this.#put(before);
    }
  }

  #put(settings: ReadonlyMap<string, string | undefined>): void {
    for (const [name, value] of settings)
      if (value === undefined) this.variables.delete(name);
      else this.variables.set(name, value);
  }

  /** Notes words that are not understood. */
  puzzle(text: string, reason: string, fallback: Bytes | null = UNKNOWN_COMMAND): void {
    this.puzzles.push({ text, reason, fallback });
  }

  mark(mark: string): void {
    this.machine.marks.add(mark);
  }

  marked(mark: string): boolean {
    return this.machine.marks.has(mark);
  }
}

const MEGA: Bytes = {
  disk: { low: 0, likely: 1_000_000, high: 20_000_000 },
  pull: { low: 0, likely: 400_000, high: 8_000_000 },
};
/** What a command that nobody knows may store: nothing at all, or some tens of megabytes. */
const UNKNOWN_COMMAND: Bytes = scaleBytes(MEGA, 2);
