// Step 3 of the walk, for RUN: dnf, yum, microdnf, zypper, pacman. No index is bundled for these: a figure by number and
// kind of packages, wide on purpose and said so.

import type { Handler, Shell } from '../shell';
import { assumed, listed, megabytes, readFlags } from './guess';

// Kinds of package that dwarf the rest, in megabytes with what they pull in.
const HEAVY: readonly (readonly [RegExp, number])[] = [
  [/^(gcc-c\+\+|base-devel|@?development)/, 330],
  [/^(gcc|clang|llvm|rust|cargo|golang|go)$/, 240],
  [/^java-.*-devel|^(open)?jdk|jdk$/, 330],
  [/^java-.*-jmods/, 250],
  [/^java-|jre/, 200],
  [/^(nodejs|npm)/, 130],
  [/^python3?(\.\d+)?(-devel|-pip)?$/, 55],
  [/^(git|perl)$/, 60],
  [/^(postgresql|mysql|mariadb|httpd|nginx|php)/, 45],
  [/-devel$/, 12],
  [/^(ca-certificates|tzdata|tar|gzip|unzip|which|findutils|procps|shadow-utils|less|curl|wget|xz|bzip2|make|jq)/, 3],
];

const VALUED = ['-c', '--setopt', '--enablerepo', '--disablerepo', '--installroot', '--releasever', '-x', '--exclude'];

function install(shell: Shell, tool: string, names: readonly string[]): void {
  if (names.length === 0) return;
  const each = names.map((name) => HEAVY.find(([pattern]) => pattern.test(name))?.[1] ?? 10);
  const largest = Math.max(...each);
  const rest = each.reduce((sum, one) => sum + one, 0) - largest;
  const likely = largest + rest * 0.5;
  shell.write(
    '/',
    megabytes(likely * 0.25, likely, likely * 3.2, 0.34),
    assumed(`${listed(names)}: ${tool} packages are not in the bundled index; a rough figure by kind of package.`),
    { kind: 'spread' },
  );
}

function cache(shell: Shell, tool: string): void {
  const path = tool === 'zypper' ? '/var/cache/zypp' : tool === 'pacman' ? '/var/cache/pacman' : '/var/cache/dnf';
  shell.machine.files.remove(path);
  const bytes = tool === 'microdnf' ? megabytes(2, 20, 90, 0.9) : megabytes(10, 60, 250, 0.9);
  shell.writeTree(path, bytes, assumed(`${tool} keeps metadata and downloads in ${path} until it is cleaned.`));
}

const UPGRADE = megabytes(5, 80, 350, 0.34);

const rpm: Handler = (call, shell) => {
  const flags = readFlags(call.args, VALUED);
  const [verb, ...names] = flags.words;
  switch (verb) {
    case 'install':
    case 'in':
    case 'localinstall':
    case 'groupinstall':
      cache(shell, call.name);
      install(shell, call.name, names);
      break;
    case 'update':
    case 'upgrade':
    case 'distro-sync':
    case 'dup':
      cache(shell, call.name);
      if (names.length > 0) install(shell, call.name, names);
      else shell.write('/', UPGRADE, assumed('Updates since the base image are stored again.'), { kind: 'spread' });
      break;
    case 'makecache':
    case 'refresh':
    case 'ref':
      cache(shell, call.name);
      break;
    case 'clean':
      for (const path of ['/var/cache/dnf', '/var/cache/yum', '/var/cache/zypp']) shell.machine.files.remove(path);
      break;
    default:
      break;
  }
  return undefined;
};

const pacman: Handler = (call, shell) => {
  const flags = readFlags(call.args);
  const asks = [...call.args].join(' ');
  if (/-S\w*c|-Sc/.test(asks)) shell.machine.files.remove('/var/cache/pacman');
  else if (/-S\w*|--sync/.test(asks)) {
    cache(shell, 'pacman');
    if (/-S\w*u/.test(asks))
      shell.write('/', UPGRADE, assumed('A full upgrade stores what changed again.'), { kind: 'spread' });
    install(shell, 'pacman', flags.words);
  }
  return undefined;
};

export const RPM: Readonly<Record<string, Handler>> = {
  dnf: rpm,
  dnf5: rpm,
  yum: rpm,
  microdnf: rpm,
  tdnf: rpm,
  zypper: rpm,
  'yum-builddep': (call, shell) => {
    shell.puzzle(call.text, 'Build dependencies are named in the spec file.', megabytes(50, 300, 1200, 0.33));
    return undefined;
  },
  pacman,
  rpm: (call, shell) => {
    if (call.args.some((arg) => /^-[iU]/.test(arg) || arg === '--install'))
      install(
        shell,
        'rpm',
        call.args.filter((arg) => !arg.startsWith('-')),
      );
    return undefined;
  },
};
