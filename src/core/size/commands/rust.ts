// Step 3 of the walk, for RUN: cargo and rustup. `target/` holds every dependency's objects and dwarfs the binary.

import { baseName } from '../paths';
import type { Call, Handler, Shell } from '../shell';
import { assumed, megabytes, readFlags } from './guess';

const VALUED = [
  '--bin',
  '--target',
  '--profile',
  '--manifest-path',
  '--target-dir',
  '-p',
  '--package',
  '--features',
  '-F',
  '-j',
  '--root',
  '--version',
  '--git',
  '--tag',
  '--branch',
  '--path',
  '--recipe-path',
  '--example',
  '-Z',
  '--out-dir',
];

const cargoHome = (shell: Shell): string => shell.variables.get('CARGO_HOME') ?? `${shell.home}/.cargo`;

function build(call: Call, shell: Shell, args: readonly string[]): void {
  const flags = readFlags(args, VALUED);
  const folder = flags.value('--target-dir') ?? shell.variables.get('CARGO_TARGET_DIR') ?? 'target';
  const triple = flags.value('--target') ?? shell.variables.get('CARGO_BUILD_TARGET');
  const named = flags.value('--profile');
  const release = flags.has('--release', '-r') || (named !== undefined && named !== 'dev');
  const profile = named !== undefined && named !== 'dev' && named !== 'release' ? named : release ? 'release' : 'debug';
  const out = `${folder}/${triple === undefined ? '' : `${triple}/`}${profile}`;
  registry(shell);
  const deps = shell.path(`${out}/deps`);
  const there = shell.holding(deps).some(({ entry, inside }) => !inside && entry.grounds.assumption === 'cargo-target');
  const objects = release ? megabytes(30, 320, 1500, 0.28) : megabytes(40, 450, 2500, 0.27);
  if (there)
    shell.writeTree(
      `${out}/incremental`,
      megabytes(0.2, 12, 150, 0.3),
      assumed('The project’s own crates, beside dependencies that are compiled already.'),
    );
  else
    shell.writeTree(
      deps,
      objects,
      assumed('Compiled dependencies in target: assumed; a cache mount keeps them out.', 'cargo-target'),
    );
  const binary = release ? megabytes(0.6, 7, 45, 0.42) : megabytes(4, 45, 300, 0.3);
  const grounds = assumed(
    `A ${release ? 'release' : 'debug'} build in Rust: assumed; set this step’s size to narrow it.`,
    'cargo-binary',
  );
  const bin = flags.value('--bin', '-p', '--package');
  if (bin !== undefined) shell.write(`${out}/${bin}`, binary, grounds);
  else shell.write(out, binary, grounds, { kind: 'open', names: /^[\w-]+$/ });
  void call;
}

function registry(shell: Shell): void {
  if (shell.marked('cargo-registry')) return;
  shell.mark('cargo-registry');
  shell.writeTree(
    `${cargoHome(shell)}/registry`,
    megabytes(8, 110, 600, 0.25),
    assumed('Downloaded crates, packed and unpacked.', 'cargo-registry'),
  );
}

const cargo: Handler = (call, shell) => {
  const [verb, ...rest] = call.args.filter((arg) => !arg.startsWith('+'));
  switch (verb) {
    case 'build':
    case 'b':
    case 'rustc':
    case 'zigbuild':
    case 'auditable':
      build(call, shell, rest);
      break;
    case 'test':
    case 'check':
    case 'clippy':
    case 'run':
      build(call, shell, rest);
      break;
    case 'fetch':
      registry(shell);
      break;
    case 'vendor':
      shell.writeTree('vendor', megabytes(5, 90, 500, 0.2), assumed('Vendored crates: assumed.'));
      break;
    case 'install': {
      const flags = readFlags(rest, VALUED);
      const root = flags.value('--root') ?? cargoHome(shell);
      const names = flags.words.map((name) => name.replace(/@.*$/, ''));
      for (const name of names)
        shell.write(`${root}/bin/${name}`, megabytes(1.5, 10, 45, 0.42), assumed(`${name}: a Rust tool, assumed.`));
      if (names.length === 0)
        shell.write(
          `${root}/bin`,
          megabytes(0.6, 7, 45, 0.42),
          assumed('A release build in Rust: assumed.', 'cargo-binary'),
          { kind: 'open' },
        );
      registry(shell);
      break;
    }
    // cargo-chef: the recipe is a small file, cooking builds the dependencies.
    case 'chef':
      if (rest[0] === 'cook') build({ ...call, args: rest.slice(1) }, shell, rest.slice(1));
      else if (rest[0] === 'prepare')
        shell.write(
          readFlags(rest, VALUED).value('--recipe-path') ?? 'recipe.json',
          megabytes(0.002, 0.03, 0.3, 0.2),
          assumed('cargo-chef’s recipe.'),
        );
      break;
    case 'clean':
      shell.machine.files.remove(shell.path('target'));
      break;
    case 'init':
    case 'new':
      shell.writeTree(
        rest.filter((arg) => !arg.startsWith('-')).at(-1) ?? '.',
        megabytes(0.0002, 0.001, 0.05, 0.5),
        assumed('An empty crate.'),
      );
      break;
    default:
      break;
  }
  return undefined;
};

function toolchain(shell: Shell, minimal: boolean): void {
  // As the layers of the official images show; the one for musl brings its C library and more static libraries.
  const small =
    shell.machine.distro?.id === 'alpine' ? megabytes(520, 645, 820, 0.407) : megabytes(445, 555, 720, 0.375);
  const bytes = minimal ? small : megabytes(800, 1350, 1700, 0.32);
  shell.writeTree(
    shell.variables.get('RUSTUP_HOME') ?? `${shell.home}/.rustup`,
    bytes,
    assumed(`A Rust toolchain, ${minimal ? 'minimal' : 'default'} profile.`),
  );
}

/** The target that a toolchain comes with. */
function hostOf({ machine }: Shell): string {
  const processor = /arm64/.test(machine.platform) ? 'aarch64' : 'x86_64';
  return `${processor}-unknown-linux-${machine.distro?.id === 'alpine' ? 'musl' : 'gnu'}`;
}

export const RUST: Readonly<Record<string, Handler>> = {
  cargo,
  cross: cargo,
  'rustup-init': (call, shell) => {
    if (!call.text.includes('default-toolchain none'))
      toolchain(shell, /minimal/.test(shell.current + call.text + call.args.join(' ')));
    shell.writeTree(`${cargoHome(shell)}/bin`, megabytes(8, 19, 30, 0.4), assumed('rustup and its links.'));
    return undefined;
  },
  rustup: (call, shell) => {
    const [verb, ...rest] = call.args;
    if (verb === 'target' && rest[0] === 'add')
      for (const name of rest.slice(1).filter((each) => each !== hostOf(shell)))
        shell.writeTree(
          `${shell.home}/.rustup/targets/${baseName(name)}`,
          megabytes(60, 150, 250, 0.3),
          assumed(`Rust’s standard library for ${name}.`),
        );
    else if (verb === 'component' && rest[0] === 'add')
      shell.writeTree(`${shell.home}/.rustup/components`, megabytes(2, 15, 250, 0.3), assumed('A Rust component.'));
    else if (verb === 'toolchain' || verb === 'install' || verb === 'default')
      toolchain(shell, call.args.includes('minimal'));
    return undefined;
  },
};
