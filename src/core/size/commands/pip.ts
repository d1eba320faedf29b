// Step 3 of the walk, for RUN: where Python packages go and what they weigh. Wheels by name from a table of those asked
// for often; a requirements file is not in the Dockerfile, so assumed.

import { scaleBytes } from '../range';
import type { Call, Shell } from '../shell';
import { assumed, megabytes, readFlags } from './guess';
import { wheelMegabytes } from './wheels';

export const VALUED = [
  '-r',
  '--requirement',
  '-c',
  '--constraint',
  '-t',
  '--target',
  '--prefix',
  '--root',
  '-i',
  '--index-url',
  '--extra-index-url',
  '-f',
  '--find-links',
  '--python',
  '-p',
  '-w',
  '--wheel-dir',
  '-d',
  '--dest',
  '-e',
  '--editable',
  '--extra',
  '--group',
  '--only',
  '--without',
  '--with',
  '-E',
  '--platform',
  '--no-group',
  '--no-install-package',
  '--directory',
  '--project',
  '-n',
  '--name',
];

/** The site-packages in force: a venv that a step made or that PATH names, else the system's. */
export function sitePackages(shell: Shell): string {
  const venv =
    shell.variables.get('VIRTUAL_ENV') ??
    /(?:^|:)(\/[^:]*venv[^:]*)\/bin(?::|$)/.exec(shell.variables.get('PATH') ?? '')?.[1];
  if (venv) return venv;
  const running = /^(.*)\/bin\/(?:pip|python)[\d.]*$/.exec(shell.current.split(' ')[0] ?? '')?.[1];
  if (running && !/^\/usr(\/local)?$/.test(running)) return shell.path(running);
  const user = shell.step.user !== '' && shell.step.user !== 'root' && shell.step.user !== '0';
  return user ? `${shell.home}/.local` : '/usr/local/lib/python3/site-packages';
}

export function pipInstall(call: Call, shell: Shell, args: readonly string[], target: string | null): void {
  const flags = readFlags(args, VALUED);
  const into =
    target ??
    flags.value('-t', '--target', '--prefix') ??
    (flags.has('--user') ? `${shell.home}/.local` : sitePackages(shell));
  const files =
    flags.has('-r', '--requirement') ||
    flags.has('-e', '--editable') ||
    flags.words.some((word) => /^[./]|\.(whl|txt|gz)$|:\/\//.test(word));
  const names = flags.words.filter((word) => !/^[./]|\.(whl|txt|gz)$|:\/\//.test(word));
  for (const name of names) {
    const known = wheelMegabytes(name, args, shell.marked('torch'));
    if (known?.torch) shell.mark('torch');
    if (known)
      shell.write(
        into,
        megabytes(known.low, known.likely, known.high, known.packed),
        assumed(`${name} with its dependencies: size of a recent release.`),
        { kind: 'tree' },
      );
    else
      shell.write(
        into,
        megabytes(0.1, 7, 90, 0.28),
        assumed(`${name} with its dependencies: not in the bundled facts.`),
        { kind: 'tree' },
      );
  }
  if (files)
    shell.write(
      into,
      megabytes(4, 110, 1200, 0.3),
      assumed(
        'Python requirements: not in the Dockerfile, so assumed; set this step’s size to narrow it.',
        'python-requirements',
      ),
      { kind: 'tree' },
    );
  const keeps =
    call.name.startsWith('pip') &&
    !flags.has('--no-cache-dir') &&
    !/^(1|true|on|yes)$/i.test(shell.variables.get('PIP_NO_CACHE_DIR') ?? '');
  if (keeps && (files || names.length > 0))
    keepCache(shell, shell.variables.get('PIP_CACHE_DIR') ?? `${shell.home}/.cache/pip`, files ? 1 : 0.15);
}

export function keepCache(shell: Shell, path: string, share: number): void {
  shell.writeTree(
    path,
    scaleBytes(megabytes(1, 40, 500, 0.9), share),
    assumed('Downloaded wheels stay in the cache without --no-cache-dir or a cache mount.', 'python-cache'),
  );
}

const VENV = megabytes(0.02, 10, 22, 0.25);

export function makeVenv(shell: Shell, path: string, bare: boolean): void {
  const grounds = assumed(bare ? 'An empty virtual environment.' : 'A new virtual environment with pip in it.');
  shell.writeTree(path, bare ? megabytes(0.01, 0.05, 0.2, 0.4) : VENV, grounds);
}
