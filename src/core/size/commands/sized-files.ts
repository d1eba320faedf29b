// Step 3 of the walk, for RUN: commands that say how large a file is to be: dd, fallocate, truncate, mkswap and shred.
// A file with holes counts in full, as a layer's archive holds no holes.

import { fileStream } from '../redirect';
import type { Handler, Shell, Stream } from '../shell';
import { PACKED, cut, device, joined, said } from '../stream';
import { assumed, byteCount, megabytes, readFlags } from './guess';

const zeros = (bytes: number): Stream => said(bytes, PACKED.zeros);

const sized =
  (...names: readonly string[]): Handler =>
  (call, shell) => {
    const flags = readFlags(call.args, names);
    const written = flags.value(...names) ?? '';
    const bytes = byteCount(written.replace(/^[+]/, ''));
    for (const path of flags.words) resize(shell, path, bytes, written.startsWith('+'), call.text);
    return undefined;
  };

function resize(shell: Shell, path: string, bytes: number | null, adds: boolean, text: string): void {
  if (bytes === null) return shell.puzzle(text, 'How large it makes the file is not known.');
  const before = fileStream(shell, path);
  const grown = before && (adds ? bytes : bytes - before.disk.likely);
  const stream =
    before === null || grown === null ? zeros(bytes) : grown > 0 ? joined([before, zeros(grown)]) : cut(before, bytes);
  shell.write(path, stream, stream.grounds);
}

/** dd's units: `512`, `4k`, `1M`, `1MB`, `2x512`; `c` is 1, `w` 2, `b` 512. */
function ddCount(text: string | undefined): number | null {
  let product = 1;
  for (const factor of (text ?? '').split('x')) {
    const [, count, unit = ''] = /^(\d+)(c|w|b)?$/.exec(factor) ?? [];
    const bytes = count === undefined ? byteCount(factor) : Number(count) * ({ w: 2, b: 512 }[unit] ?? 1);
    if (bytes === null) return null;
    product *= bytes;
  }
  return product;
}

const dd: Handler = (call, shell) => {
  const value = (name: string) => call.args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
  const [from, to] = [value('if'), value('of')];
  const block = ddCount(value('bs') ?? value('ibs')) ?? 512;
  const count = ddCount(value('count'));
  const ahead = (ddCount(value('seek')) ?? 0) * (ddCount(value('bs') ?? value('obs')) ?? 512);
  const source = from === undefined ? call.input : (device(from) ?? fileStream(shell, from));
  const copied = source && count !== null ? cut(source, block * count) : source?.endless ? null : source;
  const stream = copied ?? (count === null ? UNCOUNTED : said(block * count, 0.5));
  if (to === undefined) return stream;
  if (to.startsWith('/dev/')) return undefined;
  const whole = ahead > 0 ? joined([stream, zeros(ahead)]) : stream;
  shell.write(to, whole, whole.grounds);
  return undefined;
};

const UNCOUNTED: Stream = {
  ...megabytes(0, 10, 1000, 0.1),
  grounds: assumed('dd: its size is in the count and block size.'),
};

export const SIZED_FILES: Readonly<Record<string, Handler>> = {
  dd,
  fallocate: sized('-l', '--length'),
  truncate: sized('-s', '--size'),
  split: (call, shell) => {
    const flags = readFlags(call.args, ['-b', '-l', '-n', '-a', '-C', '--bytes', '--lines']);
    const stream = flags.words[0] === undefined ? call.input : fileStream(shell, flags.words[0]);
    if (stream) shell.write(`${flags.words[1] ?? 'x'}aa`, stream, stream.grounds);
    return undefined;
  },
  // Writes its mark into a file that is there.
  mkswap: () => undefined,
  shred: (call, shell) => {
    const flags = readFlags(call.args, ['-n', '-s']);
    if (flags.has('-u', '--remove')) for (const path of flags.words) shell.machine.files.remove(shell.path(path));
    return undefined;
  },
};
