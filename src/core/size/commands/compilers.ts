// Step 3 of the walk, for RUN: build tools that are compiler, package manager and task runner in one: Haskell's, Swift's,
// Dart's, Gleam's, OCaml's, Erlang's. Where the output lands is known by the tool; its size is assumed.

import { baseName } from '../paths';
import type { Call, Handler, Shell } from '../shell';
import { assumed, megabytes, readFlags } from './guess';

const SET = 'assumed; set this step’s size to narrow it.';

/** A program of a folder that the project names. */
function program(shell: Shell, folder: string, what: string, low: number, likely: number, high: number): void {
  shell.write(folder, megabytes(low, likely, high, 0.3), assumed(`${what}: ${SET}`, 'program'), {
    kind: 'open',
    names: /^[\w.-]+$/,
  });
}

function keeps(shell: Shell, folder: string, what: string, low: number, likely: number, high: number): void {
  const path = shell.path(folder);
  const before = shell.machine.files.holding(path).some(({ entry, inside }) => !inside && entry.path === path);
  if (!before) shell.writeTree(folder, megabytes(low, likely, high, 0.26), assumed(`${what}: ${SET}`, folder));
}

const cabal: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['--installdir', '--install-method', '-j', '--jobs', '--overwrite-policy', '-w']);
  const [verb = ''] = flags.words;
  const home = `${shell.home}/.cabal`;
  if (verb === 'update' || verb === 'v2-update') {
    keeps(shell, `${home}/packages`, 'Hackage’s index, unpacked', 500, 950, 1400);
    return undefined;
  }
  if (!/^(v2-|new-)?(build|install|test|bench)$/.test(verb)) return undefined;
  keeps(shell, `${home}/store`, 'Compiled Haskell libraries', 15, 300, 1800);
  if (!flags.has('--only-dependencies', '--dependencies-only', '--only-dep'))
    program(shell, 'dist-newstyle', 'What cabal builds', 1, 25, 200);
  if (verb.endsWith('install'))
    program(shell, flags.value('--installdir') ?? `${shell.home}/.local/bin`, 'The installed programs', 1, 15, 120);
  return undefined;
};

const stack: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['--local-bin-path', '--resolver', '--jobs', '-j', '--flag', '--ghc-options']);
  const [verb = ''] = flags.words;
  if (!/^(setup|build|install|test|update)$/.test(verb)) return undefined;
  if (!flags.has('--system-ghc', '--no-install-ghc') && verb !== 'update' && !shell.machine.image?.includes('haskell'))
    keeps(shell, `${shell.home}/.stack/programs`, 'The GHC that Stack fetches', 1200, 2400, 3300);
  if (verb === 'setup' || verb === 'update') return undefined;
  keeps(shell, `${shell.home}/.stack/snapshots`, 'Compiled Haskell libraries', 15, 350, 2000);
  if (!flags.has('--only-dependencies', '--dependencies-only', '--only-snapshot'))
    program(shell, '.stack-work', 'What Stack builds', 1, 30, 250);
  if (verb === 'install' || flags.has('--copy-bins'))
    program(shell, flags.value('--local-bin-path') ?? `${shell.home}/.local/bin`, 'The installed programs', 1, 15, 120);
  return undefined;
};

/** Where `swift build` puts programs; `--show-bin-path` prints it. */
export function swiftFolder(args: readonly string[]): string {
  // Options for the linker (`-ljemalloc`) look like clusters of letters, so each flag is looked for as it stands.
  const value = (...names: readonly string[]): string | undefined => {
    const at = args.findIndex((arg) => names.includes(arg));
    return at < 0 ? undefined : args[at + 1];
  };
  const root = value('--package-path') ?? '.';
  const build = value('--build-path', '--scratch-path') ?? `${root}/.build`;
  return `${build}/${value('-c', '--configuration') ?? 'debug'}`;
}

const swift: Handler = (call, shell) => {
  const [verb] = call.args;
  const folder = swiftFolder(call.args.slice(1));
  const build = folder.replace(/\/[^/]+$/, '');
  if (verb === 'package' && /^(resolve|update)$/.test(call.args[1] ?? ''))
    keeps(shell, `${build}/checkouts`, 'Checked out Swift packages', 1, 60, 400);
  if (verb !== 'build' || call.args.includes('--show-bin-path')) return undefined;
  keeps(shell, `${build}/checkouts`, 'Checked out Swift packages', 1, 60, 400);
  keeps(shell, `${build}/intermediates`, 'Intermediate files of the build', 10, 300, 1200);
  const whole = call.args.some((arg) => /^(--?static-swift-stdlib|--?static-stdlib|--swift-sdk)$/.test(arg));
  if (whole) program(shell, folder, 'A Swift program with its standard library', 5, 60, 160);
  else program(shell, folder, 'A Swift program', 0.1, 8, 80);
  return undefined;
};

