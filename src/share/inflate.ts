// Deflated bytes unfolded with a limit, so that a small link cannot fill the page's memory.

import { Inflate } from 'fflate';

/** Compressed bytes fed at a time: deflate grows at most 1032-fold, so a bomb is noticed within 4 MB. */
const CHUNK = 4096;

export class TooLarge extends Error {}

/** Throws `TooLarge` beyond `limit` bytes, and an `Error` when the stream is damaged or cut short. */
export function inflateBounded(bytes: Uint8Array, limit: number, dictionary?: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  const stream = new Inflate(dictionary ? { dictionary } : {}, (part, final) => {
    total += part.length;
    if (total > limit) throw new TooLarge();
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
