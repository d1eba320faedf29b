// A folder the person gives, read as a build context: names and sizes of its files, less what .dockerignore leaves out.
// Only .dockerignore and a Dockerfile are opened; nothing leaves the page.

import { readIgnore, type ContextFile } from '../../core';

export interface GivenFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  size(): Promise<number>;
  text(): Promise<string>;
}

/** A folder to walk. `skip` says which folders need not be entered. */
export type GivenFolder = (skip: (folder: string) => boolean) => AsyncIterable<GivenFile>;

export interface ReadFolder {
  readonly files: readonly ContextFile[];
  /** The file that says what is left out; `null` when there is none. */
  readonly ignore: { readonly name: string; readonly text: string } | null;
  /** Lines of it that are no pattern. */
  readonly wrongRules: readonly string[];
  /** Text of the folder's own Dockerfile. */
  readonly dockerfile: string | null;
}

export interface Reading {
  readonly signal: AbortSignal;
  onprogress(files: number): void;
}

/** Files between two words to the person, and two looks at whether to stop. */
const STRIDE = 250;
/** No build context anyone waits for has more; it keeps a disk's root from filling the memory. */
const MOST = 500_000;

export class TooManyFiles extends Error {}

type Own = (name: string) => Promise<GivenFile | null>;

/**
 * Rejects with the signal's reason when cancelled, and with `TooManyFiles`. `own` finds a file of the folder's root; `named` is what the
 * Dockerfile on the page is called.
 */
export async function readFolder(
  folder: GivenFolder,
  own: Own,
  { signal, onprogress }: Reading,
  named = 'Dockerfile',
): Promise<ReadFolder> {
  // Docker prefers the one named after the Dockerfile.
  const ignore = await firstOf([`${named}.dockerignore`, '.dockerignore'], own);
  const rules = readIgnore(ignore?.text ?? '');
  // With an exception (`!…`) something below an ignored folder may count, so every folder has to be looked into.
  const skip = (path: string): boolean => !rules.hasExceptions && rules.ignores(path);
  const files: ContextFile[] = [];
  let seen = 0;
  for await (const file of folder(skip)) {
    seen += 1;
    if (seen % STRIDE === 0) {
      onprogress(seen);
      // A chosen folder comes from memory without a pause: the page gets one to show how far it is and to hear Cancel.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    }
    if (seen > MOST) throw new TooManyFiles();
    if (!rules.ignores(file.path)) files.push({ path: file.path, size: await file.size() });
  }
  signal.throwIfAborted();
  const dockerfile = await firstOf([named, 'Dockerfile'], own);
  return { files, ignore, wrongRules: rules.faults, dockerfile: dockerfile?.text ?? null };
}

async function firstOf(names: readonly string[], own: Own): Promise<{ name: string; text: string } | null> {
  for (const name of names) {
    const found = await own(name);
    if (found) return { name, text: await found.text() };
  }
  return null;
}
