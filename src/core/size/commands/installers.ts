// Step 3 of the walk, for RUN: installers that are piped into a shell. What runs then is not in the Dockerfile, but the
// well-known ones always install the same.

import type { Handler, Outcome, Shell } from '../shell';
import { assumed, megabytes } from './guess';

const INSTALLERS: readonly (readonly [RegExp, string])[] = [
  [/sh\.rustup\.rs|static\.rust-lang\.org\/rustup/, 'rustup-init'],
  [/deb\.nodesource\.com|rpm\.nodesource\.com/, 'nodesource-setup'],
  [/astral\.sh\/uv|uv-installer/, 'uv'],
  [/install\.python-poetry\.org/, 'poetry'],
  [/bun\.sh|bun\.com/, 'bun'],
  [/deno\.land/, 'deno'],
  [/get\.pnpm\.io/, 'pnpm'],
  [/getcomposer\.org/, 'composer'],
  [/nvm-sh/, 'nvm'],
  [/get-helm|helm\/helm/, 'helm'],
  [/get\.docker\.com/, 'docker'],
  [/aquasecurity\/trivy/, 'trivy'],
  [/golangci/, 'golangci-lint'],
  [/starship/, 'starship'],
  [/rustwasm/, 'wasm-pack'],
];

// Where it lands below HOME or absolute, and its weight in megabytes.
const TOOLS: Readonly<
  Record<string, readonly [path: string, low: number, likely: number, high: number, packed: number]>
> = {
  uv: ['~/.local/bin', 35, 55, 75, 0.38],
  poetry: ['~/.local/share/pypoetry', 50, 85, 140, 0.28],
  bun: ['~/.bun/bin', 85, 100, 125, 0.37],
  deno: ['~/.deno/bin', 95, 130, 175, 0.37],
  pnpm: ['~/.local/share/pnpm', 50, 70, 110, 0.4],
  composer: ['/usr/local/bin/composer', 2.3, 3.1, 4, 0.3],
  nvm: ['~/.nvm', 1, 3, 8, 0.4],
  helm: ['/usr/local/bin/helm', 45, 57, 70, 0.32],
  docker: ['/usr/bin', 250, 400, 550, 0.32],
  trivy: ['/usr/local/bin/trivy', 110, 160, 220, 0.3],
  'golangci-lint': ['/usr/local/bin/golangci-lint', 25, 45, 70, 0.4],
  starship: ['/usr/local/bin/starship', 8, 10, 14, 0.45],
  'wasm-pack': ['~/.cargo/bin/wasm-pack', 5, 9, 14, 0.42],
};

/** Runs the installer fetched from an address. */
export function runInstaller(url: string, text: string, shell: Shell): Outcome {
  const tool = INSTALLERS.find(([pattern]) => pattern.test(url))?.[1];
  if (tool === undefined) {
    shell.puzzle(text, `What the script from ${url.replace(/^https?:\/\//, '').slice(0, 60)} installs is not known.`);
    return undefined;
  }
  if (tool === 'nodesource-setup') {
    // Adds a source for apt and refreshes the lists.
    shell.mark('nodesource');
    return shell.run(['apt-get', 'update']);
  }
  if (tool === 'rustup-init') return shell.run(['rustup-init', ...text.split(/\s+/).slice(1)]);
  const known = TOOLS[tool];
  if (known)
    shell.writeTree(
      known[0],
      megabytes(known[1], known[2], known[3], known[4]),
      assumed(`${tool}: size of a recent release.`),
    );
  return undefined;
}

export const NVM: Readonly<Record<string, Handler>> = {
  nvm: (call, shell) => {
    if (call.args[0] === 'install')
      shell.writeTree('~/.nvm/versions', megabytes(160, 200, 250, 0.26), assumed('A Node.js that nvm downloads.'));
    return undefined;
  },
};
