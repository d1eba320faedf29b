// Step 3 of the walk, for RUN: what commands print and hand on, as bytes: text, what never ends, and what is cut or packed.

import { NO_EVIDENCE, weakest, written } from './entry';
import type { Bytes } from './facts';
import { NOTHING, exactly, range } from './range';
import type { Stream } from './shell';

export const printed = (text: string): Stream => ({
  ...written(byteLength(text)),
  grounds: { certainty: 'exact', reason: 'Text written in the Dockerfile.' },
  text,
});

/** Length in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Gzip of zeros, of one short line over and over, of what has no pattern at all, and of that in base64. */
export const PACKED = { zeros: 0.001, lines: 0.001, random: 1.0003, base64: 0.757 } as const;

/** `bytes` of something that packs to a share of them. */
export const sample = (bytes: number, packed: number): Bytes => ({
  disk: exactly(bytes),
  pull:
    packed < 1
      ? range(bytes * packed * 0.95, bytes * packed, bytes * packed * 1.1)
      : range(bytes, bytes * packed, bytes * packed * 1.002),
});

const SAID = { certainty: 'exact', reason: 'Its size is written in the command.' } as const;

/** A size that the command itself says. */
export const said = (bytes: number, packed: number): Stream => ({ ...sample(bytes, packed), grounds: SAID });

/** What never ends until something cuts it. `line`: the bytes of one, where it is made of lines. */
export const endless = (packed: number, line: number | null = null): Stream => ({
  ...NOTHING,
  grounds: SAID,
  endless: { packed, line },
});

const DEVICES: Readonly<Record<string, Stream>> = {
  '/dev/zero': endless(PACKED.zeros),
  '/dev/urandom': endless(PACKED.random, 256),
  '/dev/random': endless(PACKED.random, 256),
  '/dev/null': { ...NOTHING, grounds: { certainty: 'exact', reason: 'Nothing.' }, text: '' },
};

/** What a device gives; `null` when the path is none. */
export const device = (path: string): Stream | null => DEVICES[path] ?? null;

/** The first `bytes` of a stream. */
export function cut(stream: Stream, bytes: number): Stream {
  if (stream.endless) return said(bytes, stream.endless.packed);
  if (stream.text !== undefined && byteLength(stream.text) === stream.text.length)
    return printed(stream.text.slice(0, bytes));
  const { disk, pull } = stream;
  if (disk.high <= bytes) return stream;
  const most = (of: number): number => Math.min(of, bytes);
  const share = disk.likely === 0 ? 1 : most(disk.likely) / disk.likely;
  return {
    disk: range(most(disk.low), most(disk.likely), most(disk.high)),
    pull: range(Math.min(pull.low, bytes) * share, pull.likely * share, Math.min(pull.high, bytes * 1.01)),
    grounds: stream.grounds,
  };
}

/** One behind the other. Bytes of the same file add up, doubt included. */
export function joined(streams: readonly Stream[]): Stream {
  const add = (side: 'disk' | 'pull') => {
    const all = streams.map((stream) => stream[side]);
    const sum = (of: 'low' | 'likely' | 'high') => all.reduce((total, one) => total + one[of], 0);
    return range(sum('low'), sum('likely'), sum('high'));
  };
  const [largest] = [...streams].sort((a, b) => b.disk.likely - a.disk.likely);
  const text = streams.every((stream) => stream.text !== undefined)
    ? streams.map((stream) => stream.text ?? '').join('')
    : undefined;
  return {
    disk: add('disk'),
    pull: add('pull'),
    grounds: {
      certainty: weakest(streams.map((stream) => stream.grounds.certainty)),
      reason: largest?.grounds.reason ?? 'Nothing.',
      evidence: largest?.grounds.evidence ?? NO_EVIDENCE,
    },
    ...(text === undefined ? {} : { text }),
  };
}
