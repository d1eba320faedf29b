// Flattening: the single stage as it is written, line by line, with what is in force after each: variables, folder, user, shell.
// In: instructions to put. Out: text and notes. A setting is written only where it differs from what is in force.

import { assignment, wholeText } from './flat-words';

/** What a stage begins with. */
export interface Beginning {
  /** Set by ENV of the base: an ARG of that name would not be seen. */
  readonly env: ReadonlyMap<string, string>;
  readonly workdir: string;
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
}

const ROOT = /^(|root|0)(:(root|0))?$/;
const isDefault = (shell: readonly string[]): boolean => shell.join(' ') === '/bin/sh -c';
/** A variable whose value the catalogue knows to differ from tag to tag. */
const open = (value: string): boolean => /^\$\{\w+\}$/.test(value);

export class FlatFile {
  readonly lines: string[] = [];
  readonly notes: string[] = [];
  /** As RUN sees them. */
  readonly variables: Map<string, string>;
  /** Set by ENV. */
  readonly #fixed: Set<string>;
  workdir: string;
  user: string;
  shell: readonly string[] = ['/bin/sh', '-c'];

  constructor(
    beginning: Beginning,
    readonly escape: string,
  ) {
    this.variables = new Map(beginning.env);
    this.#fixed = new Set(beginning.env.keys());
    this.workdir = beginning.workdir;
    this.user = beginning.user;
  }

  put(...lines: readonly string[]): void {
    this.lines.push(...lines);
  }

  comment(...lines: readonly string[]): void {
    this.put(...lines.map((line) => (line === '' ? '#' : `# ${line}`)));
  }

  /** Says in the text and beside it what is not as it was. */
  note(text: string): void {
    if (this.notes.includes(text)) return;
    this.notes.push(text);
    this.comment(text);
  }

  blank(): void {
    if (this.lines.at(-1) !== '') this.lines.push('');
  }

  enter(folder: string): void {
    if ((this.workdir || '/') === (folder || '/')) return;
    this.put(`WORKDIR ${wholeText(folder || '/', this.escape)}`);
    this.workdir = folder;
  }

  /** `exactly` for the image's config, where no user is not the same as root. */
  become(user: string, exactly = false): void {
    if (user === this.user || (!exactly && ROOT.test(user) && ROOT.test(this.user))) return;
    this.put(`USER ${wholeText(user, this.escape)}`);
    this.user = user;
  }

  get isRoot(): boolean {
    return ROOT.test(this.user);
  }

  get plainShell(): boolean {
    return isDefault(this.shell);
  }

  setShell(argv: readonly string[]): void {
    this.put(`SHELL ${JSON.stringify(argv)}`);
    this.shell = argv;
  }

  /** Variables of the image. `before` is what the value may go on from. */
  env(pairs: readonly (readonly [string, string])[], before: ReadonlyMap<string, string>): void {
    const words = pairs.map(([name, value]) => {
      const old = before.get(name);
      return assignment(name, value, this.escape, this.variables.get(name) === old ? old : undefined);
    });
    this.put(`ENV ${words.join(` ${this.escape}\n    `)}`);
    for (const [name, value] of pairs) {
      this.variables.set(name, value);
      this.#fixed.add(name);
    }
  }

  /** An ARG as its author wrote it. */
  arg(written: string, pairs: readonly (readonly [string, string | null])[]): void {
    if (pairs.every(([name, value]) => this.variables.get(name) === value)) return;
    this.put(written);
    for (const [name, value] of pairs) if (value !== null && !this.#fixed.has(name)) this.variables.set(name, value);
  }

  /**
   * Brings the variables a command expects into force. ENV would end up in the image; ARG is gone with the build. What an ARG cannot
   * change, as the image sets it, is left to the command.
   */
  expect(wanted: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
    const left: (readonly [string, string])[] = [];
    const written: string[] = [];
    for (const [name, value] of wanted) {
      if (this.variables.get(name) === value || open(value) || !/^[A-Za-z_]\w*$/.test(name) || /[\r\n]/.test(value))
        continue;
      if (this.#fixed.has(name)) left.push([name, value]);
      else {
        written.push(assignment(name, value, this.escape));
        this.variables.set(name, value);
      }
    }
    if (written.length > 0) this.put(`ARG ${written.join(' ')}`);
    return left;
  }
}
