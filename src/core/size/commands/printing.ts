// Step 3 of the walk, for RUN: commands that print text of their own or that of files: echo, printf, cat, head, tail, yes,
// seq, base64. In: words and what the pipe brings. Out: the stream that a redirection or the next command takes.

import { fileStream } from '../redirect';
import { exactly, range } from '../range';
import type { Call, Handler, Shell, Stream } from '../shell';
import { PACKED, byteLength, cut, endless, joined, printed, said } from '../stream';
import { byteCount, readFlags } from './guess';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', a: '\x07', '0': '\0' };

const unescaped = (text: string): string =>
  text.replace(/\\([ntra0\\])/g, (_, letter: string) => ESCAPES[letter] ?? '');

const echo: Handler = (call) => {
  const flags = /^-[neE]+$/.test(call.args[0] ?? '') ? 1 : 0;
  const text = unescaped(call.args.slice(flags).join(' '));
  return printed(call.args[0]?.includes('n') === true && flags === 1 ? text : `${text}\n`);
};

/** The format is used again as long as there are words left for it. */
const printf: Handler = (call) => {
  const words = call.args[0] === '--' ? call.args.slice(1) : call.args;
  const [format = '', ...rest] = words;
  const pieces: string[] = [];
  do {
    const before = rest.length;
    pieces.push(
      unescaped(format).replace(
        /%(%|[-+ 0#]*\d*(?:\.(\d+))?([a-zA-Z]))/g,
        (_, all: string, most?: string, kind?: string) => {
          if (all === '%') return '%';
          const word = rest.shift() ?? '';
          const text = kind === 'b' ? unescaped(word) : kind === 's' ? word : word.slice(0, 12);
          return most === undefined ? text : text.slice(0, Number(most));
        },
      ),
    );
    if (rest.length === before) break;
  } while (rest.length > 0);
  return printed(pieces.join(''));
};

const cat: Handler = (call, shell) => {
  const files = call.args.filter((arg) => arg === '-' || !arg.startsWith('-'));
  const streams = files.map((file) => (file === '-' ? call.input : (fileStream(shell, file) ?? underOne(shell, file))));
  if (files.length === 0) return call.input ?? undefined;
  const known = streams.filter((stream) => stream !== null);
  if (known.length === 1) return known[0];
  return known.length > 0 && known.length === streams.length ? joined(known) : undefined;
};

/** Files below a folder or a pattern, one behind the other. */
function underOne(shell: Shell, written: string): Stream | null {
  const held = shell.machine.files.matching(shell.path(written));
  return held.size === 0 ? null : joined([...held]);
}

/** `-c 10M`, `--bytes=2MB`, `-n 5`, `-5`: how much is asked for. */
function amount(call: Call) {
  const old = /^-(\d+)$/.exec(call.args[0] ?? '')?.[1];
  const args = old === undefined ? call.args : call.args.slice(1);
  const flags = readFlags(args, ['-c', '--bytes', '-n', '--lines']);
  const bytes = flags.value('-c', '--bytes');
  const lines = bytes === undefined ? (old ?? flags.value('-n', '--lines') ?? '10') : null;
  return { bytes, lines, file: flags.words[0] };
}

const source = (call: Call, shell: Shell, file: string | undefined): Stream | null =>
  file === undefined || file === '-' ? call.input : fileStream(shell, file);

const head: Handler = (call, shell) => {
  const { bytes, lines, file } = amount(call);
  const stream = source(call, shell, file);
  if (!stream) return undefined;
  const count = byteCount(bytes);
  if (count !== null) return cut(stream, count);
  const number = Number(lines);
  if (!Number.isInteger(number) || number < 0) return stream.endless ? undefined : stream;
  if (stream.endless?.line != null) return said(number * stream.endless.line, stream.endless.packed);
  if (stream.text === undefined) return undefined;
  return printed(
    stream.text
      .split(/(?<=\n)/)
      .slice(0, number)
      .join(''),
  );
};

const tail: Handler = (call, shell) => {
  const { bytes, lines, file } = amount(call);
  const stream = source(call, shell, file);
  if (!stream || stream.endless) return undefined;
  if (bytes?.startsWith('+') === true || lines?.startsWith('+') === true) return stream;
  const count = byteCount(bytes);
  if (count !== null) return cut({ ...stream }, count);
  return stream.text === undefined
    ? undefined
    : printed(
        stream.text
          .split(/(?<=\n)/)
          .slice(-Number(lines))
          .join(''),
      );
};

const yes: Handler = (call) => endless(PACKED.lines, byteLength(call.args.join(' ') || 'y') + 1);

const MOST_NUMBERS = 200;

/** What `seq` counts: to one number, between two, or in steps. Cut where there are too many to go through. */
export function numbersOf(words: readonly number[]): number[] {
  const [from, by, to] =
    words.length >= 3
      ? [words[0], words[1], words[2]]
      : words.length === 2
        ? [words[0], 1, words[1]]
        : [1, 1, words[0]];
  if (from === undefined || to === undefined || by === undefined || !(by > 0)) return [];
  const numbers: number[] = [];
  for (let number = from; number <= to && numbers.length < MOST_NUMBERS; number += by) numbers.push(number);
  return numbers;
}

const seq: Handler = (call) => {
  const words = call.args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const [from = 1, to = 0] = words.length > 1 ? [words[0], words.at(-1)] : [1, words[0]];
  const by = words.length > 2 ? (words[1] ?? 1) : 1;
  if (words.length === 0 || by === 0 || to > 1e12) return undefined;
  let bytes = 0;
  for (let low = 0, high = 10; low <= to; low = high, high *= 10) {
    const first = Math.max(from, low);
    const last = Math.min(to, high - 1);
    if (last >= first) bytes += (Math.floor((last - first) / by) + 1) * (String(high - 1).length + 1);
  }
  return said(bytes, 0.36);
};

const LINE = 76;

const base64: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['-w', '--wrap']);
  const stream = source(call, shell, flags.words[0]);
  if (!stream) return undefined;
  const { disk, pull, grounds } = stream;
  const back = flags.has('-d', '-D', '--decode');
  if (stream.endless) return endless(back ? stream.endless.packed : PACKED.base64, LINE + 1);
  const breaks = flags.value('-w', '--wrap') === '0' ? 1 : 1 + 1 / LINE;
  const factor = back ? 0.74 : (4 / 3) * breaks;
  // What has no pattern keeps none; text loses most of its own.
  const packing = back ? 0.85 : pull.likely >= disk.likely * 0.9 ? PACKED.base64 * factor : 1.5;
  const times = (of: Bytes, by: number) => range(of.low * by, of.likely * by, of.high * by);
  return { disk: times(disk, factor), pull: times(pull, packing), grounds };
};

