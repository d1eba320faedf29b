// Step 3 of the walk, for RUN: what system packages add to a layer. Commands say what comes and goes; when the step ends
// the set that is really new is weighed once, so packages installed and removed in one step cost nothing.

import { estimate, type Grounds } from '../entry';
import type { Bytes, PackageIndex } from '../facts';
import { packagesOf, type Machine, type PackageState } from '../machine';
import { range } from '../range';
import type { StepPart } from '../report';
import type { Shell } from '../shell';
import { vendorPackage } from './vendor-packages';
import { listed, megabytes } from './guess';

/** Installs packages by name in the stage; files named instead (`./x.deb`) are unpacked. */
export function install(shell: Shell, asked: readonly string[], recommends: boolean, group?: string): void {
  let names = asked;
  if (names.length === 0) return;
  const state = packagesOf(shell.machine);
  if (!state) return installBlind(shell, names, recommends);
  if (shell.marked('nodesource') && names.includes('nodejs')) {
    foreign(shell, 'nodejs', state, recommends);
    names = names.filter((name) => name !== 'nodejs');
    if (names.length === 0) return;
  }
  state.touched = true;
  const sign = recommends ? '+' : '-';
  const { added, missing } = remember(state, `${sign}${group ?? ''} ${names.join(' ')}`, () =>
    state.index.resolve(names, state.present, recommends),
  );
  for (const name of added) {
    state.present.add(name);
    if (!state.removed.delete(name)) state.added.add(name);
  }
  const wanted = names.map((name) => name.replace(/[=:/<>~].*$/, ''));
  for (const name of wanted) state.asked.add(name);
  if (group === undefined) for (const name of wanted) state.manual.add(name);
  else state.groups.set(group, [...(state.groups.get(group) ?? []), ...wanted]);
  for (const name of missing) {
    state.asked.delete(name.replace(/[=:/<>~].*$/, ''));
    foreign(shell, name, state, recommends);
  }
}

/** A package that the release's index lacks: from a vendor's own repository, or one nobody knows. */
function foreign(shell: Shell, written: string, state: PackageState, recommends: boolean): void {
  const name = written.replace(/[=:].*$/, '');
  if (/[$]/.test(written))
    return shell.puzzle(written, 'Which package this is only shows when the step runs.', PACKAGE);
  const known = vendorPackage(name, shell.marked('nodesource'));
  if (known) {
    shell.write(`/${name}`, known, vendorGrounds(name), { kind: 'spread' });
    return;
  }
  if (state.index.fuller !== null) shell.machine.wants.add(state.index.fuller);
  const near = state.index.fuller === null ? state.index.nearest(name) : null;
  if (near !== null) {
    install(shell, [near], recommends);
    state.asked.delete(near);
    state.asked.add(name);
    state.manual.add(name);
    state.instead.set(name, near);
    return;
  }
  shell.puzzle(name, `\`${name}\` is not in the ${state.index.label}.`, PACKAGE);
}

const vendorGrounds = (name: string): Grounds => ({
  certainty: 'assumed',
  reason: `${name} from its vendor’s repository: a typical recent release.`,
});

const PACKAGE = megabytes(0.2, 5, 150, 0.35);

/** Without an index: a figure per name, wide on purpose. */
function installBlind(shell: Shell, names: readonly string[], recommends: boolean): void {
  const { distro } = shell.machine;
  const each = recommends ? 30 : 12;
  const waiting = shell.machine.wants.size > 0;
  const label = distro?.label ?? 'an unknown distribution';
  const reason = waiting
    ? `${listed(names)}: a rough figure until the ${label} package index is here.`
    : `${listed(names)}: no package index for ${label}; a rough figure by number of packages.`;
  const bytes = megabytes(0.5, each * Math.sqrt(names.length) * 1.5, 200 + 60 * names.length, 0.36);
  shell.write('/', bytes, { certainty: 'assumed', reason }, { kind: 'spread' });
}

/** Removes packages; with `auto`, also those that nothing installed by name needs any more, or (`recommended`) recommends. */
export function uninstall(shell: Shell, names: readonly string[], auto: boolean, recommended = false): void {
  const state = packagesOf(shell.machine);
  if (!state) return;
  state.touched = true;
  state.trail += ` ~${auto ? 'auto ' : ''}${names.join(' ')}`;
  const groups = names.flatMap((name) => state.groups.get(name) ?? []);
  for (const name of [...names, ...groups]) {
    state.manual.delete(name.replace(/[=:].*$/, ''));
    state.groups.delete(name);
  }
  const gone = auto ? unneeded(state, shell.machine, recommended) : names.filter((name) => state.present.has(name));
  for (const name of gone) {
    state.present.delete(name);
    if (state.added.delete(name)) state.undone = true;
    else state.removed.add(name);
  }
}

function unneeded(state: PackageState, machine: Machine, recommended: boolean): string[] {
  const base = state.index.base(machine.packageSet);
  const roots = [...state.manual, ...[...state.groups.values()].flat()].filter((name) => !base.has(name));
  const needed = new Set(state.index.resolve(roots, base, recommended).added);
  return [...state.present].filter((name) => !base.has(name) && !needed.has(name));
}

const remembered = new WeakMap<PackageIndex, Map<string, unknown>>();
const REMEMBER = 400;
const LONGEST_TRAIL = 4000;

