import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, layouter, type Analysis } from '../../src/core';
import { createCatalogue } from '../../src/catalogue/catalogue';
import { become } from '../../src/worker/delta';
import { difference } from '../../src/worker/difference';
import type { Answer, SentAnswer } from '../../src/worker/messages';
import { pieces } from '../../src/worker/pieces';
import { receiver, sender } from '../../src/worker/wire';

const over = <T>(value: T): T => structuredClone(value);

describe('a delta', () => {
  it.each([
    ['nothing changed', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    ['a part changed', { a: 1, b: { c: 'x', d: [1, 2, 3] } }, { a: 1, b: { c: 'y', d: [1, 2, 3] } }],
    ['parts came and went', { a: 1, b: 2, c: 3 }, { a: 1, d: 4, c: 3 }],
    ['parts changed places', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['a list grew', [1, 2], [1, 2, 3]],
    ['a list shrank', [{ a: 1 }, { a: 2 }, { a: 3 }], [{ a: 1 }, { a: 5 }]],
    ['a value took the place of a list', { a: [1] }, { a: null }],
    ['a part is there without a value', { a: 1 }, { a: undefined }],
    ['a part has a name of its own kind', JSON.parse('{"__proto__":1,"b":2}'), JSON.parse('{"__proto__":3,"b":2}')],
  ] as [string, unknown, unknown][])('makes the second of the first: %s', (_, before, after) => {
    const made = become(before, over(difference(before, after)));
    expect(made).toStrictEqual(after);
    expect(JSON.stringify(made)).toBe(JSON.stringify(after));
  });

  it('does so whatever the two are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(JSON.stringify(become(before, over(difference(before, after))))).toBe(JSON.stringify(after));
      }),
    );
  });

  it('leaves what did not change the very same', () => {
    const before = { a: { deep: [1, 2, 3] }, b: { x: 1, y: 2, z: 3 } };
    const made = become(before, difference(before, { a: { deep: [1, 2, 3] }, b: { x: 1, y: 2, z: 4 } }));
    expect((made as typeof before).a).toBe(before.a);
  });

  it('is sent whole when that is shorter', () => {
    expect(difference({ a: 1, b: 2 }, { a: 3, b: 4 })).toEqual({ is: { a: 3, b: 4 } });
  });
});

describe('pieces of a delta', () => {
  it('come to the whole, whatever the two are and however small they have to be', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.integer({ min: 1, max: 12 }), (before, after, most) => {
        for (const delta of [difference(before, after), { is: after }]) {
          const kept = JSON.stringify(before);
          let made: unknown = before;
          const own = new WeakSet();
          for (const piece of pieces(delta, most)) made = become(made, over(piece), own);
          expect(JSON.stringify(made)).toBe(JSON.stringify(after));
          // What others may hold is left as it was.
          expect(JSON.stringify(before)).toBe(kept);
        }
      }),
    );
  });

  it.each([
    ['a long list', Array.from({ length: 1000 }, (_, i) => ({ i }))],
    ['many parts', Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${String(i)}`, i]))],
    ['a name of its own kind', JSON.parse(`{"__proto__":${JSON.stringify([...'x'.repeat(60)])},"b":2}`)],
  ] as [string, unknown][])('are none larger than asked, but for what cannot be cut: %s', (_, value) => {
    const all = [...pieces({ is: value }, 50)];
    expect(all.length).toBeGreaterThan(1);
    let made: unknown = null;
    const own = new WeakSet();
    for (const piece of all) made = become(made, over(piece), own);
    expect(made).toStrictEqual(value);
    const large = all.filter((piece) => JSON.stringify(piece).length > 2000);
    // The names of all parts go with the first of them.
    expect(large.length).toBeLessThanOrEqual(1);
  });
});

describe('the boundary of the worker', () => {
  it('gives the analyses of a text being typed as they are, and sends little of them', () => {
    const catalogue = createCatalogue();
    const keep = layouter();
    const rest = Array.from({ length: 60 }, (_, i) => `RUN echo ${String(i)} > /f${String(i)}`).join('\n');
    const receive = receiver();
    const sizes: number[] = [];
    const received: Answer[] = [];
    const send = sender(
      (sent: SentAnswer) => {
        sizes[received.length] = (sizes[received.length] ?? 0) + JSON.stringify(sent).length;
        const answer = receive(over(sent));
        if (answer) received.push(answer);
      },
      () => ({ difference, pieces }),
    );
    const typed = ['FROM alpine AS b', 'FROM alpine AS bu', 'FROM alpine AS bui', 'FROM alpine AS bui\nFROM x', ''];
    const analyses = typed.map((head): Analysis => analyse(`${head}\n${rest}`, {}, catalogue, keep));
    analyses.forEach((analysis, id) => {
      send({ kind: 'analysis', id, analysis, complete: true });
    });
    expect(received).toEqual(analyses.map((analysis, id) => ({ kind: 'analysis', id, analysis, complete: true })));
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) / 10);
  });

  it('sends answers whole until there is something to compare by', () => {
    const posted: SentAnswer[] = [];
    let ready = false;
    const send = sender(
      (sent) => {
        posted.push(sent);
      },
      () => (ready ? { difference, pieces } : null),
    );
    const analysis = analyse('FROM alpine', {}, createCatalogue());
    for (const id of [1, 2, 3]) {
      send({ kind: 'analysis', id, analysis, complete: true });
      ready = id > 1;
    }
    expect(posted.map((sent) => sent.kind === 'analysis' && sent.delta)).toEqual([
      { is: analysis },
      { is: analysis },
      null,
    ]);
  });
});
