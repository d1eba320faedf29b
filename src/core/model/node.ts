// Model: a stage while the walk works on it, and the list of all of them. Images used through COPY --from and mounts are
// members of the same list behind the stages, as in BuildKit (dispatchStates): that is why an index may meet one.

import type { Instruction } from '../parse/instruction';
import type { Command, From } from './command';
import type { Platform } from './platform';
import { Refusal } from './refusal';

export interface Node {
  readonly index: number;
  /** The stage's FROM; `null` for an image used through COPY or a mount. */
  readonly from: From | null;
  /** Of the FROM, or of the step that uses the image. */
  readonly instruction: Instruction;
  /** Base after substitution. */
  readonly base: string;
  readonly baseNode: Node | null;
  /** Base image, normalised; `null` for a stage, `scratch`, or what is no reference. */
  reference: string | null;
  /** Why the base cannot be told; `null` when it can. */
  broken: string | null;
  /** Of the `--platform` flag. */
  readonly platform: Platform | null;
  /** Own commands; triggers of the parent go in front. */
  commands: Command[];
  triggers: Command[];
  /** For each command, what its `--from` or its mounts use. */
  readonly sources: Map<Command, readonly (Node | Unresolved | null)[]>;
  /** Stages and images needed through COPY and mounts, with the first command that needs each. */
  readonly deps: Map<Node, Command>;
  reachable: boolean;
  /** The walk has come to it. */
  started: boolean;
}

/** A `--from` that cannot be resolved. */
export interface Unresolved {
  readonly why: string;
}

export const isNode = (source: Node | Unresolved | null | undefined): source is Node =>
  source !== null && source !== undefined && 'sources' in source;

export class Nodes {
  readonly all: Node[] = [];
  private readonly byName = new Map<string, Node>();

  /** Adds a stage or image; it builds on the stage of its base's very name, if one stands before it. */
  add(given: Pick<Node, 'from' | 'instruction' | 'base' | 'platform' | 'broken'>): Node {
    const node: Node = {
      from: given.from,
      instruction: given.instruction,
      base: given.base,
      platform: given.platform,
      broken: given.broken,
      index: this.all.length,
      baseNode: this.byName.get(given.base) ?? null,
      reference: null,
      commands: [],
      triggers: [],
      sources: new Map(),
      deps: new Map(),
      reachable: false,
      started: false,
    };
    this.all.push(node);
    const name = given.from?.name;
    if (name) this.byName.set(name, node);
    return node;
  }

  get stages(): Node[] {
    return this.all.filter((node) => node.from !== null);
  }

  named(name: string): Node | undefined {
    return this.byName.get(name.toLowerCase());
  }

  at(index: number): Node {
    const node = index < 0 ? undefined : this.all[index];
    if (!node) throw new Refusal(`invalid stage index ${String(index)}`);
    return node;
  }

  /** As BuildKit lists them for a suggestion. */
  names(): string[] {
    return this.all.filter((node) => node.from !== null).map(labelOf);
  }
}

/** The stage's name, or `stage-1`. */
export const labelOf = (node: Node): string => node.from?.name ?? `stage-${String(node.index)}`;
