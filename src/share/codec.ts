// A snapshot as text for a link, and back. Formats once released keep opening: a new one gets a new number beside these.
// - `1.` + base64url of raw-deflated JSON.
// - `2.` + base64url of a 16-bit checksum and a raw deflate, with the vocabulary as its preset dictionary, of one line of JSON (everything
//   but the text; empty when there is nothing else) and the text as it is.

import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { fromBase64Url, toBase64Url } from './base64url';
import { inflateBounded, TooLarge } from './inflate';
import { MAX_TEXT, readSnapshot, type Snapshot } from './snapshot';
import { VOCABULARY } from './vocabulary';

export type Decoded =
  { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly message: string };

/** Characters of a link that are looked at at all; browsers cut theirs at about two million. */
const MAX_LINK = 2_000_000;
/** Bytes a link may unfold to. Four bytes is the most UTF-8 needs for a UTF-16 unit's share, and JSON adds escapes. */
const MAX_BYTES = 4 * MAX_TEXT + 500_000;

const dictionary = strToU8(VOCABULARY);

/** FNV-1a, folded to two bytes: tells a mistyped or cut link from one that holds another Dockerfile. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash >>> 16) ^ hash) & 0xffff;
}

/** Not for texts with half a surrogate pair, which UTF-8 cannot hold: JSON escapes those. */
function encode2({ text, ...rest }: Snapshot): string {
  const head = Object.keys(rest).length > 0 ? JSON.stringify(rest) : '';
  const plain = strToU8(`${head}\n${text}`);
  const sum = checksum(plain);
  const packed = deflateSync(plain, { level: 9, mem: 8, dictionary });
  const bytes = new Uint8Array(packed.length + 2);
  bytes.set([sum >> 8, sum & 0xff]);
  bytes.set(packed, 2);
  return '2.' + toBase64Url(bytes);
}

export function encode(snapshot: Snapshot): string {
  if (snapshot.text.isWellFormed()) return encode2(snapshot);
  return '1.' + toBase64Url(deflateSync(strToU8(JSON.stringify(snapshot)), { level: 9, mem: 8 }));
}

function decode1(bytes: Uint8Array): unknown {
  return JSON.parse(strFromU8(inflateBounded(bytes, MAX_BYTES)));
}

function decode2(bytes: Uint8Array): unknown {
  const plain = inflateBounded(bytes.subarray(2), MAX_BYTES, dictionary);
  if (checksum(plain) !== ((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0)) throw new Error('damaged');
  const whole = strFromU8(plain);
  const end = whole.indexOf('\n');
  if (end < 0) throw new Error('cut short');
  const rest: unknown = end === 0 ? {} : JSON.parse(whole.slice(0, end));
  return typeof rest === 'object' ? { ...rest, text: whole.slice(end + 1) } : null;
}

const formats: ReadonlyMap<string, (bytes: Uint8Array) => unknown> = new Map([
  ['1', decode1],
  ['2', decode2],
]);

/** Reads what `encode` made. Never throws: whatever is wrong becomes a sentence for the person who opened the link. */
export function decode(code: string): Decoded {
  const broken = (message: string): Decoded => ({ ok: false, message });
  if (code.length > MAX_LINK)
    return broken('This link is too long to open: it holds more than two million characters.');
  const [, format, body] = /^(\d+)\.([^]*)$/.exec(code) ?? [];
  if (format === undefined || body === undefined) return broken('This link does not hold a Dockerfile.');
  const read = formats.get(format);
  if (!read) return broken('This link was made by a newer version of the playground. Reload the page and try again.');
  if (!/^[\w-]+$/.test(body)) return broken('This link is damaged: it holds characters no link of ours has.');
  try {
    const snapshot = readSnapshot(read(fromBase64Url(body)));
    return snapshot ? { ok: true, snapshot } : broken('This link does not hold a Dockerfile.');
  } catch (error) {
    return broken(
      error instanceof TooLarge
        ? 'This link unfolds to more than a Dockerfile can be, so it was not opened.'
        : 'This link is damaged, probably cut short on its way. Ask for it again.',
    );
  }
}
