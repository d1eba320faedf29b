// Step 3 of the walk, for RUN: apt-get, apt, aptitude, dpkg. Docker's Debian images empty /var/cache/apt by
// themselves, so `apt-get clean` changes nothing there; the package lists stay until somebody removes them.

import { packagesOf } from '../machine';
import type { Call, Handler, Shell } from '../shell';
import { assumed, megabytes, readFlags } from './guess';
import { install, uninstall } from './packages';
import { vendorPackage } from './vendor-packages';
import { baseName } from '../paths';

const LISTS = '/var/lib/apt/lists';
const VALUED = ['-t', '--target-release', '-o', '--option', '-c', '--config-file', '-a', '--host-architecture'];

function update(shell: Shell): void {
  shell.machine.files.remove(LISTS);
  const state = packagesOf(shell.machine);
  const bytes = state?.index.lists ?? megabytes(12, 20, 45, 0.75);
  shell.writeTree(LISTS, bytes, {
    certainty: state ? 'estimated' : 'assumed',
    reason: 'Package lists kept in /var/lib/apt/lists.',
    evidence: state ? [state.index.evidence] : [],
  });
}

const apt: Handler = (call, shell) => {
  const flags = readFlags(call.args, VALUED);
  const [verb, ...names] = flags.words;
  if (flags.has('--print-uris', '--download-only', '-s', '--simulate', '--dry-run')) return undefined;
  if (verb !== 'update' && flags.has('--update', '-U')) update(shell);
  switch (verb) {
    case 'update':
      update(shell);
      break;
    case 'install':
    case 'reinstall':
    case 'satisfy':
      installAll(call, shell, names, !refusesRecommends(call, shell));
      break;
    case 'build-dep':
      shell.puzzle(call.text, 'Build dependencies are named in the source package.', megabytes(50, 300, 1200, 0.33));
      break;
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
      shell.write('/', megabytes(0, 12, 70, 0.34), assumed(UPGRADE), { kind: 'spread' });
      break;
    case 'remove':
    case 'purge':
      uninstall(shell, names, flags.has('--auto-remove', '--autoremove', '--purge-auto'), keepsRecommended(call));
      break;
    case 'autoremove':
    case 'autopurge':
      uninstall(shell, names, true, keepsRecommended(call));
      break;
    case 'dist-clean':
    case 'distclean':
      shell.machine.files.remove(LISTS);
      break;
    default:
      break;
  }
  return undefined;
};

/** apt keeps what an installed package recommends, unless it is told that this is not important. */
const keepsRecommended = (call: Call): boolean => !/RecommendsImportant=\W*(false|0|no)/i.test(call.args.join(' '));

const UPGRADE = 'Updates since the base image was made are stored again; how many depends on its age.';

function refusesRecommends(call: Call, shell: Shell): boolean {
  return (
    call.args.includes('--no-install-recommends') ||
    call.args.some((arg) => /APT::Install-Recommends"?=("?false"?|"?0"?|"?no"?)/i.test(arg)) ||
    shell.marked('apt-no-recommends')
  );
}

function installAll(call: Call, shell: Shell, names: readonly string[], recommends: boolean): void {
  const files = names.filter((name) => /\.deb$/.test(name));
  for (const file of files) unpackDeb(shell, file);
  const globs = names.filter((name) => /[*?]/.test(name.replace(/=.*$/, '')) && !/\.deb$/.test(name));
  for (const glob of globs) shell.puzzle(glob, 'Which packages match only apt knows.', megabytes(1, 30, 500, 0.35));
  // `name-` removes, `name+` installs.
  install(
    shell,
    names
      .filter((name) => !files.includes(name) && !globs.includes(name) && !/[^-+]-$/.test(name))
      .map((name) => (name.endsWith('++') ? name : name.replace(/(?<!\+)\+$/, ''))),
    recommends,
  );
  void call;
}

/** A `.deb` fetched before: what it unpacks to, by its own size. */
function unpackDeb(shell: Shell, file: string): void {
  const vendor = vendorPackage(baseName(file).replace(/[_*].*$/, ''), false);
  if (vendor) {
    shell.write('/', vendor, assumed(`${baseName(file)}: a typical recent release.`), { kind: 'spread' });
    return;
  }
  const held = shell.holding(shell.path(file))[0]?.entry;
  const bytes = held
    ? megabytes(held.disk.low / 1e6, (held.disk.likely * 3) / 1e6, (held.disk.high * 5) / 1e6, 0.33)
    : megabytes(1, 60, 400, 0.33);
  shell.write('/', bytes, assumed(`${file}: its size is not known; set this step’s size to narrow it.`), {
    kind: 'spread',
  });
}

const dpkg: Handler = (call, shell) => {
  const flags = readFlags(call.args);
  if (flags.has('-i', '--install')) for (const file of flags.words) unpackDeb(shell, file);
  if (flags.has('-r', '-P', '--remove', '--purge')) uninstall(shell, flags.words, false);
  return undefined;
};

const mark: Handler = (call, shell) => {
  const state = packagesOf(shell.machine);
  const [verb, ...names] = call.args;
  if (!state) return undefined;
  state.trail += ` !${call.args.join(' ')}`;
  if (verb === 'auto' && names.includes('.*')) {
    shell.variables.set('\u0000manual', [...state.manual].join(' '));
    state.manual.clear();
  } else if (verb === 'auto') for (const name of names) state.manual.delete(name);
  else if (verb === 'manual') {
    // `apt-mark manual $savedAptMark`: what had been installed by name before.
    const saved = shell.variables.get('\u0000manual');
    if (saved && call.fields.slice(1).some((field) => !field.known))
      for (const name of saved.split(' ')) if (!state.added.has(name)) state.manual.add(name);
    for (const name of names) if (state.present.has(name)) state.manual.add(name);
  }
  return undefined;
};

export const APT: Readonly<Record<string, Handler>> = {
  apt,
  'apt-get': apt,
  aptitude: apt,
  // What tonistiigi/xx brings: the same for the platform that is built for.
  'xx-apt': apt,
  'xx-apt-get': apt,
  nala: apt,
  dpkg,
  'apt-mark': mark,
  'apt-key': () => undefined,
  'add-apt-repository': (_, shell) => {
    update(shell);
    return undefined;
  },
};
