// Step 3 of the walk: what a layer holds besides the contents of its files. A layer is a tar archive: every file, link
// and folder has a header in it, the folders above too. In: what a step stored and made. Out: bytes to pull; on disk
// a layer counts contents only. The figures are those of small layers of published images.

import type { Entry } from './entry';
import { parentOf } from './paths';
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
  const seen = new Set<string>();
  let bytes = 0;
  const add = (path: string) => {
    for (let at = path; at !== '/' && !seen.has(at); at = parentOf(at)) {
      seen.add(at);
      bytes += EACH + at.length - at.lastIndexOf('/') - 1;
    }
  };
  for (const folder of folders) add(folder);
  for (const entry of layer.slice(0, MOST)) if (entry.kind !== 'spread') add(entry.path);
  if (seen.size === 0) return exactly(NO_HEADERS);
  const likely = FIRST + bytes;
  return range(likely * 0.86, likely, likely * 1.16);
}

// Folders that every distribution's image has.
const SYSTEM =
  /^\/(bin|boot|dev|etc|home|lib|lib64|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr(\/(bin|include|lib|sbin|share|src|local(\/(bin|etc|include|lib|sbin|share|src))?))?|var(\/(cache|lib|log|mail|opt|run|spool|tmp))?)?$/;

export const isSystemFolder = (path: string): boolean => SYSTEM.test(path);
