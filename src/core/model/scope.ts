// Model: the variables in force at a place of a stage. In: those of the parent stage, then one setting after the other. Out:
// look-ups, names in order, and a plain copy for a step. Stages share what they do not change.

import type { Lookup } from '../parse/substitution';

export class Scope {
  private values: Map<string, string>;
  private shared: boolean;
  private copy: Readonly<Record<string, string>> | null;

  constructor(parent?: Scope) {
    this.values = parent?.values ?? new Map();
    this.shared = parent !== undefined;
    this.copy = parent?.copy ?? null;
    if (parent) parent.shared = true;
  }

  readonly get: Lookup = (name) => this.values.get(name);

  has(name: string): boolean {
    return this.values.has(name);
  }

  names(): Iterable<string> {
    return this.values.keys();
  }

  entries(): Iterable<readonly [string, string]> {
    return this.values;
  }

  /** A name set again keeps its place. */
  set(name: string, value: string): void {
    if (this.values.get(name) === value) return;
    if (this.shared) {
      this.values = new Map(this.values);
      this.shared = false;
    }
    this.values.set(name, value);
    this.copy = null;
  }

  /** The same object until something changes. */
  snapshot(): Readonly<Record<string, string>> {
    return (this.copy ??= Object.fromEntries(this.values));
  }
}