/** The answer of an index to the same question after the same history: every keystroke elsewhere asks it again. */
function remember<T>(state: PackageState, question: string, answer: () => T): T {
  if (state.trail.length > LONGEST_TRAIL) return answer();
  state.trail += ` ${question}`;
  const known = remembered.get(state.index) ?? new Map<string, unknown>();
  remembered.set(state.index, known);
  if (known.has(state.trail)) return known.get(state.trail) as T;
  if (known.size >= REMEMBER) known.clear();
  const fresh = answer();
  known.set(state.trail, fresh);
  return fresh;
}

/** How far packages of another architecture may be from those of amd64. */
const ELSEWHERE = 0.1;
/** How far a layer may be off in which another version stands for a package. */
const OTHER_VERSION = 0.3;

/** Widens without moving the likely figure. */
function widened({ disk, pull }: Bytes, share: number): Bytes {
  const one = ({ low, likely, high }: Bytes['disk']) => {
    const more = likely * share;
    return range(likely - Math.hypot(likely - low, more), likely, likely + Math.hypot(high - likely, more));
  };
  return { disk: one(disk), pull: one(pull) };
}

function insteadOf({ instead }: PackageState): string {
  const pairs = [...instead].slice(0, 3).map(([name, taken]) => `${name} weighed as ${taken}`);
  return pairs.length === 0 ? '' : `; ${pairs.join(', ')}`;
}

/** What installing leaves when all of it is removed again in the same step: databases, caches and logs, stored anew. */
const RESIDUE = {
  apt: megabytes(0.7, 1.7, 7, 0.22),
  apk: megabytes(0.04, 0.1, 0.4, 0.25),
} as const;

/** Packages that are locales and hardly anything else. */
const LOCALES = /^(locales(-all)?|language-pack-.*|.*-l10n(-.*)?)$/;

function weigh(machine: Machine, state: PackageState, before: number): Bytes {
  const { index } = state;
  const slim = state.slim && !machine.marks.has('dpkg-keeps-all');
  const added = [...state.added];
  const weighed = remember(state, slim ? ';' : ';all', () => index.weigh(added, before, slim));
  const locales = slim && machine.marks.has('dpkg-keeps-locales') ? added.filter((name) => LOCALES.test(name)) : [];
  if (locales.length === 0) return weighed;
  const [all, without] = [index.weigh(locales, before, false), index.weigh(locales, before, true)];
  const shifted = (side: 'disk' | 'pull') => {
    const more = all[side].likely - without[side].likely;
    const { low, likely, high } = weighed[side];
    return range(low + more, likely + more, high + more);
  };
  return { disk: shifted('disk'), pull: shifted('pull') };
}

/** Ends a step: weighs what is new and forgets it. Returns the parts for the step's account. */
export function weighPackages(machine: Machine): StepPart[] {
  const state = machine.packages;
  if (!state?.touched) return [];
  state.touched = false;
  const { index, added, removed, present } = state;
  const before = Math.max(0, present.size - added.size);
  const parts: StepPart[] = [];
  if (added.size > 0) {
    const weighed = weigh(machine, state, before);
    const foreign = machine.platform !== 'linux/amd64';
    const doubt = Math.hypot(foreign ? ELSEWHERE : 0, state.instead.size > 0 ? OTHER_VERSION : 0);
    const bytes = doubt > 0 ? widened(weighed, doubt) : weighed;
    // Also what stands in for a name of another release.
    const names = [...state.asked].filter((name) => state.manual.has(name) && (added.has(name) || !present.has(name)));
    const mega = Math.round(bytes.disk.likely / 1e6);
    const count = added.size === 1 ? '1 package' : `${String(added.size)} packages`;
    const size = mega > 0 ? `${String(mega)} MB` : `${String(Math.round(bytes.disk.likely / 1e3))} kB`;
    const times = index.factor === 1 ? '' : `, times ${String(index.factor)}`;
    const stand = index.standsInFor === null ? '' : ` (nearest known to ${index.standsInFor}${times})`;
    parts.push({
      text: listed(names.length > 0 ? names : [...added]),
      size: estimate(bytes, {
        certainty: 'estimated',
        reason: `${count}, ${size} installed, ${index.label}${stand}${insteadOf(state)}${foreign ? ', weighed on amd64' : ''}.`,
        evidence: [index.evidence],
        assumption: `packages of ${index.id}`,
      }),
    });
  }
  if (removed.size > 0)
    parts.push({
      text: `removed ${listed([...removed])}`,
      size: estimate(megabytes(0.05, 0.7, 3, 0.25), {
        certainty: 'assumed',
        reason: 'Removing packages of an earlier layer frees nothing there, and the package database is stored again.',
      }),
    });
  if (state.undone && removed.size === 0) {
    const apk = index.id.startsWith('alpine');
    const reason = 'Packages installed and removed in this step leave databases, caches and logs.';
    parts.push({
      text: 'package databases',
      size: estimate(apk ? RESIDUE.apk : RESIDUE.apt, { certainty: 'estimated', reason }),
    });
  } else if (added.size === 0 && removed.size === 0)
    parts.push({
      text: 'nothing new',
      size: estimate(
        { disk: range(500, 5000, 60_000), pull: range(300, 1000, 9000) },
        { certainty: 'estimated', reason: 'All of it is installed already.' },
      ),
    });
  state.undone = false;
  state.instead.clear();
  added.clear();
  removed.clear();
  state.asked.clear();
  return parts;
}
