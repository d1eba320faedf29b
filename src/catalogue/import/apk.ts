// Alpine's packages → the generated `apk.txt` and `apk-complete.txt`: today's repositories, older figures for names that
// they do not have. Dependencies on sonames and commands are settled here, so that the app needs no table of them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApkIndex } from '../../core';
import { readApkFacts, readApkIndexArchive, readApkTable, type ApkSource } from './apk-sources';
import { writeApk, type ApkRow } from './apk-write';
import { readPacked } from './unpack';

/** What nobody asks for by name in a Dockerfile, and that nothing needs. */
const SPARE = /-(?:doc|lang|openrc|dbg|bash-completion|zsh-completion|fish-completion|systemd|vim)$/;
/** Packages of the alpine image as published. */
const BASE = new Set([
  'alpine-baselayout', 'alpine-baselayout-data', 'alpine-keys', 'alpine-release', 'apk-tools', 'busybox', 'busybox-binsh',
  'ca-certificates-bundle', 'libapk2', 'libcrypto3', 'libssl3', 'musl', 'musl-utils', 'scanelf', 'ssl_client', 'zlib',
]); // prettier-ignore

export interface ApkLists {
  readonly release: string;
  /** ISO month. */
  readonly asOf: string;
  readonly sources: ReadonlyMap<string, ApkSource>;
  /** Names that people mostly install, besides all they need. */
  readonly popular: ReadonlySet<string>;
}

/** The lists in a folder: raw indexes of a release before tables of one; `null` when it has neither. */
export function readApkLists(folder: string, asOf: string, before: ApkIndexes | null): ApkLists | null {
  return fromIndexes(folder, asOf, before) ?? fromTables(folder);
}

export interface ApkIndexes {
  readonly popular: ApkIndex;
  readonly complete: ApkIndex;
}

/** `APKINDEX-3.24-main.tar.gz` and `-community`; the newest release counts. */
function fromIndexes(folder: string, asOf: string, before: ApkIndexes | null): ApkLists | null {
  const files = readdirSync(folder).flatMap((file) => {
    const [, release, repository] = /^APKINDEX-(\d+\.\d+)-(\w+)\.tar\.gz$/.exec(file) ?? [];
    return release === undefined || repository === undefined ? [] : [{ file, release, repository }];
  });
  const release = files
    .map((each) => each.release)
    .sort(byVersion)
    .at(-1);
  if (release === undefined) return null;
  const sources = new Map<string, ApkSource>();
  const popular = new Set<string>(before?.popular.names);
  const repositories = files.filter((each) => each.release === release);
  for (const { file, repository } of repositories)
    for (const each of readApkIndexArchive(readFileSync(join(folder, file)))) {
      sources.set(each.name, each);
      if (repository === 'main') popular.add(each.name);
    }
  // A repository that was not given may still hold what was known before.
  const whole = ['main', 'community'].every((name) => repositories.some((each) => each.repository === name));
  if (!whole && before)
    for (const each of recovered(before.complete)) if (!sources.has(each.name)) sources.set(each.name, each);
  return { release, asOf, sources, popular };
}

const byVersion = (a: string, b: string): number => {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
};

/** What a generated index says of each package, for another release to go by. */
function recovered(index: ApkIndex): ApkSource[] {
  const provided = new Map<number, string[]>();
  for (const [name, id] of index.ids)
    if (name !== index.names[id]) provided.set(id, [...(provided.get(id) ?? []), name]);
  const nameOf = (id: number) => index.names[id] ?? '';
  return index.packages.map((each, id) => ({
    name: nameOf(id),
    installed: each.installed,
    download: each.download,
    depends: each.depends.map(nameOf),
    provides: provided.get(id) ?? [],
    installIf: [],
    priority: 0,
    old: true,
  }));
}

function fromTables(folder: string): ApkLists | null {
  const main = readPacked(join(folder, 'alpine-3.22-main.tsv'));
  if (main === null) return null;
  const sources = new Map<string, ApkSource>();
  for (const each of readApkTable(main, false)) sources.set(each.name, each);
  for (const each of readApkTable(readPacked(join(folder, 'alpine-3.12-community.tsv')) ?? '', true))
    if (!sources.has(each.name)) sources.set(each.name, each);
  const provided = providersOf([...sources.values()]);
  const facts = readApkFacts(readPacked(join(folder, 'alpine.tsv')) ?? '');
  for (const each of facts) if (!sources.has(each.name) && !provided.has(each.name)) sources.set(each.name, each);
  const current = [...sources.values()].filter((each) => !each.old).map((each) => each.name);
  const popular = new Set([...current, ...facts.map((each) => each.name)]);
  return { release: '3.22', asOf: '2025-11', sources, popular };
}

/** Both tiers: what people mostly install, and everything. */
export function makeApk(lists: ApkLists): { popular: string; complete: string } {
  const named = [...lists.sources.values()].filter((each) => lists.popular.has(each.name));
  return { popular: write(lists, closed(named, lists.sources)), complete: write(lists, lists.sources) };
}

/** The given packages and all that they need. */
function closed(from: readonly ApkSource[], all: ReadonlyMap<string, ApkSource>): Map<string, ApkSource> {
  const settle = settler(all);
  const kept = new Map(from.map((each) => [each.name, each]));
  for (const each of kept.values())
    for (const wish of each.depends) {
      const need = all.get(settle(wish) ?? '');
      if (need) kept.set(need.name, need);
    }
  return kept;
}

/** What a dependency means: a package of that name, or the best provider. */
function settler(sources: ReadonlyMap<string, ApkSource>): (wish: string) => string | null {
  const providers = providersOf([...sources.values()]);
  return (wish) => {
    if (wish.startsWith('!')) return null;
    const name = wish.replace(/[<>=~].*$/, '');
    if (sources.has(name)) return name;
    return providers.get(name) ?? providers.get(soname(name)) ?? null;
  };
}

function write(lists: ApkLists, sources: ReadonlyMap<string, ApkSource>): string {
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
  const rows = kept.map((each, i): ApkRow => {
    const installIf = idsOf(each.installIf);
    const whole = installIf.length > 0 && each.installIf.every((wish) => ids.has(settle(wish) ?? ''));
    return {
      ...each,
      depends: idsOf(each.depends).filter((id) => id !== i),
      provides: each.provides.filter((name) => !name.includes(':') && !ids.has(name) && settle(name) === each.name),
      installIf: whole ? installIf : [],
    };
  });
  const base = [
    ...closed(
      [...sources.values()].filter((each) => BASE.has(each.name)),
      sources,
    ).keys(),
  ].sort();
  return writeApk({ release: lists.release, asOf: lists.asOf, base }, rows);
}

/** By provided name the package to take: highest provider priority, current before old, then the first by name. */
function providersOf(sources: readonly ApkSource[]): Map<string, string> {
  const best = new Map<string, ApkSource>();
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
