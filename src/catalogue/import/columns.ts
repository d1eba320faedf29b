// What a package weighs unpacked, when nobody unpacked this very version: from the shares that were measured, of the same
// package in this or another release, else of its class (development files, libraries, Python, …) and size.

import type { AptIndex, Weighed } from '../../core';
import type { DebianPackage } from './debian';

/** The columns of one package in an index. KiB, but for the shares and the count. */
export interface Columns {
  readonly fullKib: number;
  /** slim ÷ full. */
  readonly slimShare: number;
  /** gzip ÷ slim. */
  readonly gzipShare: number;
  readonly gzipExcludedKib: number;
  readonly pythonKib: number;
  readonly files: number;
  readonly weighed: Weighed;
}

/** Columns that are known, with the Installed-Size they belong to. */
export interface Known {
  readonly columns: Columns;
  readonly installedKib: number;
}

const KIB = 1024;

/** What an index holds, for every package whose Installed-Size at that time is remembered. */
export function knownColumns(index: AptIndex, installed: ReadonlyMap<string, number>): Map<string, Known> {
  const known = new Map<string, Known>();
  for (let id = 0; id < index.count; id++) {
    const name = index.names[id] ?? '';
    const installedKib = installed.get(name);
    if (installedKib === undefined) continue;
    known.set(name, { columns: columnsOf(index, id), installedKib });
  }
  return known;
}

/** What an index holds of one package. */
export function columnsOf(index: AptIndex, id: number): Columns {
  const full = index.full[id] ?? 0;
  const slim = index.slim[id] ?? 0;
  return {
    fullKib: full / KIB,
    slimShare: full === 0 ? 1 : slim / full,
    gzipShare: slim === 0 ? 0.5 : (index.gzip[id] ?? 0) / slim,
    gzipExcludedKib: (index.gzipExcluded[id] ?? 0) / KIB,
    pythonKib: (index.python[id] ?? 0) / KIB,
    files: index.files[id] ?? 0,
    weighed: index.weighed[id] ?? 'class',
  };
}

/** The same package at another size keeps its shares. */
export function rescaled({ columns, installedKib }: Known, now: number, weighed: Weighed): Columns {
  const factor = installedKib > 0 && now > 0 ? now / installedKib : 1;
  return {
    ...columns,
    fullKib: columns.fullKib * factor,
    gzipExcludedKib: columns.gzipExcludedKib * factor,
    pythonKib: columns.pythonKib * factor,
    files: columns.files,
    weighed,
  };
}

function classOf(name: string, installedKib: number): string {
  const kind =
    /-dev$/.test(name) ? 'dev'
    : /-doc$/.test(name) ? 'doc'
    : /-perl$/.test(name) ? 'perl'
    : /^python3-/.test(name) ? 'python'
    : /^fonts-|-data$|-common$/.test(name) ? 'data'
    : /^lib/.test(name) ? 'lib'
    : 'other'; // prettier-ignore
  const size = installedKib < 64 ? 0 : installedKib < 512 ? 1 : installedKib < 4096 ? 2 : 3;
  return `${kind} ${String(size)}`;
}

interface Shares {
  readonly full: number;
  readonly slim: number;
  /** gzip of everything ÷ size of the package file. */
  readonly packed: number;
  /** Part of that which slim leaves out. */
  readonly excluded: number;
  readonly python: number;
  readonly filesPerKib: number;
}

export type ClassModel = (each: DebianPackage) => Columns;

/** Medians of the measured packages, by class and size. */
export function classModel(measured: readonly { readonly known: Known; readonly of: DebianPackage }[]): ClassModel {
  const samples = new Map<string, Shares[]>();
  for (const { known, of } of measured) {
    const { columns } = known;
    const slimKib = columns.fullKib * columns.slimShare;
    const gzip = slimKib * columns.gzipShare + columns.gzipExcludedKib;
    if (columns.weighed !== 'measured' || of.installedKib === 0 || of.debBytes === 0) continue;
    const shares = {
      full: columns.fullKib / known.installedKib,
      slim: columns.slimShare,
      packed: (gzip * KIB) / of.debBytes,
      excluded: gzip === 0 ? 0 : columns.gzipExcludedKib / gzip,
      python: columns.fullKib === 0 ? 0 : columns.pythonKib / columns.fullKib,
      filesPerKib: columns.files / Math.max(1, columns.fullKib),
    };
    for (const key of [classOf(of.name, of.installedKib), 'any']) {
      const list = samples.get(key);
      if (list) list.push(shares);
      else samples.set(key, [shares]);
    }
  }
  const medians = new Map<string, Shares>();
  for (const [key, list] of samples) if (list.length >= 12 || key === 'any') medians.set(key, medianOf(list));
  return (each) => {
    const shares = medians.get(classOf(each.name, each.installedKib)) ?? medians.get('any');
    if (!shares) throw new Error('no measured package to judge by');
    const fullKib = each.installedKib * shares.full;
    const gzipKib = (each.debBytes * shares.packed) / KIB;
    const slimKib = fullKib * shares.slim;
    return {
      fullKib,
      slimShare: shares.slim,
      gzipShare: slimKib === 0 ? 0.5 : Math.min(1, (gzipKib * (1 - shares.excluded)) / slimKib),
      gzipExcludedKib: gzipKib * shares.excluded,
      pythonKib: fullKib * shares.python,
      files: fullKib * shares.filesPerKib,
      weighed: 'class',
    };
  };
}

function medianOf(list: readonly Shares[]): Shares {
  const median = (pick: (shares: Shares) => number) => {
    const values = list.map(pick).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  return {
    full: median((shares) => shares.full),
    slim: median((shares) => shares.slim),
    packed: median((shares) => shares.packed),
    excluded: median((shares) => shares.excluded),
    python: median((shares) => shares.python),
    filesPerKib: median((shares) => shares.filesPerKib),
  };
}
