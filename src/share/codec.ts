// A snapshot as text for a link, and back. `1.` + base64url of raw-deflated JSON in UTF-8. Formats once released keep
// opening: a new one gets a new number beside this one.

import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { MAX_TEXT, readSnapshot, type Snapshot } from './snapshot';

export type Decoded =
  { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly message: string };

/** Characters of a link that are looked at at all; browsers cut theirs at about two million. */
const MAX_LINK = 2_000_000;
/** Bytes a link may unfold to. Four bytes is the most UTF-8 needs for a UTF-16 unit's share, and JSON adds escapes. */
const MAX_BYTES = 4 * MAX_TEXT + 500_000;
/** Compressed bytes fed at a time: deflate grows at most 1032-fold, so a bomb is noticed within 4 MB. */
const CHUNK = 4096;

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

class TooLarge extends Error {}

function inflateBounded(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  const stream = new Inflate((part, final) => {
    total += part.length;
    if (total > MAX_BYTES) throw new TooLarge();
    parts.push(part);
    ended = final;
  });
  for (let start = 0; start < bytes.length; start += CHUNK) {
    stream.push(bytes.subarray(start, start + CHUNK), start + CHUNK >= bytes.length);
  }
  if (!ended) throw new Error('cut short');
  const whole = new Uint8Array(total);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export function encode(snapshot: Snapshot): string {
  return '1.' + toBase64Url(deflateSync(strToU8(JSON.stringify(snapshot)), { level: 9, mem: 8 }));
}

/** Reads what `encode` made. Never throws: whatever is wrong becomes a sentence for the person who opened the link. */
export function decode(code: string): Decoded {
  const broken = (message: string): Decoded => ({ ok: false, message });
  if (code.length > MAX_LINK)
    return broken('This link is too long to open: it holds more than two million characters.');
  const format = /^(\d+)\./.exec(code)?.[1];
  if (format === undefined) return broken('This link does not hold a Dockerfile.');
  if (format !== '1')
    return broken('This link was made by a newer version of the playground. Reload the page and try again.');
  if (!/^[\w-]+$/.test(code.slice(2))) return broken('This link is damaged: it holds characters no link of ours has.');
  try {
    const json: unknown = JSON.parse(strFromU8(inflateBounded(fromBase64Url(code.slice(2)))));
    const snapshot = readSnapshot(json);
    return snapshot ? { ok: true, snapshot } : broken('This link does not hold a Dockerfile.');
  } catch (error) {
    return broken(
      error instanceof TooLarge
        ? 'This link unfolds to more than a Dockerfile can be, so it was not opened.'
        : 'This link is damaged, probably cut short on its way. Ask for it again.',
    );
  }
}
