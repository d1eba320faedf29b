// `npm run catalogue -- <command>`: makes the generated data files anew.

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importImages } from './images';
import { importPackages, INSTALLED } from './packages';
import { progressBar } from './progress';
import { diffSummary, refresh } from './refresh';
import { Registry } from './registry';

const USAGE = `npm run catalogue -- refresh [--registry URL] [--only NAME]… [--all] [--arch amd64]… [--state FILE]
    asks registries what the catalogue's tags weigh today; a stopped run goes on where it was
npm run catalogue -- images --from DIR
    tables of image sizes, aliases and layers → data files
npm run catalogue -- packages --from DIR [--month YYYY-MM]
    package lists (Packages-<suite>, alpine*.tsv, npm-global.tsv) → data files, keeping the measured shares
Common: --to DIR (default src/catalogue/data), --made YYYY-MM-DD (default today)
--registry, or CATALOGUE_REGISTRY in the environment, names a mirror to ask instead of each image's own registry.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    to: { type: 'string', default: fileURLToPath(new URL('../data', import.meta.url)) },
    made: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    month: { type: 'string' },
    registry: { type: 'string' },
    only: { type: 'string', multiple: true, default: [] },
    all: { type: 'boolean', default: false },
    arch: { type: 'string', multiple: true, default: ['amd64', 'arm64'] },
    state: { type: 'string', default: join(tmpdir(), 'catalogue-refresh.json') },
    patience: { type: 'string', default: '300' },
  },
});

/** Exit codes: 0 done, 1 some tags failed, 2 wrong use, 3 stopped by a rate limit. */
async function main(): Promise<number> {
  const [command] = positionals;
  if (command === 'images' && values.from !== undefined) {
    console.log(importImages(values.from, values.to, values.made).join('\n'));
    return 0;
  }
  if (command === 'packages' && values.from !== undefined) {
    const asOf = values.month ?? values.made.slice(0, 7);
    console.log(importPackages({ from: values.from, data: values.to, installed: INSTALLED, asOf }).join('\n'));
    return 0;
  }
  if (command === 'refresh') return runRefresh();
  console.error(USAGE);
  return 2;
}

async function runRefresh(): Promise<number> {
  const address = values.registry ?? process.env['CATALOGUE_REGISTRY'];
  const registry = new Registry({
    registry: address === '' ? undefined : address,
    patience: Number(values.patience) * 1000,
    onWait: (reason, milliseconds) => {
      process.stderr.write(`\n${reason}: waiting ${String(Math.round(milliseconds / 1000))} s\n`);
    },
  });
  const options = {
    data: values.to,
    state: values.state,
    architectures: values.arch,
    only: values.only,
    all: values.all,
    made: values.made,
  };
  const result = await refresh(registry, options, (total) => progressBar(total, process.stderr));
  if (!result.finished) return 3;
  console.log(diffSummary(result).join('\n'));
  return result.failed.length > 0 ? 1 : 0;
}

process.exitCode = await main();
