// Model: names and their values in force at a place of a stage. In: those of the parent stage, then one setting after the other.
// Out: look-ups, and names in the order they were first set. What a parent has is shared, never copied: its layers lie below,
// each at least twice the size of the next, so that a look-up passes few of them however long the chain of stages is.

type Layer<T> = ReadonlyMap<string, T>;

export class Scope<T = string> {
  /** Finished, oldest first. */
  private below: readonly Layer<T>[];
  /** Made when something is set: many scopes stay as their parent is. */
  private own: Map<string, T> | null = null;
  private count = 0;

  constructor(parent?: Scope<T>) {
    this.below = parent?.finish() ?? [];
  }

  /** Settings so far that changed something: as long as it stays, so does all else. */
  get changes(): number {
    return this.count;
  }

  get(name: string): T | undefined {
    const value = this.own?.get(name);
    if (value !== undefined) return value;
    for (let at = this.below.length - 1; at >= 0; at--) {
      const found = this.below[at]?.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `get` by itself, for substitution. */
  get lookUp(): (name: string) => T | undefined {
    return (name) => this.get(name);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  names(): Iterable<string> {
    return this.all().keys();
  }

  entries(): Iterable<readonly [string, T]> {
    return this.all();
  }

  /** A name set again keeps its place. False where it had that value already. */
  set(name: string, value: T): boolean {
    if (this.get(name) === value) return false;
    (this.own ??= new Map()).set(name, value);
    this.count += 1;
    return true;
  }

  private all(): Layer<T> {
    const layers = this.own ? [...this.below, this.own] : this.below;
    return layers.length === 1 && layers[0] ? layers[0] : merged(layers);
  }

  /** Lays what was set here on top of what lies below, for others to build on. */
  private finish(): readonly Layer<T>[] {
    if (!this.own) return this.below;
    let from = this.below.length;
    let size = this.own.size;
    for (let layer = this.below[from - 1]; layer && layer.size < 2 * size; layer = this.below[from - 1]) {
      size += layer.size;
      from -= 1;
    }
    const joined = from === this.below.length ? this.own : merged([...this.below.slice(from), this.own]);
    this.below = [...this.below.slice(0, from), joined];
    this.own = null;
    return this.below;
  }
}

function merged<T>(layers: readonly Layer<T>[]): Map<string, T> {
  const all = new Map(layers[0]);
  for (const layer of layers.slice(1)) for (const [name, value] of layer) all.set(name, value);
  return all;
}