const dart: Handler = (call, shell) => {
  const [verb, kind] = call.args;
  if (verb === 'pub') keeps(shell, `${shell.home}/.pub-cache`, 'Downloaded Dart packages', 2, 50, 350);
  if (verb !== 'compile') return undefined;
  const flags = readFlags(call.args.slice(2), ['-o', '--output']);
  const source = flags.words.at(-1) ?? 'main.dart';
  const file = flags.value('-o', '--output') ?? source.replace(/\.dart$/, kind === 'exe' ? '.exe' : '.aot');
  const grounds = assumed(`A compiled Dart program: ${SET}`, 'program');
  shell.write(file, megabytes(4, 7, 30, 0.4), grounds);
  return undefined;
};

/** A checkout of Flutter fetches Dart and the engine when it first runs; its archives have them inside. */
function fetchEngine(shell: Shell): void {
  if (shell.marked('flutter-engine')) return;
  shell.mark('flutter-engine');
  for (const { by, path } of shell.machine.files.visible())
    if (by.includes('clone') && baseName(path) === 'flutter')
      return keeps(
        shell,
        `${path}/bin/cache`,
        'Dart and the engine that flutter fetches when it first runs',
        400,
        1300,
        2600,
      );
}

const flutter: Handler = (call, shell) => {
  fetchEngine(shell);
  if (call.args[0] === 'pub') keeps(shell, `${shell.home}/.pub-cache`, 'Downloaded Dart packages', 2, 120, 500);
  if (call.args[0] === 'build')
    shell.writeTree(
      `build/${call.args[1] ?? 'web'}`,
      megabytes(3, 28, 150, 0.35),
      assumed(`What flutter builds: ${SET}`, 'flutter'),
    );
  return undefined;
};

const gleam: Handler = (call, shell) => {
  const [verb, what] = call.args;
  if (/^(deps|build|export|run|test)$/.test(verb ?? '')) keeps(shell, 'build/packages', 'Gleam packages', 0.3, 8, 80);
  if (verb === 'build') keeps(shell, 'build/dev', 'Compiled Gleam', 0.3, 8, 80);
  if (verb === 'export' && what === 'erlang-shipment')
    keeps(shell, 'build/erlang-shipment', 'The shipment, without Erlang itself', 0.3, 4, 40);
  return undefined;
};

const rebar = (call: Call, shell: Shell): undefined => {
  keeps(shell, '_build/default/lib', 'Compiled Erlang', 0.3, 12, 100);
  if (/release|tar/.test(call.args.join(' ')))
    shell.write('_build', megabytes(10, 35, 110, 0.42), assumed(`The release with its Erlang: ${SET}`, 'release'), {
      kind: 'open',
      names: /rel\//,
    });
  return undefined;
};

export const COMPILERS: Readonly<Record<string, Handler>> = {
  cabal,
  stack,
  swift,
  dart,
  flutter,
  gleam,
  rebar3: rebar,
  opam: (call, shell) => {
    if (/^(init|install|switch)$/.test(call.args[0] ?? ''))
      keeps(shell, `${shell.home}/.opam`, 'OCaml and its packages', 100, 700, 2500);
    return undefined;
  },
  dune: (call, shell) => {
    if (call.args[0] === 'build') program(shell, '_build', 'What dune builds', 1, 20, 150);
    return undefined;
  },
  shards: (call, shell) => {
    if (call.args[0] === 'build') program(shell, 'bin', 'A Crystal program', 1, 8, 50);
    else keeps(shell, 'lib', 'Crystal’s shards', 0.1, 5, 60);
    return undefined;
  },
  crystal: (call, shell) => {
    const flags = readFlags(call.args.slice(1), ['-o', '--output']);
    const file = flags.value('-o', '--output') ?? flags.words[0]?.replace(/^.*\/|\.cr$/g, '');
    if (call.args[0] === 'build' && file !== undefined)
      shell.write(file, megabytes(0.8, 6, 40, 0.35), assumed(`A Crystal program: ${SET}`, 'program'));
    return undefined;
  },
};
