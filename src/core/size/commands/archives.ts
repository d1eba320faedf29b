// Step 3 of the walk, for RUN: tar, unzip, gzip and their kin. What an archive unpacks to follows from what was put in,
// from a known release, or from its size; what is packed weighs on disk what it weighs to pull.

import type { Bytes } from '../facts';
import { portion } from '../portion';
import { baseName } from '../paths';
import { scaleBytes, times } from '../range';
import { fileStream } from '../redirect';
import type { Call, Handler, Shell, Stream } from '../shell';
import { joined } from '../stream';
import { assumed, megabytes, readFlags } from './guess';

const lastWritten = (shell: Shell): object => shell.aside.at(-1) ?? shell.machine.files.layer.at(-1) ?? shell;

/** What archives that were saved to a file unpack to. */
const unpackings = new WeakMap<object, Bytes>();

/** Remembers what the archive that was just written unpacks to. */
export function keepUnpacked(shell: Shell, unpacked: Bytes): void {
  unpackings.set(lastWritten(shell), unpacked);
}

const inflated = ({ disk, pull }: Bytes): Bytes => ({ disk: times(disk, 1.5, 2.8, 5), pull });

/** An archive from a pipe or a file: its stream, or what is assumed of it. */
function archive(call: Call, shell: Shell, file: string | undefined): Stream {
  if (file === undefined || file === '-') {
    if (call.input) return call.input;
  } else {
    const found = shell.holding(shell.path(file)).find((one) => !one.inside)?.entry;
    if (found) {
      const unpacked = unpackings.get(found) ?? inflated(found);
      return { disk: found.disk, pull: found.pull, grounds: found.grounds, unpacked };
    }
  }
  const unpacked = megabytes(0.5, 25, 350, 0.38);
  return {
    ...scaleBytes(unpacked, 0.4),
    grounds: assumed(`${file ?? 'An archive'}: its size is not known.`),
    unpacked,
  };
}

const tar: Handler = (call, shell) => {
  // `tar xzf x` is an old spelling of `tar -xzf x`.
  const [first = '', ...rest] = call.args;
  const args = /^[a-zA-Z]+$/.test(first) && first.length < 8 ? [`-${first}`, ...rest] : call.args;
  const flags = readFlags(args, [
    '-f',
    '--file',
    '-C',
    '--directory',
    '--exclude',
    '-T',
    '--transform',
    '--owner',
    '--group',
    '-I',
    '--wildcards-match',
  ]);
  const folder = flags.value('-C', '--directory') ?? '.';
  if (flags.has('-c', '--create')) {
    const file = flags.value('-f', '--file');
    const packs = flags.has('-z', '-j', '-J', '-a', '-I', '--gzip', '--zstd', '--xz') || /gz$|xz$/.test(file ?? '');
    return create(shell, file, folder, flags.words, packs);
  }
  if (flags.has('-t', '--list')) return undefined;
  if (flags.has('-x', '--extract', '--get'))
    unpack(shell, archive(call, shell, flags.value('-f', '--file')), folder, flags.words, call);
  return undefined;
};

/** An archive of what paths are known to hold. */
function create(shell: Shell, file: string | undefined, folder: string, paths: readonly string[], packs: boolean) {
  const parts = paths.flatMap((path) => {
    const full = shell.path(path.startsWith('/') ? path : `${folder}/${path}`);
    const held = shell.holding(full).filter(({ entry }) => entry.kind !== 'spread');
    return held.slice(0, held[0]?.inside === true ? 1 : 500).map(({ entry, inside }) => ({
      ...(inside ? portion(entry, full) : entry),
      grounds: entry.grounds,
    }));
  });
  const whole = parts.length > 0 ? joined(parts) : { ...megabytes(0.1, 5, 100, 0.5), grounds: UNSEEN };
  const stream: Stream = packs ? { ...packed(whole), unpacked: whole } : { ...whole, unpacked: whole };
  if (file === undefined || file === '-') return stream;
  shell.write(file, stream, assumed(`${file}: an archive of what is known there.`));
  keepUnpacked(shell, whole);
  return undefined;
}

