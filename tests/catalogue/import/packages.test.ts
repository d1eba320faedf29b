import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FILES } from '../../../src/catalogue/files';
import { readPackagesFile } from '../../../src/catalogue/import/debian';
import { importPackages, INSTALLED } from '../../../src/catalogue/import/packages';
import { decodeApt } from '../../../src/core';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packages-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const STANZAS = `Package: curl
Installed-Size: 978
Size: 400000
Priority: optional
Depends: libc6 (>= 2.34), zlib1g:any | zlib-ng (>= 1)
Recommends: ca-certificates
Description: a client
 that goes on: and on

Package: libc6
Installed-Size: 13000
Size: 2700000
Priority: required
Provides: libc6-2.36
`;

test('a Packages file is read field by field', () => {
  expect(readPackagesFile(STANZAS)).toEqual([
    {
      name: 'curl',
      installedKib: 978,
      debBytes: 400_000,
      depends: [['libc6'], ['zlib1g', 'zlib-ng']],
      recommends: [['ca-certificates']],
      provides: [],
      priority: 3,
    },
    {
      name: 'libc6',
      installedKib: 13_000,
      debBytes: 2_700_000,
      depends: [],
      recommends: [],
      provides: ['libc6-2.36'],
      priority: 0,
    },
  ]);
});

test('a package that has doubled keeps its measured shares, and the report says so', { timeout: 60_000 }, () => {
  for (const suite of ['bookworm', 'trixie']) {
    const from = FILES[`apt-${suite}`];
    if (from) copyFileSync(fileURLToPath(from), join(folder, `apt-${suite}.txt`));
  }
  const remembered = join(folder, 'installed.tsv');
  copyFileSync(INSTALLED, remembered);
  const before = decodeApt(readFileSync(join(folder, 'apt-bookworm.txt'), 'utf8'));
  const kib = new Map(
    readFileSync(INSTALLED, 'utf8')
      .split('\n')
      .map((line) => [line.split('\t')[0] ?? '', Number(line.split('\t')[2])]),
  );
  const stanza = (name: string) =>
    `Package: ${name}\nInstalled-Size: ${String((kib.get(name) ?? 0) * (name === 'curl' ? 2 : 1))}\nSize: 1000\nPriority: optional\n`;
  writeFileSync(join(folder, 'Packages-bookworm'), before.names.slice(0, before.count).map(stanza).join('\n'));
  const report = importPackages({ from: folder, data: folder, installed: remembered, asOf: '2027-01' }).join('\n');
  const after = decodeApt(readFileSync(join(folder, 'apt-bookworm.txt'), 'utf8'));
  const share = (index: typeof before, name: string) => {
    const id = index.ids.get(name) ?? -1;
    return { full: index.full[id] ?? 0, slim: (index.slim[id] ?? 0) / (index.full[id] ?? 1) };
  };
  expect(report).toContain('bookworm: 0 new, 0 gone, 1 of another size');
  expect(report).toContain('apt-trixie: no list given');
  expect(after.asOf).toBe('2027-01');
  expect(share(after, 'curl').full / share(before, 'curl').full).toBeCloseTo(2, 1);
  expect(share(after, 'curl').slim).toBe(share(before, 'curl').slim);
  expect(share(after, 'git')).toEqual(share(before, 'git'));
});
