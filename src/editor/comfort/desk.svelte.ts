// What lies on the editor's desk: the named files with the open one, their older versions, and the person's settings.
// The open file's text is the page's text; the desk keeps it a moment after it has changed.

import type { EditorSettings } from '../settings';
import { add, begin, close, forget, keep, readDocuments, rename, write, type Documents, type Named } from './documents';
import { openFile, saveFile } from './files';
import { readSettings, writeSettings } from './settings';
import { readVersions, remember, rememberStart, writeVersions, type Version } from './versions';

const KEEP_AFTER = 600;

export interface DeskTop {
  readonly text: () => string;
  /** Puts another file's text on the page, apart from the undo of the one before. */
  readonly open: (file: Named) => void;
  readonly say: (message: string) => void;
}

const newId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

export class Desk {
  files = $state.raw<Documents>({ all: [], open: '' });
  versions = $state.raw<readonly Version[]>([]);
  #settings = $state.raw<EditorSettings>(readSettings());
  readonly #handles: Record<string, FileSystemFileHandle> = {};
  readonly #top: DeskTop;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(top: DeskTop) {
    this.#top = top;
    this.files = begin(readDocuments(), top.text(), newId);
    this.versions = readVersions();
  }

  get settings(): EditorSettings {
    return this.#settings;
  }

  set(change: Partial<EditorSettings>): void {
    this.#settings = { ...this.#settings, ...change };
    writeSettings(this.#settings);
  }

  get current(): Named {
    return this.files.all.find((one) => one.id === this.files.open) ?? { id: '', name: 'Dockerfile', text: '' };
  }

  /** The text has changed: it is kept once typing pauses. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.keepNow();
    }, KEEP_AFTER);
  }

  keepNow(): void {
    clearTimeout(this.#timer);
    const text = this.#top.text();
    const before = this.current.text;
    this.files = write(this.files, text);
    keep(this.current);
    const now = Date.now();
    const started = before === text ? this.versions : rememberStart(this.versions, before, now);
    const versions = remember(started, text, now);
    if (versions === this.versions) return;
    this.versions = versions;
    writeVersions(versions);
  }

  #show(files: Documents): void {
    this.files = files;
    this.#top.open(this.current);
    keep(this.current);
  }

  switchTo(id: string): void {
    if (id === this.files.open) return;
    this.keepNow();
    this.#show({ ...this.files, open: id });
  }

  create(): void {
    this.keepNow();
    this.#show(add(this.files, 'Dockerfile', '', newId()));
  }

  rename(name: string): void {
    this.files = rename(this.files, this.files.open, name);
    keep(this.current);
  }

  /** Takes the open file away; its text stays among the versions. */
  close(): void {
    this.keepNow();
    const gone = this.files.open;
    const left = close(this.files, gone);
    if (left === this.files || left.open === gone) {
      this.#top.say('This is the only file, so it stays open.');
      return;
    }
    forget(gone);
    this.#show(left);
  }

  #take(name: string, text: string, handle: FileSystemFileHandle | null): void {
    this.keepNow();
    const same = this.current.text.trim() === '' ? this.files.open : null;
    const id = same ?? newId();
    if (handle) this.#handles[id] = handle;
    this.#show(same ? write(rename(this.files, id, name), text) : add(this.files, name, text, id));
  }

  async open(): Promise<void> {
    const opened = await openFile();
    if (opened === null) return;
    if ('why' in opened) this.#top.say(opened.why);
    else this.#take(opened.name, opened.text, opened.handle);
  }

  async save(): Promise<void> {
    this.keepNow();
    const { id, name } = this.current;
    const saved = await saveFile(name, this.#top.text(), this.#handles[id] ?? null);
    if (saved === null) return;
    if ('why' in saved) this.#top.say(saved.why);
    else {
      if (saved.handle) this.#handles[id] = saved.handle;
      this.#top.say(saved.how === 'saved' ? `Saved ${name}.` : `Downloaded ${name}.`);
    }
  }
}
