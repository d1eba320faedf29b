// Step 3 of the walk: a small model of a stage's file system. What was added where, by which step, and what of it
// is gone again. In: entries and removals, step by step. Out: what a layer weighs, what a path holds.
// As in an overlay, a file deleted by a later step stays in the layer that stored it; deleting frees bytes only in
// the step's own layer.

import type { Entry } from './entry';
import { PathIndex } from './path-index';
import { below, globMatcher, isGlob, isUnder, parentOf } from './paths';

/** What a path holds: whole entries, or a part of one. */
export interface Holding {
  readonly entry: Entry;
  /** The path asked for lies inside the entry (a `tree`, or what an `open` one may hold). */
  readonly inside: boolean;
}

/** Going through the list costs less than an index until this many look-ups have been made, on lists longer than this. */
const WORTH_AN_INDEX = 32;

export class Files {
  /** What earlier steps and the base left and nobody deleted since, oldest first. */
  #earlier: Entry[];
  #layer: Entry[] = [];
  /** Of both lists; made when a stage is found to need it. */
  #index: PathIndex | null = null;
  #lookUps = 0;
  /** What the base image holds all over. */
  #root: Entry | null;

  /** `parent`: the files this stage starts from; they are finished and shared by nobody who changes them. */
  constructor(parent: Files | null) {
    this.#earlier = parent ? [...parent.#earlier] : [];
    this.#root = parent ? parent.#root : null;
  }

  /** What the running step has stored so far. */
  get layer(): readonly Entry[] {
    return this.#layer;
  }

  /** The base image as a whole; `null` from scratch. */
  get root(): Entry | null {
    return this.#root;
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
      let hidden: Entry | null = null;
      for (const twin of this.#filesAt(entry.path))
        if (swap(this.#layer, twin, null)) this.#index?.swap(twin, null);
        else hidden ??= twin;
      if (hidden) this.cover(hidden, null);
    }
    if (entry.kind === 'spread' && entry.step === null) this.#root = entry;
    this.#layer.push(entry);
    this.#index?.add(entry);
  }

  /** Puts another entry in the place of one of the running layer. */
  replace(entry: Entry, other: Entry | null): void {
    if (swap(this.#layer, entry, other)) this.#index?.swap(entry, other);
  }

  /** Lets one entry of an earlier layer be seen as another, or no longer; what that layer stores stays. */
  cover(entry: Entry, other: Entry | null): void {
    if (swap(this.#earlier, entry, other)) this.#index?.swap(entry, other);
  }

  /** Deletes a path or glob. Returns what was freed here and what stays stored in earlier layers. */
  remove(path: string): { readonly freed: readonly Entry[]; readonly kept: readonly Entry[] } {
    const freed: Entry[] = [];
    const kept: Entry[] = [];
    for (const entry of this.matching(path)) {
      if (swap(this.#layer, entry, null)) freed.push(entry);
      else if (swap(this.#earlier, entry, null)) kept.push(entry);
      this.#index?.swap(entry, null);
    }
    return { freed: freed.reverse(), kept };
  }

  /** Visible entries that lie wholly under a path or glob. `/x/*` covers what is in `/x`, counted as a whole or not. */
  matching(path: string): Set<Entry> {
    const found = new Set<Entry>();
    const fits = matcher(path);
    for (const entry of this.near(path)) if (entry.kind !== 'spread' && fits(entry)) found.add(entry);
    return found;
  }

  /** Everything that can be seen now, newest first. */
  *visible(): Generator<Entry> {
    for (let at = this.#layer.length - 1; at >= 0; at -= 1) yield this.#layer[at] as Entry;
    for (let at = this.#earlier.length - 1; at >= 0; at -= 1) yield this.#earlier[at] as Entry;
  }

  /** What can be seen, newest first: all of it that lies at or under what a path or glob names, and perhaps more. */
  near(path: string): Iterable<Entry> {
    const stem = stemOf(path);
    return stem === '/' ? this.visible() : (this.#indexed()?.under(stem) ?? this.visible());
  }

  /** What a path without globs holds: entries at or under it; if there are none, those that it may lie inside. */
  holding(path: string): readonly Holding[] {
    const whole: Holding[] = [];
    const around: Holding[] = [];
    const index = path === '/' ? null : this.#indexed();
    for (const entry of index ? [...index.under(path), ...index.around(path)] : this.visible()) {
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

  /** Files stored at a path, oldest first. */
  #filesAt(path: string): Entry[] {
    const isTwin = (other: Entry): boolean => other.kind === 'file' && other.path === path;
    const index = this.#indexed();
    return index ? index.at(path).filter(isTwin) : [...this.#earlier.filter(isTwin), ...this.#layer.filter(isTwin)];
  }

  #indexed(): PathIndex | null {
    if (this.#index) return this.#index;
    if (this.#earlier.length + this.#layer.length <= WORTH_AN_INDEX) return null;
    this.#lookUps += 1;
    if (this.#lookUps > WORTH_AN_INDEX) this.#index = new PathIndex([...this.#earlier, ...this.#layer]);
    return this.#index;
  }
}

/** Most of what is deleted or replaced came last. False where it was not there. */
function swap(entries: Entry[], entry: Entry, other: Entry | null): boolean {
  const at = entries.lastIndexOf(entry);
  if (at >= 0) entries.splice(at, 1, ...(other ? [other] : []));
  return at >= 0;
}

/** The folder that a glob cannot leave; the path itself where it is none. */
function stemOf(path: string): string {
  const glob = path.search(/[*?[]/);
  return glob < 0 ? path : parentOf(path.slice(0, glob) + 'x');
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
