// Step 3 of the walk: a small model of a stage's file system. What was added where, by which step, and what of it
// is gone again. In: entries and removals, step by step. Out: what a layer weighs, what a path holds.
// As in an overlay, a file deleted by a later step stays in the layer that stored it; deleting frees bytes only in
// the step's own layer.

import type { Entry } from './entry';
import { below, globMatcher, isGlob, isUnder } from './paths';

/** What a path holds: whole entries, or a part of one. */
export interface Holding {
  readonly entry: Entry;
  /** The path asked for lies inside the entry (a `tree`, or what an `open` one may hold). */
  readonly inside: boolean;
}

export class Files {
  /** What earlier steps and the base left and nobody deleted since, oldest first. */
  #earlier: Entry[];
  #layer: Entry[] = [];

  /** `parent`: the files this stage starts from; they are finished and shared by nobody who changes them. */
  constructor(parent: Files | null) {
    this.#earlier = parent ? [...parent.#earlier] : [];
  }

  /** What the running step has stored so far. */
  get layer(): readonly Entry[] {
    return this.#layer;
  }

  /** Ends the running step's layer and returns it. */
  commit(): readonly Entry[] {
    const layer = this.#layer;
    for (const entry of layer) this.#earlier.push(entry);
    this.#layer = [];
    return layer;
  }

  /** Stores an entry; what it replaces in its own layer weighs nothing any more. */
  add(entry: Entry): void {
    if (entry.kind === 'file') {
      this.#layer = this.#layer.filter((other) => other.kind !== 'file' || other.path !== entry.path);
      const hidden = this.#earlier.findIndex((other) => other.kind === 'file' && other.path === entry.path);
      if (hidden >= 0) this.#earlier.splice(hidden, 1);
    }
    this.#layer.push(entry);
  }

  /** Puts another entry in the place of one of the running layer. */
  replace(entry: Entry, other: Entry | null): void {
    swap(this.#layer, entry, other);
  }

  /** Lets one entry of an earlier layer be seen as another, or no longer; what that layer stores stays. */
  cover(entry: Entry, other: Entry | null): void {
    swap(this.#earlier, entry, other);
  }

  /** Deletes a path or glob. Returns what was freed here and what stays stored in earlier layers. */
  remove(path: string): { readonly freed: readonly Entry[]; readonly kept: readonly Entry[] } {
    const gone = this.matching(path);
    const freed = this.#layer.filter((entry) => gone.has(entry));
    if (freed.length > 0) this.#layer = this.#layer.filter((entry) => !gone.has(entry));
    for (const entry of freed) gone.delete(entry);
    const kept = [...gone];
    if (kept.length > 0) this.#earlier = this.#earlier.filter((entry) => !gone.has(entry));
    return { freed, kept };
  }

  /** Visible entries that lie wholly under a path or glob. `/x/*` covers what is in `/x`, counted as a whole or not. */
  matching(path: string): Set<Entry> {
    const found = new Set<Entry>();
    const fits = matcher(path);
    for (const entry of this.visible()) if (entry.kind !== 'spread' && fits(entry)) found.add(entry);
    return found;
  }

  /** Everything that can be seen now, newest first. */
  *visible(): Generator<Entry> {
    for (let at = this.#layer.length - 1; at >= 0; at -= 1) yield this.#layer[at] as Entry;
    for (let at = this.#earlier.length - 1; at >= 0; at -= 1) yield this.#earlier[at] as Entry;
  }

  /** What a path without globs holds: entries at or under it; if there are none, those that it may lie inside. */
  holding(path: string): readonly Holding[] {
    const whole: Holding[] = [];
    const around: Holding[] = [];
    for (const entry of this.visible()) {
      if (entry.kind === 'spread') {
        if (path === '/') whole.push({ entry, inside: false });
      } else if (isUnder(entry.path, path)) whole.push({ entry, inside: false });
      else if (entry.kind !== 'file' && isUnder(path, entry.path)) around.push({ entry, inside: true });
    }
    if (whole.length > 0) return whole;
    // The innermost folder says most; among those of one folder, one whose names fit, then the latest.
    // A folder counted as a whole says more than a build whose output has other names.
    const fit = ({ entry }: Holding): number => {
      if (entry.names) return entry.names.test(below(path, entry.path)) ? 3 : 0;
      return entry.listing ? 2 : 1;
    };
    return around.sort((a, b) => fit(b) - fit(a) || b.entry.path.length - a.entry.path.length);
  }
}

function swap(entries: Entry[], entry: Entry, other: Entry | null): void {
  const at = entries.indexOf(entry);
  if (at >= 0) entries.splice(at, 1, ...(other ? [other] : []));
}

function matcher(path: string): (entry: Entry) => boolean {
  if (!isGlob(path)) return (entry) => isUnder(entry.path, path);
  const fits = globMatcher(path);
  const folder = path.endsWith('/*') && !isGlob(path.slice(0, -2)) ? path.slice(0, -2) || '/' : null;
  return (entry) => {
    if (folder !== null && isUnder(entry.path, folder)) return entry.kind !== 'file' || entry.path !== folder;
    for (let at = entry.path.length; at > 0; at = entry.path.lastIndexOf('/', at - 1))
      if (fits(entry.path.slice(0, at))) return true;
    return false;
  };
}
