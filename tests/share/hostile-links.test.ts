import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../src/share/base64url';
import { decode, encode } from '../../src/share/codec';
import type { Snapshot } from '../../src/share/snapshot';

const snapshot: Snapshot = {
  text: 'FROM golang:1.24 AS build\nRUN go build -o /app .\n\nFROM scratch\nCOPY --from=build /app /app\n',
  target: 'build',
  buildArgs: { VERSION: '2' },
};

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.<>"&%\u202e\u0000';

function mutate(code: string, pick: (below: number) => number): string {
  const at = pick(code.length);
  const letter = letters[pick(letters.length)] ?? 'A';
  switch (pick(5)) {
    case 0:
      return code.slice(0, at);
    case 1:
      return code.slice(0, at) + letter + code.slice(at + 1);
    case 2:
      return code.slice(0, at) + letter + code.slice(at);
    case 3:
      return code.slice(0, at) + code.slice(at + 1 + pick(8));
    default:
      return code.slice(0, at) + [...code.slice(at)].reverse().join('');
  }
}

describe('ten thousand damaged links', () => {
  it('end in a sentence or in a snapshot, and hardly ever in another Dockerfile', () => {
    const code = encode(snapshot);
    const pick = random(7);
    let other = 0;
    for (let round = 0; round < 10_000; round++) {
      let damaged = code;
      for (let times = pick(3) + 1; times > 0; times--) damaged = mutate(damaged, pick);
      const decoded = decode(damaged);
      if (!decoded.ok) expect(decoded.message).toMatch(/^This link .*\.$/);
      else if (JSON.stringify(decoded.snapshot) !== JSON.stringify(snapshot)) other++;
    }
    expect(other).toBeLessThan(3);
  });
});

describe('a hostile link of format 2', () => {
  const packed = (plain: Uint8Array): string => '2.' + toBase64Url(Uint8Array.of(0, 0, ...deflateSync(plain)));

  it('that unfolds to far more than a Dockerfile is refused', () => {
    const block = deflateSync(new Uint8Array(64_000_000), { level: 9 });
    const bomb = new Uint8Array(2 + block.length);
    bomb.set(block, 2);
    expect(decode('2.' + toBase64Url(bomb))).toMatchObject({ ok: false, message: expect.stringMatching(/unfolds/) });
  });

  it.each([
    ['a wrong checksum', packed(strToU8('\nFROM scratch'))],
    ['no line of settings', packed(strToU8('FROM scratch'))],
    ['settings that are no JSON', packed(strToU8('{"a":\nFROM scratch'))],
  ])('with %s is refused with a sentence', (_, code) => {
    expect(decode(code)).toMatchObject({ ok: false, message: expect.stringMatching(/damaged/) });
  });
});
