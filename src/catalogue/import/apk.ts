// Alpine's indexes → the generated `apk.txt`: today's main repository, older figures for names that it does not have.
// Dependencies on sonames and commands are settled here, so that the app needs no table of them.

import { join } from 'node:path';
import { readTable } from './tables';
import { readPacked } from './unpack';

interface Source {
  readonly name: string;
  readonly installed: number;
  readonly download: number;
  readonly depends: readonly string[];
  readonly provides: readonly string[];
  readonly installIf: readonly string[];
  readonly priority: number;
  readonly old: boolean;
}

/** What nobody asks for by name in a Dockerfile, and that nothing needs. */
const SPARE = /-(?:doc|lang|openrc|dbg|static|bash-completion|zsh-completion|fish-completion|systemd|vim)$/;
/** Packages of alpine:3.22 as published. */
const BASE = [
  'alpine-baselayout', 'alpine-baselayout-data', 'alpine-keys', 'alpine-release', 'apk-tools', 'busybox', 'busybox-binsh',
  'ca-certificates-bundle', 'libapk2', 'libcrypto3', 'libssl3', 'musl', 'musl-utils', 'scanelf', 'ssl_client', 'zlib',
]; // prettier-ignore

export interface ApkTables {
  readonly release: string;
  readonly asOf: string;
  /** Index of the current release, exact. */
  readonly main: string;
  /** Older index, for names the first does not have; `null` for none. */
  readonly older: string | null;
  /** Single facts by name, for what no index has; `null` for none. */
  readonly facts: string | null;
}

export function readApkTables(folder: string): ApkTables | null {
  const main = readPacked(join(folder, 'alpine-3.22-main.tsv'));
  if (main === null) return null;
  return {
    release: '3.22',
    asOf: '2025-11',
    main,
    older: readPacked(join(folder, 'alpine-3.12-community.tsv')),
    facts: readPacked(join(folder, 'alpine.tsv')),
  };
}

/** Both tiers: what people mostly install, and everything. */
export function makeApk(tables: ApkTables): { popular: string; complete: string } {
  const all = gather(tables);
  const asked = new Set(facts(tables.facts ?? '').map((each) => each.name));
  const current = [...all.values()].filter((each) => !each.old || asked.has(each.name));
  return { popular: write(tables, closed(current, all)), complete: write(tables, all) };
}

/** The given packages and all that they need. */
function closed(from: readonly Source[], all: ReadonlyMap<string, Source>): Map<string, Source> {
  const settle = settler(all);
  const kept = new Map(from.map((each) => [each.name, each]));
  for (const each of kept.values())
    for (const wish of each.depends) {
      const need = all.get(settle(wish) ?? '');
      if (need) kept.set(need.name, need);
    }
  return kept;
}

function gather(tables: ApkTables): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const each of rows(tables.main, false)) sources.set(each.name, each);
  for (const each of rows(tables.older ?? '', true)) if (!sources.has(each.name)) sources.set(each.name, each);
  const provided = providersOf([...sources.values()]);
  for (const each of facts(tables.facts ?? ''))
    if (!sources.has(each.name) && !provided.has(each.name)) sources.set(each.name, each);
  return sources;
}

/** What a dependency means: a package of that name, or the best provider. */
function settler(sources: ReadonlyMap<string, Source>): (wish: string) => string | null {
  const providers = providersOf([...sources.values()]);
  return (wish) => {
    if (wish.startsWith('!')) return null;
    const name = wish.replace(/[<>=~].*$/, '');
    if (sources.has(name)) return name;
    return providers.get(name) ?? providers.get(soname(name)) ?? null;
  };
}

function write(tables: ApkTables, sources: ReadonlyMap<string, Source>): string {
  const settle = settler(sources);
  const needed = new Set([...sources.values()].flatMap((each) => each.depends.map(settle)));
  const kept = [...sources.values()]
    .filter((each) => !SPARE.test(each.name) || (needed.has(each.name) && !each.old))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const ids = new Map(kept.map((each, i) => [each.name, i]));
  const idsOf = (wishes: readonly string[]) => {
    const found = wishes.map((wish) => ids.get(settle(wish) ?? ''));
    return [...new Set(found.filter((id) => id !== undefined))].sort((a, b) => a - b);
  };
  let before = '';
  const lines = kept.map((each) => {
    const shared = sharedLength(before, each.name);
    before = each.name;
    const installIf = idsOf(each.installIf);
    const whole = installIf.length > 0 && each.installIf.every((wish) => ids.has(settle(wish) ?? ''));
    const provided = each.provides.filter(
      (name) => !name.includes(':') && !ids.has(name) && settle(name) === each.name,
    );
    return [
      String.fromCharCode(48 + shared) + each.name.slice(shared),
      each.installed.toString(36),
      each.download.toString(36),
      idsOf(each.depends)
        .filter((id) => id !== ids.get(each.name))
        .map((id) => id.toString(36))
        .join(' '),
      provided.join(' '),
      whole ? installIf.map((id) => id.toString(36)).join(' ') : '',
      each.old ? '~' : '',
    ]
      .join('\t')
      .trimEnd();
  });
  return [JSON.stringify({ v: 1, release: tables.release, asOf: tables.asOf, base: BASE }), ...lines, ''].join('\n');
}

function rows(text: string, old: boolean): Source[] {
  return readTable(text).map((row) => {
    const download = Number(row['apk_bytes']);
    // The old index counts blocks: every file rounded up to 4 KiB.
    const installed = Number(row['installed_bytes']);
    return {
      name: row['name'] ?? '',
      installed,
      download,
      depends: list(row['depends']),
      provides: list(row['provides']),
      installIf: old ? [] : list(row['install_if']),
      priority: Number(row['provider_priority'] ?? 0),
      old,
    };
  });
}

/** Facts without an index: the closure stands for the package. */
function facts(text: string): Source[] {
  return readTable(text).map((row) => {
    const installed = Number(row['closure_bytes'] === '' ? row['installed_bytes'] : row['closure_bytes']);
    const download = Number(row['apk_download_bytes'] ?? 0);
    return {
      name: row['name'] ?? '',
      installed,
      download: download > 0 ? download : Math.round(installed / 2.7),
      depends: [],
      provides: [],
      installIf: [],
      priority: 0,
      old: row['precision'] !== 'exact',
    };
  });
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((each) => each !== '');
}

/** By provided name the package to take: highest provider priority, current before old, then the first by name. */
function providersOf(sources: readonly Source[]): Map<string, string> {
  const best = new Map<string, Source>();
  for (const source of sources)
    for (const provided of source.provides) {
      const plain = provided.replace(/=.*$/, '');
      for (const name of new Set([plain, soname(plain)])) {
        const held = best.get(name);
        const before = held && (Number(held.old) - Number(source.old) || source.priority - held.priority);
        if (held === undefined || (before ?? 0) > 0) best.set(name, source);
      }
    }
  return new Map([...best].map(([name, source]) => [name, source.name]));
}

/** `so:libssl.so.1.1` without its version, so that an old package finds today's library. */
function soname(name: string): string {
  return name.startsWith('so:') ? name.replace(/\.so\..*$/, '.so.') : name;
}

function sharedLength(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return Math.min(shared, 70);
}
