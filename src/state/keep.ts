// What this browser keeps between visits. Each tab has its own entry, so two tabs never write over each other, and a
// reload or a crash brings back what this very tab showed. Storage may be blocked or full: then nothing is kept, the
// page goes on, and the caller learns of it.

import { readSnapshot, type Snapshot } from '../share/snapshot';

export interface Kept {
  /** Which tab wrote it. */
  readonly tab: string;
  /** Milliseconds since 1970, of the last change. */
  readonly at: number;
  readonly snapshot: Snapshot;
}

export interface Places {
  /** Survives reloads of one tab. */
  readonly session: () => Storage;
  /** Shared by all tabs. */
  readonly local: () => Storage;
}

const PLACES: Places = { session: () => sessionStorage, local: () => localStorage };
const KEY = 'dockerfile-playground';
const TAB_KEY = `${KEY}:tab`;
/** Texts of other tabs and earlier visits that can be gone back to. */
const MOST = 8;

function quietly<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function readKept(value: unknown): Kept | null {
  if (typeof value !== 'object' || value === null) return null;
  const { tab, at, snapshot } = value as Record<string, unknown>;
  const read = readSnapshot(snapshot);
  return typeof tab === 'string' && typeof at === 'number' && read ? { tab, at, snapshot: read } : null;
}

export class Keeper {
  readonly #places: Places;
  readonly #now: () => number;
  readonly tab: string;

  constructor(makeId: () => string, now: () => number = Date.now, places: Places = PLACES) {
    this.#places = places;
    this.#now = now;
    this.tab = quietly(() => this.#places.session().getItem(TAB_KEY), null) ?? makeId();
    quietly(() => {
      this.#places.session().setItem(TAB_KEY, this.tab);
    }, undefined);
  }

  /** Newest first. */
  all(): readonly Kept[] {
    return quietly(() => {
      const stored: unknown = JSON.parse(this.#places.local().getItem(KEY) ?? '[]');
      const list = Array.isArray(stored) ? stored : [];
      return list
        .map(readKept)
        .filter((kept) => kept !== null)
        .sort((a, b) => b.at - a.at);
    }, []);
  }

  /** What this tab showed last, or else what any tab did. */
  latest(): Kept | null {
    // The tab's own storage first: a duplicated tab starts with its original's name and would find its text.
    const own = quietly(() => readKept(JSON.parse(this.#places.session().getItem(KEY) ?? 'null')), null);
    const all = this.all();
    return own ?? all.find((kept) => kept.tab === this.tab) ?? all[0] ?? null;
  }

  /** False when the browser does not keep it. Older entries give way when there is no room for all. */
  write(snapshot: Snapshot, tab: string = this.tab): boolean {
    const entry: Kept = { tab, at: this.#now(), snapshot };
    if (tab === this.tab) {
      quietly(() => {
        this.#places.session().setItem(KEY, JSON.stringify(entry));
      }, undefined);
    }
    const others = this.all().filter((kept) => kept.tab !== tab && kept.snapshot.text !== snapshot.text);
    for (let room = MOST - 1; room >= 0; room = room > 0 ? Math.floor(room / 2) : -1) {
      const list: readonly Kept[] = [entry, ...others.slice(0, room)];
      const done = quietly(() => {
        this.#places.local().setItem(KEY, JSON.stringify(list));
        return true;
      }, false);
      if (done) return true;
    }
    return false;
  }

  /** Puts aside a text that is about to be replaced, as if another tab held it. */
  putAside(snapshot: Snapshot, makeId: () => string): void {
    if (snapshot.text.trim() !== '') this.write(snapshot, makeId());
  }
}
