// Step 3 of the walk, for RUN: cp, mv and install, and what a path of a command holds. What moves out of an earlier
// layer is stored again.

import type { Entry, Grounds } from '../entry';
import type { Bytes } from '../facts';
import type { Holding } from '../files';
import { baseName, below, globMatcher, isGlob, parentOf } from '../paths';
import { MOVED, plain } from '../again';
import { knownPath } from '../known-paths';
import { SMALL, portion } from '../portion';
import { scaleBytes } from '../range';
import type { Handler, Shell } from '../shell';
import { assumed, readFlags } from './guess';

export const estimateText = (reason: string): Grounds => ({ certainty: 'assumed', reason });

/** What a path of a command holds: globs by what is known, and a part of a folder by assumption. */
export function held(shell: Shell, written: string): readonly Holding[] {
  const path = shell.path(written);
  if (!isGlob(path)) return shell.holding(path);
  const fits = globMatcher(path);
  const found: Holding[] = [];
  for (const entry of [...shell.aside, ...shell.machine.files.near(path)])
    for (let at = entry.path.length; at > 0 && entry.kind !== 'spread'; at = entry.path.lastIndexOf('/', at - 1))
      if (fits(entry.path.slice(0, at))) {
        found.push({ entry, inside: false });
        break;
      }
  return found.length > 0 ? found : shell.holding(parentOf(path));
}

export const copy: Handler = (call, shell) => {
  const flags = readFlags(call.args, [
    '-t',
    '--target-directory',
    '-S',
    '-m',
    '-o',
    '-g',
    '--mode',
    '--owner',
    '--group',
  ]);
  if (call.name === 'install' && flags.has('-d', '--directory')) {
    for (const path of flags.words) shell.folder(path);
    return undefined;
  }
  if (flags.has('-l', '-s', '--link', '--symbolic-link')) return undefined;
  if (/(^|\/)aws\/install$/.test(call.text.split(' ')[0] ?? '')) {
    const [found] = shell.holding(shell.path('aws'));
    if (found) shell.writeTree('/usr/local/aws-cli', found.entry, found.entry.grounds);
    return undefined;
  }
  const target = flags.value('-t', '--target-directory');
  const sources = target === undefined ? flags.words.slice(0, -1) : flags.words;
  const dest = target ?? flags.words.at(-1);
  if (dest === undefined || sources.length === 0) return undefined;
  for (const source of sources) {
    const holdings = held(shell, source);
    const into = landing(shell, source, dest, sources.length > 1, holdings);
    if (holdings.length === 0 || isFromBase(holdings)) {
      const base = knownPath(shell.machine.image ?? '', shell.path(source));
      if (base) shell.write(into, base.bytes, assumed(`${source}: ${base.what}.`), { kind: base.kind });
      else shell.write(into, SMALL, assumed(`${source}: not known; assumed a small file.`));
      continue;
    }
    place(shell, source, into, holdings, call.name === 'mv');
  }
  return undefined;
};

const isFromBase = (holdings: readonly Holding[]): boolean => holdings.every(({ entry }) => entry.step === null);

function landing(shell: Shell, source: string, dest: string, many: boolean, holdings: readonly Holding[]): string {
  const folder =
    many ||
    /\/\.?$|^\.{1,2}$/.test(dest) ||
    isGlob(source) ||
    shell.machine.files.holding(shell.path(dest)).some((one) => !one.inside && one.entry.kind !== 'file');
  const contents = /\/\.$/.test(source) || isGlob(source);
  void holdings;
  return folder && !contents ? `${dest}/${baseName(shell.path(source))}` : dest;
}

function place(shell: Shell, source: string, into: string, holdings: readonly Holding[], move: boolean): void {
  const root = isGlob(source) ? parentOf(shell.path(source)) : shell.path(source);
  for (const { entry, inside } of holdings.slice(0, inside1(holdings) ? 1 : 200)) {
    if (entry.step === null) continue;
    const rest = inside ? '' : below(entry.path, root);
    const bytes = inside && !entry.names ? portion(entry, root) : entry;
    const kind = inside ? 'file' : entry.kind;
    const path = rest.startsWith('/') || rest === '' ? into : `${into}/${rest}`;
    const later = !shell.machine.files.layer.includes(entry) && !shell.aside.includes(entry);
    if (move && !inside) {
      if (!later) shell.machine.files.replace(entry, null);
      else shell.machine.files.remove(entry.path);
    } else if (move && !later) leave(shell, entry, bytes);
    const again = move && later ? MOVED : '';
    shell.write(
      path,
      bytes,
      { ...entry.grounds, reason: plain(entry.grounds.reason) + again },
      { kind, ...(entry.listing ? { listing: entry.listing } : {}), ...(move && !later ? { by: entry.by } : {}) },
    );
  }
}

/** What is left of a folder of this layer when a part of it has moved out. */
function leave(shell: Shell, entry: Entry, part: Bytes): void {
  const share = entry.disk.likely === 0 ? 1 : part.disk.likely / entry.disk.likely;
  shell.machine.files.replace(entry, share > 0.9 ? null : { ...entry, ...scaleBytes(entry, 1 - share) });
}

const inside1 = (holdings: readonly Holding[]): boolean => holdings.every(({ inside }) => inside);
