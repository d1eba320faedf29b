// What a first visit loads before its picture is there, found in the built site: the entry, the playground's screen and
// the worker, each with everything it imports statically. The editor, the details below and what reads RUN come after it.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DIST = new URL('../../dist/', import.meta.url).pathname;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

export const bytesOf = (file: string): Buffer => readFileSync(join(DIST, file));

const manifest = (): Manifest => JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Manifest;

/** Files of a module of `src` and of everything it imports statically. Throws when the module is no chunk of its own. */
function closure(chunks: Manifest, source: string, found = new Set<string>()): Set<string> {
  const chunk = chunks[source];
  if (!chunk) throw new Error(`${source} is not in the manifest: is it still loaded by itself?`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const sheet of chunk.css ?? []) found.add(sheet);
  for (const imported of chunk.imports ?? []) closure(chunks, imported, found);
  return found;
}

/** Builds of their own are not in the manifest: what they import statically is read from their text. Paths below dist/. */
function importedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = bytesOf(file).toString('utf8');
  for (const [, imported] of text.matchAll(/(?:from|import)\s*["'](\.\/[\w./-]+\.js)["']/g)) {
    if (imported) importedBy(join(dirname(file), imported), found);
  }
  return found;
}

/** The one built file of a name, hash apart. */
export function builtFile(pattern: RegExp): string {
  const names = readdirSync(join(DIST, 'assets')).filter((name) => pattern.test(name));
  if (names.length !== 1)
    throw new Error(`${String(names.length)} built files match ${String(pattern)}, one was expected`);
  return `assets/${names[0] ?? ''}`;
}

/**
 * All that an embed loads before its picture is there: the element and what draws. Paths below dist/. Throws when either has to wait
 * for a third file: that is a round trip for every reader.
 */
export function embedView(): readonly string[] {
  const draw = readdirSync(join(DIST, 'embed')).filter((name) => /^draw-[\w-]+\.js$/.test(name));
  if (draw.length !== 1) throw new Error(`${String(draw.length)} files draw an embed, one was expected`);
  const files = [...importedBy(`embed/${draw[0] ?? ''}`, importedBy('embed.js'))];
  if (files.length !== 2) throw new Error(`an embed waits for ${files.join(', ')}`);
  return files;
}

/** A picture reads one way: of the two layouts the worker fetches one with its first question. */
function largerLayout(): string {
  const [right, down] = [builtFile(/^right-[\w-]+\.js$/), builtFile(/^down-[\w-]+\.js$/)];
  return bytesOf(right).length > bytesOf(down).length ? right : down;
}

/** Paths below dist/. */
export function firstView(): readonly string[] {
  const chunks = manifest();
  const files = closure(chunks, 'index.html');
  closure(chunks, 'src/ui/mount.ts', files);
  for (const file of importedBy(builtFile(/^analysis\.worker-[\w-]+\.js$/))) files.add(file);
  for (const file of importedBy(largerLayout())) files.add(file);
  return [...files].filter((file) => /\.(js|css)$/.test(file));
}

/** What the full editor adds to the first view. */
export function monacoFiles(): readonly string[] {
  const first = new Set(firstView());
  return [...closure(manifest(), 'src/editor/monaco/monaco-surface.ts')].filter((file) => !first.has(file));
}
