// Step 3 of the walk, for RUN: C and C++ compilers, make, cmake, meson, autotools, zig. Which files an install
// writes is in the project's makefiles, so assumed, below the prefix that the build was told.

import type { Call, Handler, Shell } from '../shell';
import { assumed, megabytes, readFlags } from './guess';

const SET = 'assumed; set this step’s size to narrow it.';

const compile: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['-o', '-I', '-L', '-l', '-std', '-D', '-MF', '-x']);
  if (call.args.some((arg) => /^(-E|-fsyntax-only|-dumpmachine|-print-.*|--print-.*)$/.test(arg))) return undefined;
  const out = flags.value('-o') ?? 'a.out';
  const still = call.args.includes('-static');
  const object = call.args.includes('-c') || /\.o$/.test(out);
  const bytes = object
    ? megabytes(0.002, 0.02, 1, 0.4)
    : still
      ? megabytes(0.5, 0.9, 12, 0.42)
      : megabytes(0.012, 0.03, 6, 0.3);
  if (flags.words.length > 0) shell.write(out, bytes, assumed(`A compiled ${object ? 'object' : 'program'}: ${SET}`));
  return undefined;
};

/** Below which folder an install writes. DESTDIR goes in front of the prefix; what is below it is copied as a whole. */
const rootOf = (shell: Shell, prefix?: string): string =>
  shell.variables.get('DESTDIR') ?? prefix ?? shell.variables.get('\u0000prefix') ?? '/usr/local';

/** `./configure --prefix=…`: remembers where `make install` will go. */
const configure: Handler = (call, shell) => {
  const prefix = call.args.map((arg) => /^--prefix=(.*)$/.exec(arg)?.[1]).find((value) => value !== undefined);
  if (prefix !== undefined) shell.variables.set('\u0000prefix', prefix);
  shell.write('.', megabytes(0.05, 1, 10, 0.3), assumed('What configure writes beside the sources.'), {
    kind: 'open',
    names: /Makefile|config/,
  });
  return undefined;
};

function built(shell: Shell, folder: string): void {
  shell.write(folder, megabytes(0.1, 12, 400, 0.3), assumed(`What the build writes: ${SET}`, 'native-build'), {
    kind: 'open',
    names: /^((s?bin|build|out|output|_output|dist|release)\/)*[\w.-]+$/,
  });
}

function installed(shell: Shell, root: string): void {
  shell.write(
    root,
    megabytes(0.1, 14, 250, 0.32),
    assumed(`What the install writes below ${root}: ${SET}`, 'native-install'),
    { kind: 'open', names: /^(bin|lib|share|include|usr|sbin)/ },
  );
}

const make: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['-C', '--directory', '-f', '--file', '-j', '-l']);
  const folder = flags.value('-C', '--directory') ?? '.';
  const targets = flags.words.filter((word) => !word.includes('=') && !/^\d+$/.test(word));
  const set = (name: string) =>
    call.args.map((arg) => new RegExp(`^${name}=(.*)$`).exec(arg)?.[1]).find((value) => value !== undefined);
  if (targets.length > 0 && targets.every((target) => /clean$|^(check|test|lint|help|fmt|vet)/.test(target))) {
    if (targets.some((target) => /clean$/.test(target))) dropBuilt(shell, shell.path(folder));
    return undefined;
  }
  const installs = targets.some((target) => /install/.test(target));
  if (!installs || targets.length > 1 || !shell.marked('native-built')) built(shell, folder);
  shell.mark('native-built');
  if (installs) {
    installed(shell, set('DESTDIR') ?? rootOf(shell, set('PREFIX') ?? set('prefix')));
  }
  return undefined;
};

function dropBuilt(shell: Shell, folder: string): void {
  for (const entry of shell.machine.files.layer)
    if (entry.path === folder && entry.grounds.assumption === 'native-build') shell.machine.files.replace(entry, null);
}

const cmake: Handler = (call, shell) => {
  const flags = readFlags(call.args, [
    '-S',
    '-B',
    '-G',
    '--build',
    '--install',
    '--prefix',
    '--target',
    '-t',
    '--config',
    '-j',
    '--parallel',
    '-D',
    '-C',
    '--preset',
  ]);
  const prefix = /CMAKE_INSTALL_PREFIX(?::\w+)?=(\S+)/.exec(call.args.join(' '))?.[1];
  if (prefix !== undefined) shell.variables.set('\u0000prefix', prefix);
  const folder = flags.value('--build') ?? flags.value('-B') ?? '.';
  if (flags.has('--install')) installed(shell, rootOf(shell, flags.value('--prefix')));
  else if (flags.has('--build')) {
    built(shell, folder);
    if (flags.value('--target', '-t') === 'install') installed(shell, rootOf(shell));
  } else
    shell.write(folder, megabytes(0.05, 0.5, 8, 0.25), assumed('What cmake writes before the build.'), {
      kind: 'open',
      names: /CMake|Makefile/,
    });
  shell.mark('native-built');
  return undefined;
};

const builder =
  (build: (call: Call) => string | null, installs: RegExp): Handler =>
  (call, shell) => {
    const folder = build(call);
    if (folder !== null) built(shell, folder);
    if (installs.test(call.args.join(' ')))
      installed(shell, readFlags(call.args, ['--destdir']).value('--destdir') ?? rootOf(shell));
    return undefined;
  };

/** Libraries for C and C++, built or fetched: kept in the home folder, with small files for the build beside them. */
const conan: Handler = (call, shell) => {
  if (!/^(install|create|build)$/.test(call.args[0] ?? '')) return undefined;
  const out = readFlags(call.args, ['-of', '--output-folder', '-if', '--install-folder']);
  const home = shell.variables.get('CONAN_HOME') ?? `${shell.home}/.conan2`;
  shell.writeTree(
    `${home}/p`,
    megabytes(5, 250, 3000, 0.3),
    assumed('Libraries that Conan keeps: assumed; set this step’s size to narrow it.'),
  );
  const folder = out.value('-of', '--output-folder', '-if', '--install-folder') ?? '.';
  shell.write(
    `${folder}/conan_toolchain.cmake`,
    megabytes(0.003, 0.05, 0.5, 0.2),
    assumed('What Conan writes for the build.'),
  );
  return undefined;
};

export const NATIVE: Readonly<Record<string, Handler>> = {
  gcc: compile,
  'g++': compile,
  cc: compile,
  'c++': compile,
  clang: compile,
  'xx-clang': compile,
  'clang++': compile,
  'x86_64-linux-musl-gcc': compile,
  tcc: compile,
  nasm: compile,
  rustc: compile,
  ghc: compile,
  gfortran: compile,
  fpc: compile,
  configure,
  Configure: configure,
  config: configure,
  bootstrap: configure,
  autoreconf: configure,
  autoconf: configure,
  buildconf: configure,
  'autogen.sh': configure,
  make,
  gmake: make,
  bmake: make,
  just: make,
  task: make,
  cmake,
  conan,
  ninja: builder((call) => readFlags(call.args, ['-C']).value('-C') ?? '.', /install/),
  'ninja-build': builder((call) => readFlags(call.args, ['-C']).value('-C') ?? '.', /install/),
  meson: builder((call) => (/compile/.test(call.args[0] ?? '') ? 'build' : null), /^install/),
  scons: builder(() => '.', /install/),
  bazel: builder((call) => (call.args[0] === 'build' ? 'bazel-bin' : null), /^$/),
  zig: builder((call) => (call.args[0] === 'build' ? 'zig-out' : '.'), /^$/),
  nim: builder(() => '.', /^$/),
};
