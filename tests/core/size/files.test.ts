import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepId } from '../../../src/core';
import type { Entry } from '../../../src/core/size/entry';
import { Files } from '../../../src/core/size/files';
import { isUnder } from '../../../src/core/size/paths';
import { exactly } from '../../../src/core/size/range';

let made = 0;
const entry = (path: string, kind: Entry['kind'] = 'file'): Entry => ({
  path,
  kind,
  step: stepId(0, 0),
  by: `command ${(made += 1)}`,
  grounds: { certainty: 'exact', reason: '' },
  disk: exactly(1),
  pull: exactly(1),
});

const pathsOf = (entries: Iterable<Entry>): string[] => [...entries].map(({ path, by }) => `${path} by ${by}`);

/** The list alone, gone through for every question. */
class Slow {
  earlier: Entry[] = [];
  layer: Entry[] = [];

  add(one: Entry): void {
    if (one.kind === 'file') {
      this.layer = this.layer.filter((other) => other.kind !== 'file' || other.path !== one.path);
      const hidden = this.earlier.findIndex((other) => other.kind === 'file' && other.path === one.path);
      if (hidden >= 0) this.earlier.splice(hidden, 1);
    }
    this.layer.push(one);
  }

  commit(): void {
    this.earlier.push(...this.layer);
    this.layer = [];
  }

  cover(at: number, other: Entry | null): Entry | undefined {
    const [old] = this.earlier.splice(at, 1, ...(other ? [other] : []));
    return old;
  }

  remove(path: string): { freed: Entry[]; kept: Entry[] } {
    const gone = (one: Entry): boolean => one.kind !== 'spread' && isUnder(one.path, path);
    const removed = { freed: this.layer.filter(gone), kept: this.earlier.filter(gone).reverse() };
    this.layer = this.layer.filter((one) => !gone(one));
    this.earlier = this.earlier.filter((one) => !gone(one));
    return removed;
  }

  visible(): Entry[] {
    return [...this.earlier, ...this.layer].reverse();
  }
}

describe('a stage of many files answers as one of few', () => {
  const segment = fc.constantFrom('a', 'b', 'ab', 'c');
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
  const kind = fc.constantFrom<Entry['kind'][]>('file', 'file', 'file', 'tree', 'open', 'spread');
  const action = fc.oneof(
    { weight: 8, arbitrary: fc.record({ add: path, kind }) },
    { weight: 2, arbitrary: fc.record({ remove: path }) },
    { weight: 3, arbitrary: fc.record({ hold: path }) },
    { weight: 1, arbitrary: fc.constant({ commit: true }) },
    { weight: 1, arbitrary: fc.record({ cover: fc.nat(200), away: fc.boolean() }) },
  );

  test('whatever is stored, deleted and asked for', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 100, maxLength: 400 }), (actions) => {
        const files = new Files(null);
        const slow = new Slow();
        for (const one of actions) {
          if ('add' in one) {
            const stored = entry(one.kind === 'spread' ? '/' : one.add, one.kind);
            files.add(stored);
            slow.add(stored);
          } else if ('remove' in one) {
            const { freed, kept } = files.remove(one.remove);
            expect({ freed, kept }).toEqual(slow.remove(one.remove));
          } else if ('hold' in one) {
            const whole = files.holding(one.hold).filter(({ inside }) => !inside);
            const expected = slow.visible().filter((each) => each.kind !== 'spread' && isUnder(each.path, one.hold));
            expect(pathsOf(whole.map((each) => each.entry))).toEqual(pathsOf(expected));
          } else if ('commit' in one) {
            files.commit();
            slow.commit();
          } else {
            const old = slow.earlier[one.cover];
            const other = old && !one.away ? { ...old, by: 'another' } : null;
            if (old) files.cover(slow.cover(one.cover, other) ?? old, other);
          }
          expect(pathsOf(files.visible())).toEqual(pathsOf(slow.visible()));
        }
        for (const each of slow.visible())
          expect(files.matching(each.path)).toEqual(
            new Set(slow.visible().filter((other) => other.kind !== 'spread' && isUnder(other.path, each.path))),
          );
      }),
      { numRuns: 15 },
    );
  });

  test('a path inside a folder is found in the innermost', () => {
    const files = new Files(null);
    for (let at = 0; at < 100; at += 1) files.add(entry(`/x/${at}`));
    files.add(entry('/a', 'tree'));
    files.add(entry('/a/b', 'tree'));
    for (let at = 0; at < 100; at += 1) files.holding(`/x/${at}`);
    expect(files.holding('/a/b/c').map((one) => [one.entry.path, one.inside])).toEqual([
      ['/a/b', true],
      ['/a', true],
    ]);
    expect(files.holding('/a/c').map((one) => one.entry.path)).toEqual(['/a']);
    expect(files.holding('/nowhere')).toEqual([]);
  });
});
