// `npm run catalogue -- <command>`: makes the generated data files anew.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importImages } from './images';
import { fetchLists, listCount } from './mirror';
import { importPackages, INSTALLED, SUITES } from './packages';
import { progressBar } from './progress';
import { diffSummary, refresh } from './refresh';
import { Registry } from './registry';

const USAGE = `npm run catalogue -- refresh [--registry URL] [--only NAME]… [--all] [--arch amd64]… [--state FILE]
    asks registries what the catalogue's tags weigh today; a stopped run goes on where it was
npm run catalogue -- images --from DIR
    tables of image sizes, aliases and layers → data files
npm run catalogue -- packages [--from DIR] [--debian URL] [--alpine URL --release 3.N] [--month YYYY-MM]
    package lists → data files, keeping the measured shares; says what changed. DIR holds Packages-<suite>,
    APKINDEX-<release>-<repository>.tar.gz, npm-global.tsv (packed or not); the addresses are roots of mirrors to fetch from
Common: --to DIR (default src/catalogue/data), --made YYYY-MM-DD (default today)
--registry, or CATALOGUE_REGISTRY in the environment, names a mirror to ask instead of each image's own registry.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    to: { type: 'string', default: fileURLToPath(new URL('../data', import.meta.url)) },
    made: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    month: { type: 'string' },
    debian: { type: 'string' },
    alpine: { type: 'string' },
    release: { type: 'string' },
    installed: { type: 'string', default: INSTALLED },
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
  if (command === 'packages' && (values.alpine === undefined || values.release !== undefined)) {
    if (values.from !== undefined || values.debian !== undefined || values.alpine !== undefined) return runPackages();
  }
  if (command === 'refresh') return runRefresh();
  console.error(USAGE);
  return 2;
}

async function runPackages(): Promise<number> {
  const { debian, alpine, release } = values;
  const mirrors = { debian, alpine, release, suites: SUITES };
  const fetched = values.from ?? mkdtempSync(join(tmpdir(), 'package-lists-'));
  const count = listCount(mirrors);
  const progress = count > 0 ? progressBar(count, process.stderr) : null;
  try {
    const missing = await fetchLists(mirrors, fetched, (done, label) => progress?.step(done, label));
    progress?.end();
    const asOf = values.month ?? values.made.slice(0, 7);
    const report = importPackages({ from: fetched, data: values.to, installed: values.installed, asOf });
    console.log([...missing, ...report].join('\n'));
  } finally {
    if (values.from === undefined) rmSync(fetched, { recursive: true, force: true });
  }
  return 0;
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
