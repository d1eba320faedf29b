// Step 3 of the walk, for RUN: cp, mv, ln, mkdir, touch, install, rm, chmod and chown, sed -i, tee, strip.
// Two classics live here: deleting frees bytes only in its own layer, and changing owner or mode of files of an
// earlier layer stores them again.

import { isSystemFolder } from '../headers';
import { absolute, baseName, below, isGlob, isUnder, parentOf } from '../paths';
import { NOTHING, range, scaleBytes } from '../range';
import type { Grounds } from '../entry';
import type { Bytes } from '../facts';
import type { Handler, Shell } from '../shell';
import { AGAIN, plain } from '../again';
import { SMALL } from '../portion';
import { append } from '../redirect';
import { copy, estimateText, held } from './copying';
import { assumed, megabytes, readFlags } from './guess';

const remove: Handler = (call, shell) => {
  for (const path of readFlags(call.args).words) {
    const full = shell.path(path).replace(LISTS, '$1*');
    if (DPKG_EXCLUDES.test(full)) shell.mark('dpkg-keeps-all');
    if (full !== '/') {
      const { freed, kept } = shell.machine.files.remove(full);
      if ((freed.length === 0 && kept.length === 0) || isGlob(full)) thin(shell, full);
      if (kept.some((entry) => entry.disk.high > 0))
        shell.machine.notes.push(`${path} stays in the layer that stored it: deleting it here frees nothing.`);
    }
    const at = shell.aside.findIndex((entry) => isUnder(entry.path, full));
    if (at >= 0) shell.aside.splice(at, 1);
  }
  return undefined;
};

/** Every package list has `_` and `.` in its name: `*_*` names them all. */
const LISTS = /^(\/var\/lib\/apt\/lists\/)\*(?:[_.]\*)+$/;

/** Where slim images tell dpkg to leave documentation and locales out; without that file, or with its lines gone, it stores them. */
const DPKG_EXCLUDES = /^\/etc\/dpkg\/dpkg\.cfg\.d(\/|$)/;

/** A JDK's src.zip, which does not pack any further. */
const SOURCES = 49_000_000;

const minus = (of: Bytes['disk'], bytes: number): Bytes['disk'] =>
  range(of.low - bytes, Math.max(of.likely - bytes, of.likely * 0.3), of.high - bytes);

/** Deletes a part of a folder that this layer stored as a whole: an archive's top folder, a checkout's history. */
function thin(shell: Shell, path: string): void {
  const { files } = shell.machine;
  for (const { entry, inside } of files.holding(path)) {
    if (!inside || entry.kind !== 'tree' || !files.layer.includes(entry)) continue;
    const rest = below(path, entry.path);
    if (entry.loose === true && !rest.includes('/') && !/\.\w{1,4}$/.test(rest) && !isSystemFolder(path))
      files.replace(entry, null);
    else if (/(^|\/)src\.zip$/.test(rest) && /JDK/.test(entry.grounds.reason))
      files.replace(entry, { ...entry, disk: minus(entry.disk, SOURCES), pull: minus(entry.pull, SOURCES) });
    else if (rest === '.git' && entry.by.includes('clone'))
      files.replace(entry, { ...entry, ...scaleBytes(entry, 0.45) });
    return;
  }
}

/** chmod and chown: files of earlier layers are stored again, once a step. */
const touchAll: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['--from', '--reference']);
  const paths = flags.has('--reference') ? flags.words : flags.words.slice(1);
  for (const path of paths) {
    const full = shell.path(path);
    const { files } = shell.machine;
    let stored: Set<string> | null = null;
    for (const { entry, inside } of held(shell, path)) {
      if (inside || shell.aside.includes(entry) || files.layer.includes(entry)) continue;
      if (entry.kind !== 'file' && !flags.has('-R', '--recursive') && full === entry.path && !isGlob(full)) continue;
      if (entry.step === null || entry.disk.high === 0) continue;
      stored ??= new Set(files.layer.map((other) => `${other.path} ${other.by}`));
      if (stored.has(`${entry.path} ${entry.by}`)) continue;
      files.cover(entry, null);
      shell.write(
        entry.path,
        entry,
        {
          ...entry.grounds,
          reason: `${AGAIN}: ${call.name} changes files of an earlier layer. ${plain(entry.grounds.reason)}`,
        },
        { kind: entry.kind, by: entry.by },
      );
    }
  }
  return undefined;
};

/** Changes a file in place: one of an earlier layer is stored again, whole. */
function rewrite(shell: Shell, written: string): void {
  const { files } = shell.machine;
  let found = false;
  for (const { entry, inside } of held(shell, written)) {
    if (entry.step === null || shell.aside.includes(entry)) continue;
    if (inside || entry.kind !== 'file') {
      found ||= files.layer.includes(entry);
      continue;
    }
    found = true;
    if (files.layer.includes(entry)) continue;
    files.cover(entry, null);
    const reason = `${AGAIN}: changed in place. ${plain(entry.grounds.reason)}`;
    shell.write(entry.path, entry, { ...entry.grounds, reason });
  }
  if (!found) shell.write(written, SMALL, estimateText(`${written}: changed, so stored again; assumed a small file.`));
}

const edit: Handler = (call, shell) => {
  const inPlace = call.args.some((arg) => /^-\w*i|^--in-place/.test(arg));
  const file = readFlags(call.args, ['-e', '-f']).words.at(-1);
  if (inPlace && file !== undefined && DPKG_EXCLUDES.test(shell.path(file)) && /locale/.test(call.text))
    shell.mark('dpkg-keeps-locales');
  if (inPlace && file !== undefined) rewrite(shell, file);
  return inPlace ? undefined : (call.input ?? undefined);
};

