// Step 3 of the walk, for RUN: go. What a build stores: the binary, the modules in GOPATH/pkg/mod, and since Go 1.20 a
// build cache that holds the compiled standard library too.

import { scaleBytes } from '../range';
import { baseName } from '../paths';
import type { Handler, Shell } from '../shell';
import { assumed, megabytes, readFlags } from './guess';

const VALUED = [
  '-o',
  '-ldflags',
  '-tags',
  '-mod',
  '-buildmode',
  '-p',
  '-C',
  '-gcflags',
  '-asmflags',
  '-trimpath=',
  '-modfile',
  '-overlay',
  '-pkgdir',
  '-installsuffix',
];

const gopath = (shell: Shell): string => shell.variables.get('GOPATH') ?? `${shell.home}/go`;
const gobin = (shell: Shell): string => shell.variables.get('GOBIN') ?? `${gopath(shell)}/bin`;
const modules = (shell: Shell): string => shell.variables.get('GOMODCACHE') ?? `${gopath(shell)}/pkg/mod`;
const gocache = (shell: Shell): string => shell.variables.get('GOCACHE') ?? `${shell.home}/.cache/go-build`;

/** Whether the module is known to need nothing but the standard library: no go.mod in sight, or nothing fetched. */
function onlyStandardLibrary(shell: Shell): boolean {
  if (shell.marked('go-modules')) return false;
  for (const entry of shell.machine.files.visible()) {
    if (entry.step === null || entry.kind === 'spread') continue;
    if (/\/go\.(sum|work\.sum)$/.test(entry.path)) return false;
    if (entry.kind === 'tree' && entry.listing) {
      if (entry.listing.some((file) => file.path.endsWith('go.sum'))) return false;
    } else if (entry.kind === 'tree' && !entry.path.startsWith('/var')) return false;
  }
  return true;
}

function download(shell: Shell): void {
  if (shell.marked('go-modules')) return;
  shell.mark('go-modules');
  shell.writeTree(
    modules(shell),
    megabytes(8, 120, 900, 0.22),
    assumed('Downloaded modules with their sources; set this step’s size to narrow it.', 'go-modules'),
  );
}

function build(shell: Shell, args: readonly string[]): void {
  const flags = readFlags(args, VALUED);
  const small = onlyStandardLibrary(shell);
  if (!small) download(shell);
  const stripped = /(^|\s)-s(\s|$)|-s -w|-w -s/.test(flags.value('-ldflags') ?? '') ? 0.68 : 1;
  const bytes = scaleBytes(small ? megabytes(1.5, 2.2, 9, 0.57) : megabytes(4, 17, 75, 0.56), stripped);
  const reason = small
    ? 'A Go program that needs only the standard library.'
    : 'A Go program with modules: assumed; set this step’s size to narrow it.';
  const grounds = assumed(reason, 'go-binary');
  const output = flags.value('-o');
  const packages = flags.words;
  if (output !== undefined) {
    const folder = /\/$/.test(output) || packages.some((name) => name.endsWith('...')) || packages.length > 1;
    shell.write(output, bytes, grounds, folder ? { kind: 'open' } : {});
  } else {
    const [target = '.'] = packages;
    if (/\.go$/.test(target)) shell.write(baseName(target).replace(/\.go$/, ''), bytes, grounds);
    else if (target !== '.' && !target.endsWith('...')) shell.write(baseName(shell.path(target)), bytes, grounds);
    // Named after the module's path, which only go.mod says.
    else if (!target.endsWith('...')) shell.write('.', bytes, grounds, { kind: 'open', names: /^[\w-]+$/ });
  }
  if (!shell.marked('go-cache')) {
    shell.mark('go-cache');
    const cache = small ? megabytes(15, 38, 110, 0.4) : megabytes(40, 180, 900, 0.4);
    shell.writeTree(
      gocache(shell),
      cache,
      assumed('Go’s build cache, which stays in the layer without a cache mount.', 'go-cache'),
    );
  }
}

const go: Handler = (call, shell) => {
  const [verb, ...rest] = call.args;
  switch (verb) {
    case 'build':
      build(shell, rest);
      break;
    case 'install': {
      if (rest.some((arg) => arg.includes('@'))) {
        const names = rest.filter((arg) => !arg.startsWith('-'));
        shell.mark('go-cache');
        for (const name of names) {
          const file = baseName(
            name
              .replace(/@.*$/, '')
              .replace(/\/v\d+$/, '')
              .replace(/\/\.\.\.$/, ''),
          );
          shell.write(`${gobin(shell)}/${file}`, megabytes(3, 16, 70, 0.55), assumed(`${file}: a Go tool, assumed.`));
        }
        shell.writeTree(modules(shell), megabytes(5, 70, 500, 0.22), assumed('Modules of the tool, kept as sources.'));
        shell.writeTree(gocache(shell), megabytes(30, 150, 700, 0.4), assumed('Go’s build cache.', 'go-cache'));
      } else build(shell, ['-o', `${gobin(shell)}/`, ...rest]);
      break;
    }
    case 'mod':
      if (rest[0] === 'download' || rest[0] === 'tidy') download(shell);
      if (rest[0] === 'vendor')
        shell.writeTree('vendor', megabytes(2, 40, 300, 0.2), assumed('Vendored modules: assumed.', 'go-modules'));
      break;
    case 'get':
      download(shell);
      break;
    case 'test':
    case 'vet':
    case 'run':
    case 'generate':
      if (!onlyStandardLibrary(shell)) download(shell);
      if (!shell.marked('go-cache')) {
        shell.mark('go-cache');
        shell.writeTree(gocache(shell), megabytes(20, 150, 900, 0.4), assumed('Go’s build cache.', 'go-cache'));
      }
      break;
    case 'clean':
      if (rest.some((arg) => arg === '-cache')) shell.machine.files.remove(gocache(shell));
      if (rest.some((arg) => arg === '-modcache')) shell.machine.files.remove(modules(shell));
      break;
    default:
      break;
  }
  return undefined;
};

export const GO: Readonly<Record<string, Handler>> = {
  go,
  xx: (call, shell) => go({ ...call, args: call.args.slice(1) }, shell),
  'xx-go': go,
};
