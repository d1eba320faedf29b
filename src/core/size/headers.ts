// Step 3 of the walk: what a layer holds besides the contents of its files. A layer is a tar archive: every file, link
// and folder has a header in it, the folders above too. In: what a step stored and made. Out: bytes to pull; on disk
// a layer counts contents only. The figures are those of small layers of published images.

import type { Entry } from './entry';
import { exactly, range } from './range';
import type { Range } from './size';

/** An archive of nothing, packed. */
export const NO_HEADERS = 32;
/** The first header; every further one packs well, as it differs little. A name counts by its characters. */
const FIRST = 75;
const EACH = 15;
/** More headers than these weigh nothing beside the contents. */
const MOST = 300;

/** Headers of a layer. `folders`: made by the step, without content. */
export function headers(layer: readonly Entry[], folders: Iterable<string>): Range {
  const paths = [...folders];
  for (const entry of layer.slice(0, MOST)) if (entry.kind !== 'spread') paths.push(entry.path);
  const bytes = bytesOf(paths.filter((path) => path !== '/').map((path) => path.replace(/^\/+/, '/')));
  if (bytes === 0) return exactly(NO_HEADERS);
  const likely = FIRST + bytes;
  return range(likely * 0.86, likely, likely * 1.16);
}

/** A header for each path and each folder above one, and the last part of its name. */
function bytesOf(paths: readonly string[]): number {
  let bytes = 0;
  let before = '';
  // A folder comes right before what is in it, so that what two paths share is what neighbours share.
  for (const path of paths.length === 1 ? paths : inFolderOrder(paths)) {
    let headers = 0;
    let letters = 0;
    for (let at = sharedWith(before, path); at < path.length; at += 1)
      if (path.charCodeAt(at) === SLASH) headers += 1;
      else letters += 1;
    bytes += EACH * headers + letters;
    before = path;
  }
  return bytes;
}

const SLASH = 47;

const inFolderOrder = (paths: readonly string[]): readonly string[] =>
  paths
    .map((path) => path.replaceAll('/', '\0'))
    .sort()
    .map((path) => path.replaceAll('\0', '/'));

/** How many characters of whole parts two paths begin with. */
function sharedWith(before: string, path: string): number {
  let whole = 0;
  let at = 0;
  while (at < path.length && path.charCodeAt(at) === before.charCodeAt(at)) {
    at += 1;
    const ended = at === before.length || before.charCodeAt(at) === SLASH;
    if (ended && (at === path.length || path.charCodeAt(at) === SLASH)) whole = at;
  }
  return whole;
}

// Folders that every distribution's image has.
const SYSTEM =
  /^\/(bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr(\/(bin|include|lib|sbin|share|src|local(\/(bin|etc|include|lib|sbin|share|src))?))?|var(\/(cache|lib|log|mail|opt|run|spool|tmp))?)?$/;

export const isSystemFolder = (path: string): boolean => SYSTEM.test(path);
