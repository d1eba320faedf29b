// Step 3 of the walk, for RUN: what npm, yarn, pnpm and bun install. By name from measured facts; a project's own
// dependencies are in its lock file, which is not in the Dockerfile, so assumed.

import type { Bytes } from '../facts';
import { scaleBytes } from '../range';
import type { Call, Shell } from '../shell';
import { assumed, megabytes, type Flags } from './guess';

export const cachePath = (shell: Shell, tool: string): string =>
  tool === 'npm'
    ? (shell.variables.get('npm_config_cache') ?? `${shell.home}/.npm`)
    : tool === 'yarn'
      ? '/usr/local/share/.cache/yarn'
      : tool === 'bun'
        ? `${shell.home}/.bun/install/cache`
        : `${shell.variables.get('PNPM_HOME') ?? `${shell.home}/.local/share/pnpm`}/store`;

/** pnpm and bun link what they keep into node_modules, and a layer stores linked files once: other caches are copies. */
const LINKS = /^(pnpm|bun)$/;
const LISTS = megabytes(0.1, 3, 30, 0.4);

function keepCache(shell: Shell, tool: string, bytes: Bytes): void {
  const reason = LINKS.test(tool)
    ? `${tool} links what it keeps into node_modules; beside that it keeps lists of versions.`
    : `${tool} keeps what it downloaded unless the cache is cleaned or mounted.`;
  shell.writeTree(cachePath(shell, tool), LINKS.test(tool) ? LISTS : bytes, assumed(reason, 'node-cache'));
}

export function installProject(call: Call, shell: Shell, tool: string, flags: Flags): void {
  const folder = flags.value('--prefix', '-C', '--cwd', '--dir') ?? '.';
  const no = (flag: string): boolean => flags.value(flag) === 'false';
  const withDev = /dev/.test(flags.value('--include') ?? '') || no('--production') || no('--prod');
  const lean =
    !withDev &&
    (flags.has('--production', '--prod', '-P', '--only') ||
      /dev/.test(flags.value('--omit') ?? '') ||
      shell.variables.get('NODE_ENV') === 'production');
  const path = shell.path(`${folder}/node_modules`);
  // `npm ci` takes away what is there first.
  const anew = tool === 'npm' && /^(ci|clean-install)$/.test(flags.words[0] ?? '');
  if (anew) shell.machine.files.remove(path);
  const before = shell.holding(path).filter((one) => !one.inside);
  if (before.length > 0 && lean) return prune(shell, folder);
  if (before.length > 0) {
    const again = before.some(({ entry }) => entry.step === shell.step.id);
    if (!again)
      shell.write(
        path,
        megabytes(0, 2, 60, 0.25),
        assumed('node_modules is there from an earlier step; what changes is stored again.'),
        { kind: 'tree' },
      );
    return;
  }
  const bytes = lean ? megabytes(6, 65, 400, 0.22) : megabytes(25, 230, 900, 0.23);
  const what = lean ? 'Production dependencies' : 'Dependencies with the ones for development';
  shell.writeTree(
    path,
    bytes,
    assumed(
      `${what} of package.json: assumed; set this step’s size to narrow it.`,
      `node_modules${lean ? '-lean' : ''}`,
    ),
  );
  keepCache(shell, tool, scaleBytes({ disk: scale(bytes.disk, tool === 'yarn' ? 0.8 : 0.3), pull: bytes.pull }, 0.8));
}

const scale = (of: Bytes['disk'], by: number) => ({ low: of.low * by, likely: of.likely * by, high: of.high * by });

export function installGlobal(shell: Shell, tool: string, specs: readonly string[]): void {
  const prefix = shell.variables.get('NPM_CONFIG_PREFIX') ?? '/usr/local';
  for (const spec of specs) {
    if (/^[./]/.test(spec)) continue;
    const known = shell.machine.catalogue.npm(spec);
    const name = spec.replace(/(?<=.)@[^@/]*$/, '');
    const folder = `${prefix}/lib/node_modules/${name}`;
    if (known) {
      shell.writeTree(folder, known, {
        certainty: 'estimated',
        reason: `${known.label}, installed for all.`,
        evidence: [known.evidence],
      });
      if (known.cache)
        shell.writeTree(`${cachePath(shell, tool)}/_cacache`, known.cache, {
          certainty: 'estimated',
          reason: 'npm keeps what it downloaded in ~/.npm.',
          evidence: [known.evidence],
        });
    } else {
      shell.writeTree(folder, megabytes(0.3, 25, 220, 0.22), assumed(`${spec}: not in the bundled npm facts.`));
      shell.writeTree(
        `${cachePath(shell, tool)}/_cacache`,
        megabytes(0.3, 12, 120, 0.9),
        assumed('npm keeps what it downloaded in ~/.npm.'),
      );
    }
  }
}

export function installNamed(shell: Shell, tool: string, specs: readonly string[], folder: string): void {
  for (const spec of specs) {
    const known = shell.machine.catalogue.npm(spec);
    const name = spec.replace(/(?<=.)@[^@/]*$/, '');
    if (known)
      shell.writeTree(`${folder}/node_modules/${name}`, known, {
        certainty: 'estimated',
        reason: `${known.label} with its dependencies.`,
        evidence: [known.evidence],
      });
    else
      shell.writeTree(
        `${folder}/node_modules/${name}`,
        megabytes(0.1, 8, 120, 0.23),
        assumed(`${spec} with its dependencies: not in the bundled npm facts.`),
      );
  }
  keepCache(shell, tool, megabytes(0.5, 10, 120, 0.9));
}

/** Leaves the production dependencies: the rest is freed only when it came in this very layer. */
export function prune(shell: Shell, folder: string): void {
  const path = shell.path(`${folder}/node_modules`);
  const { files } = shell.machine;
  for (const { entry } of shell.holding(path)) {
    if (entry.path !== path || entry.kind !== 'tree' || entry.grounds.assumption !== 'node_modules') continue;
    const left = {
      ...entry,
      ...megabytes(6, 65, 400, 0.22),
      grounds: assumed('Production dependencies left after pruning: assumed.', 'node_modules-lean'),
    };
    if (files.layer.includes(entry)) files.replace(entry, left);
    else {
      files.cover(entry, left);
      shell.machine.notes.push('What is pruned stays in the earlier layer: nothing is freed here.');
    }
  }
}
