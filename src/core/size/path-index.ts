// Step 3 of the walk: a stage's entries by the folder they lie in, for stages of so many that going through all of them for each
// command would take a long file forever. In: entries with their place in the stage's list. Out: those at or under a path, and
// those around it. Paths are absolute, without `.`, `..` or a slash at the end.

import type { Entry } from './entry';

/** An entry's place in the list: kept when another entry takes it over. */
interface Spot {
  entry: Entry;
  readonly order: number;
}

interface Folder {
  /** Stored at this very path, oldest first. */
  spots: Spot[];
  readonly below: Map<string, Folder>;
  readonly above: Folder | null;
  readonly name: string;
}

const segments = (path: string): readonly string[] => (path === '/' ? [] : path.slice(1).split('/'));

const folderIn = (above: Folder | null, name: string): Folder => ({ spots: [], below: new Map(), above, name });

export class PathIndex {
  readonly #root = folderIn(null, '');
  #next = 0;

  /** Entries oldest first. */
  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) this.add(entry);
  }

  /** Behind all that are there. */
  add(entry: Entry): void {
    this.#insert({ entry, order: this.#next });
    this.#next += 1;
  }

  /** Takes an entry out, or puts `other` in its place. */
  swap(entry: Entry, other: Entry | null): void {
    const folder = this.#find(entry.path);
    const spot = folder?.spots.find((one) => one.entry === entry);
    if (!folder || !spot) return;
    if (other?.path === entry.path) spot.entry = other;
    else {
      folder.spots = folder.spots.filter((one) => one !== spot);
      forget(folder);
      if (other) this.#insert({ entry: other, order: spot.order });
    }
  }

  /** Stored at this very path, oldest first. */
  at(path: string): readonly Entry[] {
    return this.#find(path)?.spots.map((spot) => spot.entry) ?? [];
  }

  /** Stored at a path or under it, newest first. */
  under(path: string): Entry[] {
    const found: Spot[] = [];
    const first = this.#find(path);
    const waiting = first ? [first] : [];
    for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
      for (const spot of folder.spots) found.push(spot);
      for (const child of folder.below.values()) waiting.push(child);
    }
    return newestFirst(found);
  }

  /** Stored at the folders a path lies in, newest first. */
  around(path: string): Entry[] {
    const found: Spot[] = [];
    let folder: Folder | undefined = this.#root;
    for (const name of segments(path)) {
      if (!folder) break;
      found.push(...folder.spots);
      folder = folder.below.get(name);
    }
    return newestFirst(found);
  }

  #find(path: string): Folder | undefined {
    let folder: Folder | undefined = this.#root;
    for (const name of segments(path)) folder = folder?.below.get(name);
    return folder;
  }

  #insert(spot: Spot): void {
    let folder = this.#root;
    for (const name of segments(spot.entry.path)) {
      const next = folder.below.get(name) ?? folderIn(folder, name);
      folder.below.set(name, next);
      folder = next;
    }
    folder.spots.push(spot);
    if ((folder.spots.at(-2)?.order ?? -1) > spot.order) folder.spots.sort((a, b) => a.order - b.order);
  }
}

/** Lets go of a folder that holds nothing any more, and of those above it that held nothing else. */
function forget(folder: Folder): void {
  for (let at = folder; at.above && at.spots.length === 0 && at.below.size === 0; at = at.above)
    at.above.below.delete(at.name);
}

const newestFirst = (spots: Spot[]): Entry[] => spots.sort((a, b) => b.order - a.order).map((spot) => spot.entry);
