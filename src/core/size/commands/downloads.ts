// Step 3 of the walk, for RUN: curl, wget, git clone, tar, unzip and their kin. A download is known by name and
// version where a fact exists (see releases.ts), else assumed; what an archive unpacks to follows from its size.

import { baseName } from '../paths';
import { scaleBytes, times } from '../range';
import type { Call, Handler, Shell, Stream } from '../shell';
import { assumed, megabytes, readFlags } from './guess';
import { fetched } from './fetched';

const VALUED = [
  '-o',
  '--output',
  '-O',
  '--output-document',
  '-P',
  '--directory-prefix',
  '-H',
  '--header',
  '-A',
  '-d',
  '--data',
  '--data-urlencode',
  '-X',
  '--request',
  '-u',
  '--user',
  '-m',
  '--max-time',
  '--retry',
  '--retry-delay',
  '--connect-timeout',
  '-x',
  '--proxy',
  '-F',
  '-b',
  '-c',
  '-e',
  '-T',
  '-t',
  '--tries',
  '--cacert',
  '--output-dir',
  '-w',
  '--write-out',
  '-U',
  '--url',
  '--timeout',
  '--retry-max-time',
  '--proto',
  '--ciphers',
];

const flagsOf = (call: Call) => {
  // `-O` names a file for wget only; curl's takes the name from the address, and `-c` continues for wget.
  const valued =
    call.name === 'curl'
      ? VALUED.filter((flag) => flag !== '-O' && flag !== '-P')
      : VALUED.filter((flag) => !['-x', '-b', '-c', '-F', '-X', '-d', '-u', '-m'].includes(flag));
  return readFlags(call.args, valued);
};

const fetch: Handler = (call, shell) => {
  const flags = flagsOf(call);
  const urls = [flags.value('--url'), ...flags.words].filter(
    (word): word is string => word !== undefined && /:\/\/|^\$|\.\w+\//.test(word),
  );
  const toText = call.name === 'curl' && flags.has('-I', '--head');
  let last: Stream | undefined;
  for (const url of toText ? [] : urls) {
    const stream = fetched(url);
    const named = call.name === 'curl' ? flags.value('-o', '--output') : flags.value('-O', '--output-document');
    const folder = call.name === 'curl' ? flags.value('--output-dir') : flags.value('-P', '--directory-prefix');
    const own = call.name === 'wget' || flags.has('-O', '--remote-name', '-J', '--remote-name-all');
    if (named === '-' || (named === undefined && !own)) last = stream;
    else if (named !== '/dev/null') {
      const file =
        named ?? `${folder === undefined ? '' : `${folder}/`}${baseName(url.replace(/[?#].*$/, '')) || 'index.html'}`;
      shell.write(file, stream, stream.grounds);
      if (stream.unpacked) unpackings.set(lastWritten(shell), stream.unpacked);
    }
  }
  return last;
};

const lastWritten = (shell: Shell): object => shell.aside.at(-1) ?? shell.machine.files.layer.at(-1) ?? shell;

/** What archives that were saved to a file unpack to. */
const unpackings = new WeakMap<object, NonNullable<Stream['unpacked']>>();

/** An archive from a pipe or a file: its stream, or what is assumed of it. */
function archive(call: Call, shell: Shell, file: string | undefined): Stream {
  if (file === undefined || file === '-') {
    if (call.input) return call.input;
  } else {
    const found = shell.holding(shell.path(file)).find((one) => !one.inside)?.entry;
    if (found) {
      const unpacked = unpackings.get(found) ?? { disk: times(found.disk, 1.5, 2.8, 5), pull: found.pull };
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
    const held = flags.words.flatMap((word) => shell.holding(shell.path(word)));
    const bytes = held[0] ? scaleBytes(held[0].entry, 1) : megabytes(0.1, 5, 100, 0.9);
    if (file !== undefined && file !== '-')
      shell.write(file, { disk: bytes.pull, pull: bytes.pull }, assumed(`${file}: an archive of what is known there.`));
    return { ...bytes, grounds: assumed('An archive.') };
  }
  if (flags.has('-t', '--list')) return undefined;
  if (flags.has('-x', '--extract', '--get'))
    unpack(shell, archive(call, shell, flags.value('-f', '--file')), folder, flags.words, call);
  return undefined;
};

/** Writes what an archive holds. With members named, only those. */
function unpack(shell: Shell, stream: Stream, folder: string, members: readonly string[], call: Call): void {
  const whole = stream.unpacked ?? { disk: times(stream.disk, 1.5, 2.8, 5), pull: stream.pull };
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

/** gunzip, xz -d: the file takes the place of its archive. */
const inflate: Handler = (call, shell) => {
  if (
    !/^(gunzip|unxz|bunzip2|unzstd)$/.test(call.name) &&
    !call.args.some((arg) => /^-\w*d|--decompress|--uncompress/.test(arg))
  )
    return call.input ?? undefined;
  const file = readFlags(call.args).words[0];
  const stream = archive(call, shell, file);
  const bytes = stream.unpacked ?? { disk: times(stream.disk, 1.5, 2.8, 5), pull: stream.pull };
  if (file === undefined || call.args.some((arg) => /^-\w*c|--stdout/.test(arg)))
    return { ...bytes, grounds: stream.grounds, unpacked: bytes };
  shell.machine.files.remove(shell.path(file));
  shell.write(file.replace(/\.\w+$/, ''), bytes, stream.grounds);
  return undefined;
};

const git: Handler = (call, shell) => {
  const flags = readFlags(call.args, [
    '-C',
    '-b',
    '--branch',
    '--depth',
    '-c',
    '--config',
    '-o',
    '--origin',
    '-j',
    '--jobs',
    '--filter',
    '--reference',
  ]);
  const [verb, url = '', into] = flags.words;
  if (verb === 'clone') {
    const folder = into ?? baseName(url.replace(/\/$/, '')).replace(/\.git$/, '');
    const bytes = flags.has('--depth') ? megabytes(0.3, 10, 150, 0.45) : megabytes(0.5, 35, 500, 0.65);
    shell.writeTree(folder, bytes, assumed(`${url}: its size is not known; a shallow clone is the smaller.`));
  } else if (verb === 'submodule') {
    shell.write('.', megabytes(0, 10, 200, 0.5), assumed('Submodules: their size is not known.'), { kind: 'open' });
  }
  return undefined;
};

export const DOWNLOADS: Readonly<Record<string, Handler>> = {
  curl: fetch,
  wget: fetch,
  aria2c: fetch,
  tar,
  bsdtar: tar,
  unzip,
  gunzip: inflate,
  gzip: inflate,
  unxz: inflate,
  xz: inflate,
  bunzip2: inflate,
  bzip2: inflate,
  zstd: inflate,
  unzstd: inflate,
  git,
};
