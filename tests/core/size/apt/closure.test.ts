import { describe, expect, test } from 'vitest';
import { closure } from '../../../../src/core/size/apt/closure';
import { askedFor } from '../../../../src/core/size/apt/request';
import type { AptIndex } from '../../../../src/core/size/apt/types';

/** A small index from `name: depends; depends` lines; `a|b` are alternatives, `~c` a recommendation, `=v` a provided name. */
function index(lines: Readonly<Record<string, string>>): AptIndex {
  const real = Object.keys(lines).sort();
  const parts = (name: string) => (lines[name] ?? '').split(' ').filter((part) => part !== '');
  const virtual = [...new Set(real.flatMap((name) => parts(name).filter((part) => part.startsWith('='))))].map((part) =>
    part.slice(1),
  );
  const names = [...real, ...virtual];
  const ids = new Map(names.map((name, i) => [name, i]));
  const clauses: number[][] = [];
  const clause = (text: string) =>
    clauses.push(
      text.split('|').map((name) => {
        const id = ids.get(name);
        if (id === undefined) throw new Error(`no ${name}`);
        return id;
      }),
    ) - 1;
  const providers = virtual.map((name) =>
    real.flatMap((each, id) => (parts(each).includes(`=${name}`) ? [id] : [])).reverse(),
  );
  const provides = new Map<number, number[]>();
  providers.forEach((list, i) => {
    for (const id of list) provides.set(id, [...(provides.get(id) ?? []), real.length + i]);
  });
  const none = new Float64Array(real.length);
  const per = { const: 0, per_installed_pkg: 0, per_file: 0, debconf: 0, py: 0 };
  return {
    suite: 'test',
    tier: 'popular',
    asOf: '2026-11',
    names,
    ids,
    count: real.length,
    providers,
    provides,
    clauses,
    depends: real.map((name) =>
      parts(name)
        .filter((part) => !/^[~=]/.test(part))
        .map(clause),
    ),
    recommends: real.map((name) =>
      parts(name)
        .filter((part) => part.startsWith('~'))
        .map((part) => clause(part.slice(1))),
    ),
    full: none,
    slim: none,
    gzip: none,
    gzipExcluded: none,
    python: none,
    files: none,
    weighed: real.map(() => 'measured'),
    coefficients: { unc: per, gz: per },
    lists: [0, 0],
    bases: new Map(),
  };
}

function install(
  lines: Readonly<Record<string, string>>,
  asked: string[],
  recommends = false,
  installed: string[] = [],
) {
  const made = index(lines);
  const idsOf = (names: string[]) => names.map((name) => made.ids.get(name) ?? -1);
  return closure(made, idsOf(installed), idsOf(asked), recommends).map((id) => made.names[id]);
}

describe('what an install brings', () => {
  test.each([
    ['dependencies of dependencies', { a: 'b', b: 'c', c: '' }, ['a', 'b', 'c']],
    ['a loop once', { a: 'b', b: 'a' }, ['a', 'b']],
    ['the first of a choice', { a: 'b|c', b: '', c: '' }, ['a', 'b']],
    ['no choice that something forced settles already', { a: 'b|c d', b: '', c: '', d: 'c' }, ['a', 'd', 'c']],
    ['the only provider of a virtual name', { a: 'v', b: '=v' }, ['a', 'b']],
    ['the best provider of several', { a: 'v', b: '=v', c: '=v' }, ['a', 'c']],
    ['no provider when one is brought anyway', { a: 'v c', b: '=v', c: 'd', d: '=v' }, ['a', 'c', 'd']],
    ['no recommendation that was refused', { a: '~b', b: '' }, ['a']],
  ])('%s', (_, lines, expected) => {
    expect(install(lines, ['a'])).toEqual(expected);
  });

  test('recommendations, after all dependencies', () => {
    expect(install({ a: '~r d|e', d: '', e: '', r: 'x', x: '' }, ['a'], true)).toEqual(['a', 'd', 'r', 'x']);
  });

  test('nothing that is installed', () => {
    expect(install({ a: 'b c', b: '', c: '' }, ['a'], false, ['b'])).toEqual(['a', 'c']);
    expect(install({ a: '' }, ['a'], false, ['a'])).toEqual([]);
  });
});

describe('words after install', () => {
  const made = index({ 'g++': '', curl: '', 'php8.2-cli': '', 'php8.2-xml': '', 'task-desk': '', libc6: '', nano: '' });
  test.each([
    ['curl=7.88*', ['curl'], []],
    ['curl/bookworm-backports', ['curl'], []],
    ['curl:amd64', ['curl'], []],
    ['g++', ['g++'], []],
    ['php8.2-*', ['php8.2-cli', 'php8.2-xml'], []],
    ['^php.*xml$', ['php8.2-xml'], []],
    ['desk^', ['task-desk'], []],
    ['nano-', [], []],
    ['nothing', [], ['nothing']],
    ['(a+)+$', [], ['(a+)+$']],
    ['[$', [], ['[$']],
  ])('%s', (word, names, missing) => {
    const asked = askedFor(made, [word]);
    expect(asked.ids.map((id) => made.names[id])).toEqual(names);
    expect(asked.missing).toEqual(missing);
  });

  test('another architecture', () => {
    expect(askedFor(made, ['libc6:i386']).foreign).toEqual([{ id: made.ids.get('libc6'), arch: 'i386' }]);
  });
});
