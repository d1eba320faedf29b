// `npm run catalogue -- packages --from DIR`: package lists of Debian and Alpine → the generated indexes, keeping the
// shares that were measured. DIR holds `Packages-<suite>` and `APKINDEX-<release>-<repository>.tar.gz` as mirrors serve
// them (or tables of the same), and `npm-global.tsv`; what is missing stays as it is.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeApt, type AptIndex } from '../../core';
import { importApk } from './apk-import';
import { encodeApt, type AptSource } from './apt-encode';
import { changes } from './changes';
import { classModel, knownColumns, rescaled, type ClassModel, type Columns, type Known } from './columns';
import { writeCommon } from './common';
import { readSuite, type DebianPackage } from './debian';
import { makeNpm } from './npm';
import { readTable } from './tables';
import { readPacked } from './unpack';
import { writeAtomically } from './write';

export const SUITES = ['bullseye', 'bookworm', 'trixie', 'sid'];
/** Installed-Size of every package of the popular tier when its columns were made: shares are taken against it. */
export const INSTALLED = fileURLToPath(new URL('./installed.tsv', import.meta.url));
/** Libraries of single languages that no Dockerfile installs by name: they would double the complete index. */
const LEFT_OUT =
  /^(?:librust-.*-dev|libghc-.*|golang-.*-dev|elpa-.*|node-.*|.*-doc|.*-dbg|.*-testsuite|python3-.*-tests|r-(?:cran|bioc)-.*|texlive-lang-.*|lib.*-ocaml(?:-dev)?|.*-l10n-.*|lib.*-(?:cil-dev|java-doc)|.*-i18n|kde-.*|gir1.2-.*|lomiri-.*|plasma-.*|libkf[56].*|astro-.*|cl-.*|lua-.*|tcl-.*|haskell-.*)$/;

/** Unstable is larger and rarely built on: its complete index goes without these, too. */
const LEFT_OUT_OF_SID =
  /^(?:lib.*-perl|fonts-.*|libjs-.*|php-.*|r-.*|libjava.*|lib.*-java|vdr-.*|gnome-shell-.*|asterisk-.*)$/;

export interface PackageOptions {
  readonly from: string;
  readonly data: string;
  /** Where the remembered Installed-Sizes lie. */
  readonly installed: string;
  /** ISO month the lists are of. */
  readonly asOf: string;
}

/** Returns what changed, as lines. */
export function importPackages(options: PackageOptions): string[] {
  const report: string[] = [];
  const installed = readInstalled(options.installed);
  const suites = SUITES.map((suite) => {
    const path = join(options.data, `apt-${suite}.txt`);
    const before = existsSync(path) ? decodeApt(readFileSync(path, 'utf8')) : null;
    const list = readSuite(options.from, suite);
    const packages = list && new Map(list.map((each) => [each.name, each]));
    // The first time, the lists are those that the columns were made from.
    if (!installed.has(suite) && packages)
      installed.set(suite, new Map([...packages].map(([name, each]) => [name, each.installedKib])));
    return {
      suite,
      before,
      packages,
      known: before ? knownColumns(before, installed.get(suite) ?? new Map()) : new Map<string, Known>(),
    };
  });
  const model = classModel(
    suites.flatMap(({ known, packages }) =>
      [...known].flatMap(([name, each]) => {
        const of = packages?.get(name);
        return of ? [{ known: each, of }] : [];
      }),
    ),
  );
  for (const { suite, before, packages, known } of suites) {
    if (!before || !packages) {
      report.push(`apt-${suite}: no list given, kept as it is`);
      continue;
    }
    const others = suites.filter((other) => other.suite !== suite).map((other) => other.known);
    const columnsOf = (each: DebianPackage) => columnsFor(each, known, others, model);
    const popular = closed([...before.names.slice(0, before.count)], packages);
    const complete = [...packages.keys()].filter((name) => popular.has(name) || !isLeftOut(name, suite));
    const tiers = [
      [`apt-${suite}`, 'popular', [...popular]],
      [`apt-${suite}-complete`, 'complete', [...closed(complete, packages)]],
    ] as const;
    for (const [file, tier, names] of tiers) {
      const source = sourceOf(
        before,
        tier,
        options.asOf,
        names.flatMap((name) => packages.get(name) ?? []),
        columnsOf,
      );
      writeAtomically(join(options.data, `${file}.txt`), encodeApt(source));
      report.push(`${file}: ${String(names.length)} packages`);
    }
    report.push(...suiteChanges(before, packages, known, popular));
    installed.set(suite, new Map([...popular].map((name) => [name, packages.get(name)?.installedKib ?? 0])));
  }
  writeInstalled(options.installed, installed);
  report.push(...importOthers(options));
  // Also where no list was given: the names it answers for may have changed.
  const popular = [...SUITES.map((suite) => `apt-${suite}`), 'apk'];
  return [...report, ...popular.flatMap((file) => writeCommon(options.data, file))];
}

