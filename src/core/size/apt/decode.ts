// Sizing of apt-get steps: text of a generated package index → AptIndex.
// Sections by line count, an empty line between them (a column may hold empty lines): JSON header; names and virtual
// names, front-coded; KiB of all files; slim share; gzip share; KiB of gzip that slim leaves out; KiB of Python;
// file count; clauses; Depends; Recommends; bases; how each package was weighed. Numbers are base 36.

import type { AptIndex, Coefficients, Weighed } from './types';

interface Header {
  readonly v: number;
  readonly suite: string;
  readonly tier: AptIndex['tier'];
  readonly asOf: string;
  readonly n: number;
  readonly virt: number;
  readonly clauses: number;
  readonly coef: { readonly unc: Coefficients; readonly gz: Coefficients };
  readonly lists: readonly [number, number];
  readonly bases: readonly string[];
}

const KIB = 1024;
const WEIGHED: Readonly<Record<string, Weighed>> = { m: 'measured', r: 'related', c: 'class' };

/** Throws when the text is of another format version or cut short. */
export function decodeApt(text: string): AptIndex {
  const lines = text.split('\n');
  const header = JSON.parse(lines[0] ?? '') as Header;
  if (header.v !== 2) throw new Error(`package index: format ${String(header.v)} is not known`);
  let at = 2;
  const section = (count: number): string[] => {
    const part = lines.slice(at, at + count);
    if (part.length < count) throw new Error('package index: cut short');
    at += count + 1;
    return part;
  };
  const { n } = header;
  const real = unfront(section(n));
  const virtual = section(header.virt).map((line) => line.split('\t'));
  const names = [...real, ...unfront(virtual.map(([name = '']) => name))];
  const providers = virtual.map(([, list = '']) => numbers(list, ','));
  const full = kib(section(n));
  const [slimShares = ''] = section(1);
  const [gzipShares = ''] = section(1);
  const gzipExcluded = kib(section(n));
  const python = kib(section(n));
  const [fileCounts = ''] = section(1);
  const slim = full.map((bytes, i) => (bytes * (slimShares.charCodeAt(i) - 48)) / 64);
  const clauses = section(header.clauses).map((line) => numbers(line, '|'));
  const depends = section(n).map((line) => numbers(line, ' '));
  const recommends = section(n).map((line) => numbers(line, ' '));
  const bases = decodeBases(header.bases, section(header.bases.length));
  const [weighed = ''] = section(1);
  return {
    suite: header.suite,
    tier: header.tier,
    asOf: header.asOf,
    names,
    // A name that is both is its package's.
    ids: new Map([...names.entries()].reverse().map(([i, name]) => [name, i])),
    count: n,
    providers,
    provides: invert(providers, n),
    clauses,
    depends,
    recommends,
    full,
    slim,
    gzip: slim.map((bytes, i) => (bytes * (gzipShares.charCodeAt(i) - 35)) / 90),
    gzipExcluded,
    python,
    files: full.map((_, i) => 2 ** (((fileCounts.charCodeAt(i) - 35) * 1.4) / 12) - 1),
    weighed: Array.from({ length: n }, (_, i) => WEIGHED[weighed.charAt(i)] ?? 'class'),
    coefficients: header.coef,
    lists: header.lists,
    bases,
  };
}

/** The first character of a line says how many characters are shared with the line before, from `0` on. */
function unfront(lines: readonly string[]): string[] {
  let before = '';
  return lines.map((line) => (before = before.slice(0, line.charCodeAt(0) - 48) + line.slice(1)));
}

function numbers(text: string, separator: string): number[] {
  return text === '' ? [] : text.split(separator).map((each) => parseInt(each, 36));
}

function kib(lines: readonly string[]): Float64Array {
  return Float64Array.from(lines, (line) => (line === '' ? 0 : parseInt(line, 36) * KIB));
}

function invert(providers: readonly (readonly number[])[], n: number): Map<number, number[]> {
  const provides = new Map<number, number[]>();
  providers.forEach((list, i) => {
    for (const id of list) {
      const known = provides.get(id);
      if (known) known.push(n + i);
      else provides.set(id, [n + i]);
    }
  });
  return provides;
}

/** Each base holds the one before and what its line adds, ascending, as differences. */
function decodeBases(names: readonly string[], lines: readonly string[]): Map<string, readonly number[]> {
  const bases = new Map<string, readonly number[]>();
  let all: readonly number[] = [];
  names.forEach((name, i) => {
    let id = 0;
    all = [...all, ...numbers(lines[i] ?? '', ' ').map((step) => (id += step))];
    bases.set(name, all);
  });
  return bases;
}
