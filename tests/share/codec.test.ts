import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/share/codec';
import { lengthWarning, linkTo } from '../../src/share/link';
import { MAX_TEXT, readSnapshot, type Snapshot } from '../../src/share/snapshot';

const full: Snapshot = {
  text: 'FROM alpine:3.22 AS größe\r\nRUN echo "日本 🐳"\n',
  target: 'größe',
  platform: 'linux/arm64',
  buildArgs: { VERSION: '1.2', constructor: 'x' },
  sizes: { 'step:0.0': '12MB' },
  silent: ['advice'],
  unfolded: [0, 2],
  view: 'files',
  selected: 'link:1.0.0',
  step: 3,
};
const packed = (bytes: Uint8Array): string => '1.' + Buffer.from(bytes).toString('base64url');
const ofJson = (value: unknown): string => packed(deflateSync(strToU8(JSON.stringify(value))));
const message = (code: string): string => {
  const decoded = decode(code);
  return decoded.ok ? 'opened' : decoded.message;
};

describe('a link', () => {
  it('brings back everything that was on screen', () => {
    expect(decode(encode(full))).toEqual({ ok: true, snapshot: full });
  });

  it('holds both Dockerfiles of a comparison, and never a third', () => {
    const compare: Snapshot = { text: 'FROM alpine:3.22\n', target: 'a' };
    expect(decode(encode({ ...full, compare }))).toEqual({ ok: true, snapshot: { ...full, compare } });
    expect(readSnapshot({ text: '', compare: { ...compare, compare } })).toEqual({ text: '', compare });
    expect(readSnapshot({ text: 'a', compare: { text: 3 } })).toEqual({ text: 'a' });
  });

  it('made by the first version opens for ever', () => {
    expect(decode('1.q1YqSa0oUbJScgvy91VIzCnIzEu1MtYzMorJU6oFAA')).toEqual({
      ok: true,
      snapshot: { text: 'FROM alpine:3.22\n' },
    });
  });

  it('of format 2 opens for ever', () => {
    expect(decode('2.5LSrRsx-gvUAJzNxZjrI0DC8OQIZWgSagZKPsAclxFYA')).toEqual({
      ok: true,
      snapshot: {
        text: 'FROM golang:1.24 AS build\nRUN go build -o /app .\nFROM scratch\nCOPY --from=build /app /app\n',
        target: 'build',
      },
    });
  });

  it('keeps half a surrogate pair, which UTF-8 has no bytes for', () => {
    const text = 'FROM scratch\nLABEL a="\ud83d"\n';
    expect(decode(encode({ text }))).toEqual({ ok: true, snapshot: { text } });
  });

  it('keeps any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
        expect(decode(encode({ text }))).toEqual({ ok: true, snapshot: { text } });
      }),
    );
  });

  it('replaces the hash of the page it is made on', () => {
    expect(linkTo({ text: 'FROM scratch' }, 'https://example.org/a/#1.old')).toMatch(
      /^https:\/\/example\.org\/a\/#2\.[\w-]+$/,
    );
  });

  it.each([
    [1_500, null],
    [3_000, /2,000/],
    [5_000, /4,000/],
    [40_000, /file/],
  ])('of %i characters warns as it should', (length, warning) => {
    if (warning) expect(lengthWarning(length)).toMatch(warning);
    else expect(lengthWarning(length)).toBeNull();
  });
});

describe('a hostile or broken link', () => {
  it.each([
    ['nothing of ours', 'hello', /does not hold a Dockerfile/],
    ['a later format', '3.abc', /newer version/],
    ['characters of another alphabet', '1.<script>alert(1)</script>', /damaged/],
    ['an empty body', '1.', /damaged/],
    ['a link cut short', encode(full).slice(0, 40), /cut short/],
    ['noise', '1.AAAAAAAAAAAA', /damaged/],
    ['no text', ofJson({ target: 'x' }), /does not hold/],
    ['a text of the wrong type', ofJson({ text: { length: 3 } }), /does not hold/],
    ['a list', ofJson(['FROM x']), /does not hold/],
    ['a bomb', packed(deflateSync(new Uint8Array(64_000_000))), /unfolds to more/],
    ['an endless address', '1.' + 'A'.repeat(2_000_001), /too long/],
    ['a text beyond the limit', ofJson({ text: 'x'.repeat(MAX_TEXT + 1) }), /does not hold/],
  ])('%s is refused with a sentence', (_, code, expected) => {
    expect(message(code)).toMatch(expected);
  });

  it('drops fields of a wrong type and keeps the rest', () => {
    const snapshot = readSnapshot({
      text: 'FROM x',
      target: 7,
      buildArgs: { A: 1, B: 'b' },
      sizes: ['1'],
      view: 'secret',
      selected: 'javascript:alert(1)',
      unfolded: [1, -1, 'x', 1.5],
      step: 2.5,
      extra: true,
    });
    expect(snapshot).toEqual({ text: 'FROM x', buildArgs: { B: 'b' }, unfolded: [1] });
  });

  it('cannot reach a prototype', () => {
    const decoded = decode(
      packed(
        deflateSync(
          strToU8('{"text":"FROM x","__proto__":{"polluted":1},"buildArgs":{"__proto__":"p","constructor":"c"}}'),
        ),
      ),
    );
    expect(decoded).toEqual({ ok: true, snapshot: { text: 'FROM x', buildArgs: { constructor: 'c' } } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never throws, whatever is changed in it', () => {
    const good = encode(full);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        const decoded = decode(good.slice(0, at) + put + good.slice(at + 1));
        expect(decoded.ok ? typeof decoded.snapshot.text : decoded.message.length > 10).toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });
});
