// Model, phase `steps`: one stage being built. In: its node, the globals, what its parent had become. Out: per command the
// step that is drawn, and the image. This file holds what all instructions share: scopes, substitution and history;
// perform.ts says what each instruction does. Follows BuildKit's dispatchState and dispatch.

import { stepId } from '../element';
import type { SubstitutionOptions } from '../parse/substitution';
import { SubstitutionError } from '../parse/substitution';
import { substitute } from '../parse/substitute';
import type { BuildOptions } from './build';
import type { Observation } from './finding';
import type { Command } from './command';
import type { Details } from './details';
import type { Faults, Place } from './faults';
import { placeOf } from './faults';
import type { Globals } from './globals';
import { inherit, type BaseConfigs } from './base-config';
import { DEFAULT_PATH, Image } from './image';
import type { Node } from './node';
import type { Platform } from './platform';
import { Scope } from './scope';
import { nearest } from './suggest';

export interface RunContext {
  readonly globals: Globals;
  readonly options: BuildOptions;
  readonly platform: Platform;
  readonly escape: '\\' | '`';
  readonly faults: Faults;
  readonly observations: Observation[];
  /** Stages whose history ends up in the image. */
  readonly shipped: ReadonlySet<Node>;
  readonly configs: BaseConfigs | null;
  readonly details: Details | null;
}

const LINUX_SHELL: readonly string[] = ['/bin/sh', '-c'];
const WINDOWS_SHELL: readonly string[] = ['cmd', '/S', '/C'];

/** Build arguments that say what to scan and are no variables. */
const NO_VARIABLES: ReadonlySet<string> = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);

export const isVariable = (name: string): boolean => !NO_VARIABLES.has(name);

export class StageRun {
  readonly image: Image;
  /** ENV and ARG in force, as RUN would see them. */
  private readonly scope: Scope;
  /** What this stage has changed in it, in order. */
  readonly settings: (readonly [string, string])[] = [];
  /** Variables of the image that an ARG hides. */
  private readonly hidden = new Set<string>();
  /** Declared ARGs with their values, parents' first. */
  readonly buildArgs: Scope<string | null>;
  readonly platform: Platform;
  cmdGiven = false;
  private shown: { readonly at: number; readonly words: readonly string[] } = { at: -1, words: [] };
  /** The step at work. */
  step = 0;
  private command: Command | null = null;
  /** Faults known when the step began: behind its first fault BuildKit looks at nothing more. */
  private faultsBefore = 0;

  constructor(
    readonly node: Node,
    parent: StageRun | null,
    readonly context: RunContext,
  ) {
    this.image = new Image(parent?.image ?? null);
    this.scope = new Scope(parent?.scope);
    this.buildArgs = new Scope(parent?.buildArgs);
    this.platform = parent?.platform ?? (node.base === 'scratch' ? null : node.platform) ?? context.platform;
    if (parent) {
      // An ARG of the parent may hide a variable of the image; in a new stage the image's own counts again.
      for (const name of parent.hidden) this.setVariable(name, this.image.env.get(name) ?? '');
      return;
    }
    if (node.base === 'scratch') this.image.set('WorkingDir', '/');
    if (node.base === 'scratch' && this.os === 'windows') return;
    this.image.env.set('PATH', DEFAULT_PATH);
    const known = node.reference === null ? null : (context.configs?.(node.reference) ?? null);
    if (known) inherit(this.image, known);
    for (const [name, value] of this.image.env.entries()) this.setVariable(name, value);
  }

  get(name: string): string | undefined {
    return this.scope.get(name);
  }

  /** What RUN and the following words see. */
  setVariable(name: string, value: string): void {
    if (this.scope.set(name, value)) this.settings.push([name, value]);
    const own = this.image.env.get(name);
    if (own === undefined || own === value) this.hidden.delete(name);
    else this.hidden.add(name);
  }

  /** A variable of the image itself. */
  setEnvironment(name: string, value: string): void {
    this.image.env.set(name, value);
    this.setVariable(name, value);
  }

  /** Declared build arguments as `docker history` shows them: `|2 A=1 B=2`, or nothing. */
  get argumentsShown(): readonly string[] {
    const { scope, buildArgs } = this;
    const at = scope.changes + buildArgs.changes;
    if (this.shown.at !== at) {
      const args = [...buildArgs.entries()].map(([name, value]) => `${name}=${scope.get(name) ?? value ?? ''}`);
      this.shown = { at, words: args.length === 0 ? [] : [`|${args.length} ${args.join(' ')}`] };
    }
    return this.shown.words;
  }

  get os(): string {
    return this.platform.os;
  }

  begin(step: number, command: Command): void {
    this.step = step;
    this.command = command;
    this.faultsBefore = this.context.faults.count;
  }

  get stepId() {
    return stepId(this.node.index, this.step);
  }

  private get place(): Place {
    const { command, node, step } = this;
    const place = placeOf(command?.instruction ?? node.instruction, node.index, step);
    const triggered = command !== null && step < node.triggers.length;
    return triggered ? { ...place, span: node.instruction.span, line: node.instruction.lines[0] } : place;
  }

  private readonly needed = (): boolean => this.node.reachable;

  fault(message: string): void {
    this.context.faults.add('steps', message, this.place, this.needed);
  }

  /** Runs a check; a refusal is noted and the step goes on. */
  check(work: () => void): void {
    this.attempt(undefined, work);
  }

  attempt<T>(otherwise: T, work: () => T): T {
    return this.context.faults.attempt('steps', this.place, otherwise, work, this.needed);
  }

  /** The word with its variables replaced; where that fails, as written. */
  expand(word: string, options?: SubstitutionOptions, escape: '\\' | '`' = this.context.escape): string {
    return this.expandIn(this.scope, word, true, options, escape);
  }

  readonly expandWord = (word: string): string => this.expand(word);

  /** The words a word falls into; EXPOSE does not report what is undefined. */
  expandWords(word: string): readonly string[] {
    return this.attempt<readonly string[]>(
      [word],
      () => substitute(word, this.scope.lookUp, this.context.escape).words,
    );
  }

  private expandIn(
    scope: Scope,
    word: string,
    observe: boolean,
    options: SubstitutionOptions | undefined,
    escape: '\\' | '`',
  ): string {
    return this.attempt(word, () => {
      try {
        const { text, missing } = substitute(word, scope.lookUp, escape, options);
        if (observe) this.observeMissing(missing);
        return text;
      } catch (error) {
        if (error instanceof SubstitutionError) this.observeMissing(error.missing);
        throw error;
      }
    });
  }

  private observeMissing(missing: readonly string[]): void {
    for (const name of missing) {
      if (this.buildArgs.has(name) || !isVariable(name)) continue;
      this.observe({
        kind: 'undefined-variable',
        step: this.stepId,
        name,
        suggestion: nearest(name, this.scope.names()),
      });
    }
  }

  observe(observation: Observation): void {
    if (this.context.faults.count === this.faultsBefore) this.context.observations.push(observation);
  }

  /** A line of the history, made only where it ends up in the image. */
  commit(by: () => string, layer: boolean): void {
    if (this.context.shipped.has(this.node)) this.image.history.push({ by: by(), empty: !layer, step: this.stepId });
  }

  /** The shell in front of a shell form. */
  withShell(argv: readonly string[]): readonly string[] {
    return [...this.shell, argv.join(' ')];
  }

  /** The same list until SHELL changes it. */
  get shell(): readonly string[] {
    const { shell } = this.image;
    return shell.length > 0 ? shell : this.os === 'windows' ? WINDOWS_SHELL : LINUX_SHELL;
  }
}