function isLeftOut(name: string, suite: string): boolean {
  return LEFT_OUT.test(name) || (suite === 'sid' && LEFT_OUT_OF_SID.test(name));
}

function importOthers({ from, data, asOf }: PackageOptions): string[] {
  const report = importApk(from, data, asOf);
  const npm = readPacked(join(from, 'npm-global.tsv'));
  if (npm !== null) {
    writeAtomically(join(data, 'npm.txt'), makeNpm(npm));
    report.push('npm: written');
  }
  return report;
}

function columnsFor(
  each: DebianPackage,
  known: ReadonlyMap<string, Known>,
  others: readonly ReadonlyMap<string, Known>[],
  model: ClassModel,
): Columns {
  const own = known.get(each.name);
  if (own) return rescaled(own, each.installedKib, own.columns.weighed);
  const related = others
    .map((other) => other.get(each.name))
    .find((other) => other !== undefined && other.columns.weighed !== 'class');
  return related ? rescaled(related, each.installedKib, 'related') : model(each);
}

/** The names that still exist, and all that they depend on by the first alternative. */
function closed(names: readonly string[], packages: ReadonlyMap<string, DebianPackage>): Set<string> {
  const kept = new Set(names.filter((name) => packages.has(name)));
  for (const name of kept)
    for (const clause of packages.get(name)?.depends ?? []) {
      if (clause.some((each) => kept.has(each))) continue;
      const first = clause.find((each) => packages.has(each));
      if (first !== undefined) kept.add(first);
    }
  return kept;
}

function sourceOf(
  before: AptIndex,
  tier: AptIndex['tier'],
  asOf: string,
  packages: readonly DebianPackage[],
  columnsOf: (each: DebianPackage) => Columns,
): AptSource {
  const name = (id: number) => before.names[id] ?? '';
  return {
    suite: before.suite,
    tier,
    asOf,
    packages: packages.map((of) => ({ of, columns: columnsOf(of) })),
    coefficients: before.coefficients,
    lists: before.lists,
    bases: new Map([...before.bases].map(([base, ids]) => [base, ids.map(name)])),
    providers: new Map(before.providers.map((ids, i) => [name(before.count + i), ids.map(name)])),
  };
}

/** Installed bytes of the popular names as the columns were made, and today. */
function suiteChanges(
  before: AptIndex,
  packages: ReadonlyMap<string, DebianPackage>,
  known: ReadonlyMap<string, Known>,
  now: ReadonlySet<string>,
): string[] {
  const names = before.names.slice(0, before.count);
  return changes(
    before.suite,
    new Map(names.map((name) => [name, (known.get(name)?.installedKib ?? 0) * 1024])),
    new Map([...now].map((name) => [name, (packages.get(name)?.installedKib ?? 0) * 1024])),
  );
}

function readInstalled(path: string): Map<string, Map<string, number>> {
  const installed = new Map<string, Map<string, number>>();
  if (!existsSync(path)) return installed;
  for (const row of readTable(readFileSync(path, 'utf8')))
    for (const suite of SUITES) {
      const kib = row[suite];
      if (kib === undefined || kib === '') continue;
      const of = installed.get(suite) ?? new Map<string, number>();
      installed.set(suite, of.set(row['name'] ?? '', Number(kib)));
    }
  return installed;
}

function writeInstalled(path: string, installed: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
  const names = [...new Set([...installed.values()].flatMap((of) => [...of.keys()]))].sort();
  const rows = names.map((name) => [name, ...SUITES.map((suite) => installed.get(suite)?.get(name) ?? '')].join('\t'));
  writeAtomically(path, ['name\t' + SUITES.join('\t'), ...rows, ''].join('\n'));
}