type Bytes = Stream['disk'];

const openssl: Handler = (call, shell) => {
  const [verb, ...rest] = call.args;
  const flags = readFlags(rest, [
    '-out',
    '-keyout',
    '-in',
    '-config',
    '-subj',
    '-days',
    '-newkey',
    '-key',
    '-CA',
    '-CAkey',
  ]);
  const out = flags.value('-out');
  const count = Number(flags.words.at(-1));
  if (verb === 'rand' && Number.isFinite(count)) {
    const stream = flags.has('-hex')
      ? said(count * 2 + 1, 0.57)
      : flags.has('-base64')
        ? said(Math.ceil(count / 3) * 4 * (1 + 1 / 64), PACKED.base64)
        : said(count, PACKED.random);
    if (out === undefined) return stream;
    shell.write(out, stream, stream.grounds);
    return undefined;
  }
  for (const file of [out, flags.value('-keyout')])
    if (file !== undefined && !file.startsWith('/dev/')) shell.write(file, KEY, KEY.grounds);
  return undefined;
};

/** A key or certificate in PEM. */
const KEY: Stream = {
  disk: range(200, 1_700, 6_000),
  pull: range(180, 1_350, 4_700),
  grounds: { certainty: 'assumed', reason: 'A key or certificate: some kilobytes.' },
};

const silent: Handler = () => ({
  disk: exactly(0),
  pull: exactly(0),
  grounds: { certainty: 'exact', reason: 'Nothing.' },
  text: '',
});

export const PRINTING: Readonly<Record<string, Handler>> = {
  ':': silent,
  true: silent,
  echo,
  printf,
  cat,
  head,
  tail,
  yes,
  seq,
  base64,
  openssl,
};