/** A hard link to a file of an earlier layer stores that file again; one within a layer stores nothing but a name. */
const link: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['-t', '--target-directory', '-S']);
  const folder = flags.value('-t', '--target-directory');
  const sources = folder === undefined && flags.words.length > 1 ? flags.words.slice(0, -1) : flags.words;
  const dest = folder ?? (flags.words.length > 1 ? flags.words.at(-1) : '.');
  if (dest === undefined) return undefined;
  const hard = !flags.has('-s', '--symbolic', '--symbolic-link');
  const many = folder !== undefined || sources.length > 1 || /^\.?$|\/$/.test(dest);
  for (const source of sources) {
    const path = shell.path(many ? `${dest}/${baseName(source)}` : dest);
    const target = hard ? shell.path(source) : absolute(source, parentOf(path));
    const [found] = shell.holding(target);
    if (!hard && found && !found.inside && found.entry.kind !== 'file' && !many) continue;
    const entry = found && !found.inside && found.entry.kind === 'file' ? found.entry : null;
    const again = hard && entry && entry.step !== null && !shell.machine.files.layer.includes(entry);
    if (!again) shell.write(path, NOTHING, { certainty: 'exact', reason: 'A link.' });
    else
      shell.write(path, entry, {
        ...entry.grounds,
        reason: `${AGAIN}: a hard link to a file of an earlier layer. ${plain(entry.grounds.reason)}`,
      });
  }
  return undefined;
};

/**
 * strip and upx: programs of this layer get smaller in their place, those of an earlier one are stored again. `pull`: what
 * is left of it to pull; `null`: as much as on disk, packed as it is.
 */
const shrinking =
  (disk: number, pull: number | null, words: string): Handler =>
  (call, shell) => {
    const flags = readFlags(call.args, ['-o', '-R', '-K', '-N']);
    const out = flags.value('-o');
    for (const path of flags.words)
      for (const { entry, inside } of held(shell, path)) {
        if (inside || entry.kind !== 'file' || entry.step === null || entry.disk.high === 0) continue;
        const smaller = scaleBytes({ disk: entry.disk, pull: pull === null ? entry.disk : entry.pull }, disk);
        const bytes = pull === null ? smaller : { ...smaller, pull: least(scaleBytes(entry, pull).pull, smaller.disk) };
        const grounds: Grounds = {
          ...entry.grounds,
          certainty: 'assumed',
          reason: `${plain(entry.grounds.reason)}${words}`,
        };
        shell.write(out ?? entry.path, bytes, grounds, { by: out === undefined ? entry.by : call.text });
      }
    return undefined;
  };

const least = (one: Bytes['disk'], other: Bytes['disk']): Bytes['disk'] =>
  range(Math.min(one.low, other.low), Math.min(one.likely, other.likely), Math.min(one.high, other.high));

/** Makes an empty file, or gives one another date: one of an earlier layer is stored again. */
const touch: Handler = (call, shell) => {
  const { files } = shell.machine;
  for (const path of readFlags(call.args, ['-d', '-r', '-t']).words) {
    const full = shell.path(path);
    const found = shell.holding(full);
    const twin = found.find(({ entry, inside }) => !inside && entry.kind === 'file' && entry.path === full)?.entry;
    if (found.length === 0) shell.write(path, NOTHING, { certainty: 'exact', reason: 'An empty file.' });
    if (!twin || twin.step === null || files.layer.includes(twin) || shell.aside.includes(twin)) continue;
    const reason = `${AGAIN}: touched in a later layer. ${plain(twin.grounds.reason)}`;
    shell.write(full, twin, { ...twin.grounds, reason });
  }
  return undefined;
};

export const FILE_COMMANDS: Readonly<Record<string, Handler>> = {
  cp: copy,
  mv: copy,
  install: copy,
  rsync: copy,
  ln: link,
  mkdir: (call, shell) => {
    for (const path of readFlags(call.args, ['-m', '--mode']).words) shell.folder(path);
    return undefined;
  },
  mkfifo: () => undefined,
  mknod: () => undefined,
  touch,
  rm: remove,
  unlink: remove,
  chmod: touchAll,
  chown: touchAll,
  chgrp: touchAll,
  sed: edit,
  perl: edit,
  awk: (call) => call.input ?? undefined,
  tee: (call, shell) => {
    const adds = call.args.some((arg) => /^-\w*a|^--append/.test(arg));
    const stream = call.input ?? { ...SMALL, grounds: estimateText('Text from a pipe: assumed small.') };
    for (const path of readFlags(call.args).words)
      if (adds) append(shell, path, stream);
      else shell.write(path, stream, stream.grounds);
    return call.input ?? undefined;
  },
  strip: shrinking(0.72, 0.8, ' Stripped.'),
  upx: shrinking(0.34, null, ' Packed by upx.'),
  // Rebuilds /etc/ld.so.cache.
  ldconfig: (_, shell) => {
    shell.write('/etc/ld.so.cache', SMALL, estimateText('The linker’s cache.'));
    return undefined;
  },
  'locale-gen': (_, shell) => {
    shell.write(
      '/usr/lib/locale/locale-archive',
      megabytes(1.5, 3.05, 9, 0.3),
      assumed('Compiled locales: about 3 MB each.'),
    );
    return undefined;
  },
  localedef: (_, shell) => {
    shell.write(
      '/usr/lib/locale/locale-archive',
      megabytes(1.5, 3.05, 6, 0.3),
      assumed('A compiled locale: about 3 MB.'),
    );
    return undefined;
  },
  'update-ca-certificates': (_, shell) => {
    shell.write(
      '/etc/ssl/certs/ca-certificates.crt',
      megabytes(0.1, 0.23, 0.5, 0.6),
      assumed('The bundle of certificates, stored again.'),
    );
    return undefined;
  },
};
