import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Scope } from '../../../src/core/model/scope';

test('a scope built on another sees its values and changes none of them', () => {
  const parent = new Scope();
  parent.set('A', '1');
  parent.set('B', '2');
  const child = new Scope(parent);
  child.set('C', '3');
  child.set('A', '4');
  expect([...child.entries()]).toEqual([
    ['A', '4'],
    ['B', '2'],
    ['C', '3'],
  ]);
  expect([...parent.entries()]).toEqual([
    ['A', '1'],
    ['B', '2'],
  ]);
});

test('any chain of scopes answers as one map would', () => {
  const name = fc.constantFrom('A', 'B', 'C', 'D', 'E', '__proto__', 'constructor');
  const stage = fc.array(fc.tuple(name, fc.constantFrom('', '1', '2')), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(stage, { maxLength: 12 }), (stages) => {
      const plain = new Map<string, string>();
      let scope = new Scope();
      for (const settings of stages) {
        scope = new Scope(scope);
        for (const [key, value] of settings) {
          expect(scope.set(key, value)).toBe(plain.get(key) !== value);
          plain.set(key, value);
        }
        expect([...scope.entries()]).toEqual([...plain]);
        for (const key of plain.keys()) expect(scope.get(key)).toBe(plain.get(key));
        expect(scope.has('F')).toBe(false);
      }
    }),
  );
});
