// Step 3 of the walk, for RUN: cp, mv, ln, mkdir, touch, install, rm, chmod and chown, sed -i, tee, strip.
// Two classics live here: deleting frees bytes only in its own layer, and changing owner or mode of files of an
// earlier layer stores them again.

import { isSystemFolder } from '../headers';
import { absolute, below, isGlob, isUnder, parentOf } from '../paths';
import { NOTHING, exactly, range, scaleBytes } from '../range';
import type { Bytes } from '../facts';
import type { Handler, Shell } from '../shell';
import { AGAIN, plain } from '../again';
import { SMALL } from '../portion';
import { copy, estimateText, held } from './copying';
import { assumed, megabytes, readFlags } from './guess';

const remove: Handler = (call, shell) => {
  for (const path of readFlags(call.args).words) {
    const full = shell.path(path);
    if (DPKG_EXCLUDES.test(full)) shell.mark('dpkg-keeps-all');
    if (full !== '/') {
      const { freed, kept } = shell.machine.files.remove(full);
      if (freed.length === 0 && kept.length === 0) thin(shell, full);
      if (kept.some((entry) => entry.disk.high > 0))
        shell.machine.notes.push(`${path} stays in the layer that stored it: deleting it here frees nothing.`);
    }
    const at = shell.aside.findIndex((entry) => isUnder(entry.path, full));
    if (at >= 0) shell.aside.splice(at, 1);
  }
  return undefined;
};

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

const edit: Handler = (call, shell) => {
  const inPlace = call.args.some((arg) => /^-\w*i|^--in-place/.test(arg));
  const file = readFlags(call.args, ['-e', '-f']).words.at(-1);
  if (inPlace && file !== undefined && DPKG_EXCLUDES.test(shell.path(file)) && /locale/.test(call.text))
    shell.mark('dpkg-keeps-locales');
  if (inPlace && file !== undefined && shell.holding(shell.path(file)).every((one) => one.entry.step !== shell.step.id))
    shell.write(file, SMALL, estimateText(`${file}: changed, so stored again; assumed a small file.`));
  return inPlace ? undefined : (call.input ?? undefined);
};

/** `500M`, `1G`, `10MB` in bytes. */
function byteCount(text: string | undefined): number | null {
  const [, count, unit = '', decimal] = /^(\d+)([KMGT]?)(i?B)?$/i.exec(text ?? '') ?? [];
  if (count === undefined) return null;
  return (
    Number(count) * (decimal === 'B' || decimal === 'b' ? 1000 : 1024) ** ' KMGT'.indexOf(unit.toUpperCase() || ' ')
  );
}

/** A file of nothing: full size on disk, next to none when packed. */
const zeros = (bytes: number): Bytes => ({ disk: exactly(bytes), pull: range(bytes / 1100, bytes / 1000, bytes / 2) });

const sized =
  (...names: readonly string[]): Handler =>
  (call, shell) => {
    const flags = readFlags(call.args, names);
    const bytes = byteCount(flags.value(...names));
    const [path] = flags.words;
    if (path === undefined || bytes === null) shell.puzzle(call.text, 'How large it makes the file is not known.');
    else shell.write(path, zeros(bytes), { certainty: 'exact', reason: 'Its size is written in the command.' });
    return undefined;
  };

export const FILE_COMMANDS: Readonly<Record<string, Handler>> = {
  cp: copy,
  mv: copy,
  install: copy,
  rsync: copy,
  ln: (call, shell) => {
    const words = readFlags(call.args).words;
    const dest = words.at(-1);
    if (dest !== undefined && words.length > 1) {
      const target = absolute(words[0] ?? '', parentOf(shell.path(dest)));
      const found = shell.holding(target)[0];
      const hard = !call.args.some((arg) => /^-\w*s|^--symbolic/.test(arg));
      if (!hard || !found || found.inside) shell.write(dest, NOTHING, { certainty: 'exact', reason: 'A link.' });
    }
    return undefined;
  },
  mkdir: (call, shell) => {
    for (const path of readFlags(call.args, ['-m', '--mode']).words) shell.folder(path);
    return undefined;
  },
  mkfifo: () => undefined,
  mknod: () => undefined,
  touch: (call, shell) => {
    for (const path of readFlags(call.args, ['-d', '-r', '-t']).words)
      if (shell.holding(shell.path(path)).length === 0)
        shell.write(path, NOTHING, { certainty: 'exact', reason: 'An empty file.' });
    return undefined;
  },
  rm: remove,
  unlink: remove,
  chmod: touchAll,
  chown: touchAll,
  chgrp: touchAll,
  sed: edit,
  perl: edit,
  awk: (call) => call.input ?? undefined,
  tee: (call, shell) => {
    for (const path of readFlags(call.args).words)
      shell.write(path, call.input ?? SMALL, call.input?.grounds ?? estimateText('Text from a pipe: assumed small.'));
    return call.input ?? undefined;
  },
  dd: (call, shell) => {
    const value = (name: string) => call.args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
    const of = value('of');
    const bytes = (byteCount(value('bs')) ?? 512) * Number(value('count') ?? NaN);
    if (of === undefined || of.startsWith('/dev/')) return undefined;
    if (Number.isFinite(bytes))
      shell.write(of, zeros(bytes), { certainty: 'exact', reason: 'Block size times count.' });
    else shell.write(of, megabytes(0, 10, 1000, 0.1), assumed('dd: its size is in the count and block size.'));
    return undefined;
  },
  fallocate: sized('-l', '--length'),
  truncate: sized('-s', '--size'),
  strip: (call, shell) => {
    for (const path of readFlags(call.args, ['-o']).words)
      for (const entry of shell.machine.files.layer)
        if (entry.path === shell.path(path))
          shell.machine.files.replace(entry, { ...entry, ...scaleBytes(entry, 0.72) });
    return undefined;
  },
  upx: (call, shell) => {
    for (const path of readFlags(call.args, ['-o']).words)
      for (const { entry, inside } of shell.holding(shell.path(path)))
        if (!inside)
          shell.write(entry.path, scaleBytes({ disk: entry.disk, pull: entry.disk }, 0.34), {
            ...entry.grounds,
            reason: `${entry.grounds.reason} Packed by upx.`,
          });
    return undefined;
  },
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
