// Step 3 of the walk, for RUN: find. In: where it looks, by what name, and what it does with it. Out: files that are known
// by name are deleted, changed or handed on; of a folder counted as a whole, what usually has such names goes.

import { baseName, globMatcher, isUnder, parentOf } from '../paths';
import { scaleBytes } from '../range';
import type { Call, Handler, Shell } from '../shell';
import { printed } from '../stream';

interface Search {
  readonly folders: readonly string[];
  readonly fits: (path: string) => boolean;
  /** The patterns asked for; empty: everything. */
  readonly names: readonly string[];
  readonly folder: boolean;
  /** `delete`, or the words behind `-exec`. */
  readonly action: 'delete' | readonly string[] | null;
}

function read(call: Call, shell: Shell): Search {
  const { args } = call;
  const start = args.findIndex((arg) => /^[-(!\\]/.test(arg));
  const folders = args.slice(0, start < 0 ? args.length : start);
  const names: string[] = [];
  const refused: string[] = [];
  let kind = '';
  let action: Search['action'] = null;
  for (let at = Math.max(0, start); at < args.length; at += 1) {
    const value = args[at + 1] ?? '';
    if (/^-i?(name|path|wholename)$/.test(args[at] ?? ''))
      (/^(!|-not)$/.test(args[at - 1] ?? '') ? refused : names).push(value);
    else if (args[at] === '-type') kind = value;
    else if (args[at] === '-delete') action = 'delete';
    else if (/^-(exec|execdir|ok)$/.test(args[at] ?? '')) {
      const end = args.findIndex((arg, index) => index > at && /^(\\?;|\+)$/.test(arg));
      action = args.slice(at + 1, end < 0 ? undefined : end);
      at = end < 0 ? args.length : end;
    }
  }
  const tests = (patterns: readonly string[]) =>
    patterns.map((pattern) => globMatcher(pattern.replace(/^\.\//, '**/')));
  const [wanted, not] = [tests(names), tests(refused)];
  const any = (all: readonly ((path: string) => boolean)[], path: string) =>
    all.some((fits) => fits(path) || fits(baseName(path)));
  return {
    folders: folders.length > 0 ? folders.map((folder) => shell.path(folder)) : [shell.cwd],
    names,
    folder: kind === 'd',
    action,
    fits: (path) => (wanted.length === 0 || any(wanted, path)) && !any(not, path),
  };
}

/** Of a folder counted as a whole, what is left when names like these are gone. */
const LEFT: readonly (readonly [RegExp, number])[] = [
  [/__pycache__|\.py[co]/, 0.75],
  [/\.map$|\.d\.ts$/, 0.88],
  [/^tests?$|^docs?$|\.md$|\.a$|\.la$|^examples?$/, 0.95],
];

const find: Handler = (call, shell) => {
  const search = read(call, shell);
  const { files } = shell.machine;
  const found: string[] = [];
  for (const folder of search.folders)
    for (const entry of [...files.near(folder)]) {
      if (entry.kind === 'spread' || !isUnder(entry.path, folder)) continue;
      if (entry.kind === 'file' && !search.folder && search.fits(entry.path)) found.push(entry.path);
      // A folder that is asked for goes with what is in it.
      else if (search.folder || entry.kind === 'tree') {
        const whole = search.names.length > 0 ? above(entry.path, folder).find(search.fits) : undefined;
        if (whole !== undefined) found.push(whole);
        else if (entry.kind === 'tree' && deletes(search.action) && files.layer.includes(entry)) {
          const left = search.names.length === 0 ? 0 : leftOf(search.names);
          files.replace(entry, left === 0 ? null : { ...entry, ...scaleBytes(entry, left) });
        }
      }
    }
  const paths = [...new Set(found)];
  if (search.action === 'delete') for (const path of paths) files.remove(path);
  else if (search.action !== null) {
    const words = search.action.filter((word) => word !== '{}');
    if (paths.length > 0 && words.length > 0) shell.run([...words, ...paths]);
  } else if (paths.length > 0) return printed(paths.map((path) => `${path}\n`).join(''));
  return undefined;
};

const deletes = (action: Search['action']): boolean => action === 'delete' || (action !== null && action[0] === 'rm');

const leftOf = (names: readonly string[]): number =>
  names.reduce((left, name) => left * (LEFT.find(([pattern]) => pattern.test(name))?.[1] ?? 1), 1);

/** A path and the folders above it, down to the one that is searched. */
function above(path: string, folder: string): string[] {
  const paths: string[] = [];
  for (let at = path; at !== folder && isUnder(at, folder) && at !== '/'; at = parentOf(at)) paths.unshift(at);
  return paths;
}

export const FIND: Readonly<Record<string, Handler>> = { find };