const UNSEEN = assumed('An archive of files nobody has seen.');

/** Through a compressor: on disk it weighs what it weighs to pull. */
const packed = (stream: Stream, better = 1): Stream => {
  const size = scaleBytes({ disk: stream.pull, pull: stream.pull }, better).disk;
  return { disk: size, pull: size, grounds: stream.grounds };
};

/** Writes what an archive holds. With members named, only those. */
function unpack(shell: Shell, stream: Stream, folder: string, members: readonly string[], call: Call): void {
  const whole = stream.unpacked ?? inflated(stream);
  const single = members.length > 0 && members.every((member) => !member.startsWith('-') && !/[*]/.test(member));
  if (single) {
    // A binary picked out of a release is usually most of it.
    const bytes = { disk: times(whole.disk, 0.5, 0.92, 1), pull: times(whole.pull, 0.5, 0.94, 1) };
    const [member = ''] = members;
    shell.write(`${folder}/${baseName(member)}`, bytes, stream.grounds);
    return;
  }
  const loose = !/--strip(-components)?\b/.test(call.text);
  shell.write(folder, whole, stream.grounds, { kind: 'tree', loose });
}

const unzip: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['-d', '-x', '-P', '-o']);
  const words = flags.has('-o') && flags.value('-o') ? [flags.value('-o') ?? '', ...flags.words] : flags.words;
  if (flags.has('-l', '-t')) return undefined;
  unpack(shell, archive(call, shell, words[0]), flags.value('-d') ?? '.', words.slice(1), call);
  return undefined;
};

/** What each packs to, next to gzip, and how its files end. */
const PACKERS: Readonly<Record<string, readonly [share: number, ending: string]>> = {
  gzip: [1, 'gz'],
  pigz: [1, 'gz'],
  bzip2: [0.92, 'bz2'],
  xz: [0.8, 'xz'],
  zstd: [0.97, 'zst'],
};

/** gzip, gunzip, xz -d: a file takes the place of another, or a stream goes through. */
const packer: Handler = (call, shell) => {
  const [share, ending] = PACKERS[call.name] ?? [1, 'gz'];
  const inflates =
    /^un|^gun|^bun/.test(call.name) || call.args.some((arg) => /^-[a-z]*d|^--decompress|^--uncompress/.test(arg));
  const flags = readFlags(call.args, ['-S', '-T']);
  const toOutput = flags.has('-c', '--stdout');
  const keeps = flags.has('-k', '--keep') || (/zstd$/.test(call.name) && !flags.has('--rm'));
  if (flags.words.length === 0) {
    const stream = call.input;
    if (!stream) return undefined;
    if (!inflates) return { ...packed(stream, share), unpacked: stream };
    const bytes = stream.unpacked ?? inflated(stream);
    return { ...bytes, grounds: stream.grounds, unpacked: bytes };
  }
  let last: Stream | undefined;
  for (const file of flags.words) {
    const from = inflates ? archive(call, shell, file) : fileStream(shell, file);
    if (!from) continue;
    const bytes = from.unpacked ?? inflated(from);
    const stream: Stream = inflates ? { ...bytes, grounds: from.grounds, unpacked: bytes } : packed(from, share);
    last = stream;
    if (toOutput) continue;
    if (!keeps) shell.machine.files.remove(shell.path(file));
    shell.write(inflates ? file.replace(/\.\w+$/, '') : `${file}.${ending}`, stream, stream.grounds);
    if (!inflates) keepUnpacked(shell, from);
  }
  return toOutput ? last : undefined;
};

export const ARCHIVES: Readonly<Record<string, Handler>> = {
  tar,
  bsdtar: tar,
  unzip,
  gunzip: packer,
  gzip: packer,
  pigz: packer,
  unxz: packer,
  xz: packer,
  bunzip2: packer,
  bzip2: packer,
  zstd: packer,
  unzstd: packer,
};
