// Step 3 of the walk, for RUN: npm, yarn, pnpm, bun, corepack and the build tools run through them.
// Global installs by name come from measured facts; a project's own dependencies are in its lock file, so assumed.

import type { Call, Handler, Outcome, Shell } from '../shell';
import { assumed, listed, megabytes, readFlags } from './guess';
import { cachePath, installGlobal, installNamed, installProject, prune } from './node-install';

const VALUED = [
  '--prefix',
  '-C',
  '--cwd',
  '--dir',
  '--cache',
  '--registry',
  '--filter',
  '-F',
  '--workspace',
  '-w',
  '--loglevel',
  '--omit',
  '--include',
  '--network-timeout',
  '--store-dir',
  '--cache-folder',
  '--mode',
];

const OUTPUT =
  /^(dist|build|out|public|output|lib|www|es|esm|cjs|\.next|\.nuxt|\.output|\.svelte-kit|_site|storybook-static|bundle|artifacts|release|server|client|browser|app)(\/|$)/;

/** `npm run build` and its kin write a folder whose name the project decides. */
function runScript(call: Call, shell: Shell, script: string, folder: string): void {
  if (/test|lint|check|format|typecheck|audit|prepare|husky|migrate|seed|clean/.test(script) && !/build/.test(script))
    return;
  const cost = shell.marked('next-build') ? megabytes(1, 40, 250, 0.3) : megabytes(0.15, 6, 90, 0.3);
  shell.write(
    folder,
    cost,
    assumed(
      `What \`${call.text}\` writes (dist, build, .next …): assumed; set this step’s size to narrow it.`,
      'node-build',
    ),
    { kind: 'open', names: OUTPUT },
  );
}

const manager =
  (tool: string): Handler =>
  (call, shell) => {
    const flags = readFlags(call.args, VALUED);
    const [verb, ...rest] = flags.words;
    const folder = flags.value('--prefix', '-C', '--cwd', '--dir') ?? '.';
    const global = flags.has('-g', '--global', '--location') || (tool === 'yarn' && verb === 'global');
    switch (verb) {
      case undefined:
        if (tool === 'yarn') installProject(call, shell, tool, flags);
        break;
      case 'global':
        if (rest[0] === 'add') installGlobal(shell, tool, rest.slice(1));
        break;
      case 'ci':
      case 'install':
      case 'i':
      case 'add':
      case 'clean-install':
      case 'fetch':
        if (global) installGlobal(shell, tool, rest);
        else if (rest.length > 0 && verb !== 'ci' && tool === 'npm') installNamed(shell, tool, rest, folder);
        else if (rest.length > 0 && verb === 'add') installNamed(shell, tool, rest, folder);
        else installProject(call, shell, tool, flags);
        break;
      case 'prune':
        prune(shell, folder);
        break;
      case 'workspaces':
        if (rest[0] === 'focus') installProject(call, shell, tool, flags);
        break;
      case 'cache':
        if (rest[0] === 'clean' || rest[0] === 'clear') shell.machine.files.remove(cachePath(shell, tool));
        break;
      case 'store':
        if (rest[0] === 'prune') shell.machine.files.remove(cachePath(shell, tool));
        break;
      case 'deploy':
        shell.write(
          rest.at(-1) ?? 'out',
          megabytes(5, 80, 400, 0.23),
          assumed('The deployed package with its production dependencies: assumed.'),
          { kind: 'tree' },
        );
        break;
      case 'run':
      case 'run-script':
        runScript(call, shell, rest[0] ?? '', folder);
        break;
      case 'exec':
      case 'dlx':
      case 'x':
        runPinned(rest, shell);
        break;
      case 'uninstall':
      case 'remove':
      case 'rm':
        for (const name of rest)
          shell.machine.files.remove(
            global ? `/usr/local/lib/node_modules/${name}` : shell.path(`node_modules/${name}`),
          );
        break;
      case 'config':
      case 'set':
      case 'init':
      case 'view':
      case 'test':
      case 'audit':
      case 'link':
      case 'start':
      case 'version':
      case 'login':
        break;
      default:
        if (tool !== 'npm') runScript(call, shell, verb, folder);
    }
    return undefined;
  };

/** Runs a package's command; its name may carry a version: `playwright@1.49.1`. */
function runPinned(words: readonly string[], shell: Shell): Outcome {
  const [first, ...rest] = words;
  return first === undefined ? undefined : shell.run([first.replace(/(?<=.)@[^@/]*$/, ''), ...rest]);
}

const builder =
  (mark: string | null): Handler =>
  (call, shell) => {
    if (mark !== null) shell.mark(mark);
    runScript(call, shell, 'build', '.');
    return undefined;
  };

export const NODE: Readonly<Record<string, Handler>> = {
  npm: manager('npm'),
  yarn: manager('yarn'),
  pnpm: manager('pnpm'),
  bun: manager('bun'),
  npx: (call, shell) => {
    const words = call.args.filter((arg) => arg !== '-y' && arg !== '--yes' && !arg.startsWith('--package'));
    return runPinned(words, shell);
  },
  bunx: (call, shell) => runPinned(call.args, shell),
  corepack: (call, shell) => {
    const spec = call.args.find((arg) => /^(pnpm|yarn)@/.test(arg));
    if (/^(prepare|install|use)$/.test(call.args[0] ?? '') && spec)
      shell.writeTree(
        `${shell.home}/.cache/node/corepack`,
        megabytes(2, 12, 40, 0.3),
        assumed(`${spec}, kept by corepack.`),
      );
    return undefined;
  },
  tsc: builder(null),
  vite: builder(null),
  webpack: builder(null),
  rollup: builder(null),
  esbuild: builder(null),
  ng: builder(null),
  next: builder('next-build'),
  nuxt: builder('next-build'),
  gatsby: builder(null),
  astro: builder(null),
  parcel: builder(null),
  tsup: builder(null),
  rspack: builder(null),
  docusaurus: builder(null),
  'react-scripts': builder(null),
  'vue-cli-service': builder(null),
  turbo: builder(null),
  nx: builder(null),
  prisma: (call, shell) => {
    if (call.args[0] === 'generate')
      shell.writeTree(
        'node_modules/.prisma',
        megabytes(5, 25, 90, 0.4),
        assumed(`Prisma’s client and engine (${listed(call.args.slice(0, 1))}): assumed.`),
      );
    return undefined;
  },
  tailwindcss: (call, shell) => {
    const file = readFlags(call.args, ['-i', '--input', '-o', '--output', '-c', '--config', '--content']).value(
      '-o',
      '--output',
    );
    if (file !== undefined)
      shell.write(file, megabytes(0.004, 0.03, 1, 0.2), assumed('The style sheet that Tailwind writes.'));
    return undefined;
  },
  puppeteer: (call, shell) => {
    if (call.args.includes('install'))
      shell.writeTree(
        `${shell.home}/.cache/puppeteer`,
        megabytes(280, 370, 650, 0.4),
        assumed('The browser that Puppeteer downloads.'),
      );
    return undefined;
  },
  playwright: (call, shell) => {
    if (call.args[0] === 'install-deps' || (call.args[0] === 'install' && call.args.includes('--with-deps')))
      shell.write('/', megabytes(60, 240, 550, 0.36), assumed('System packages that the browsers need.'), {
        kind: 'spread',
      });
    if (call.args[0] === 'install')
      shell.writeTree(
        `${shell.home}/.cache/ms-playwright`,
        call.args.includes('chromium') ? megabytes(280, 480, 900, 0.4) : megabytes(300, 900, 1600, 0.38),
        assumed('Browsers that Playwright downloads.'),
      );
    return undefined;
  },
};
