// Lists of packages from mirrors, end to end: a server with small lists, the command, and what it wrote.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readApkIndexArchive } from '../../../src/catalogue/import/apk-sources';
import { encodeApt } from '../../../src/catalogue/import/apt-encode';
import { fetchLists } from '../../../src/catalogue/import/mirror';
import { apkPackages, decodeApk, decodeApt } from '../../../src/core';

let folder: string;
let server: Server;
let root: string;
let files: Map<string, Buffer>;
let asked: string[];
/** How often the next answers are 503. */
let trouble = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mirror-'));
  files = new Map();
  asked = [];
  trouble = 0;
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (trouble > 0) {
      trouble -= 1;
      response.writeHead(503).end();
      return;
    }
    const file = files.get(path);
    response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  root = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterEach(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

/** A member of a tar archive, padded to whole blocks. */
function member(name: string, text: string): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124);
  const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
  body.write(text);
  return Buffer.concat([head, body]);
}

/** As Alpine makes it: a packed signature without an end, then the packed archive. */
const apkIndex = (stanzas: string): Buffer =>
  Buffer.concat([
    gzipSync(member('.SIGN.RSA.key.pub', 'signature')),
    gzipSync(Buffer.concat([member('DESCRIPTION', 'v3.24'), member('APKINDEX', stanzas), Buffer.alloc(1024)])),
  ]);

const MAIN = `C:Q1
P:musl
V:1.2.6-r0
A:x86_64
S:400000
I:660000
p:so:libc.musl-x86_64.so.1=1

P:curl
V:8.19.0-r0
S:200000
I:400000
D:ca-certificates so:libc.musl-x86_64.so.1 so:libcurl.so.4>=4.8 !old
p:cmd:curl=8.19.0-r0

P:libcurl
S:300000
I:600000
D:so:libc.musl-x86_64.so.1
p:so:libcurl.so.4=4.8.0

P:ca-certificates
S:150000
I:700000
`;
const COMMUNITY = `P:php84-fpm
S:2000000
I:5000000
D:musl
p:php-fpm=8.4.1 cmd:php-fpm84=8.4.1
k:100

P:curl-doc
S:1000
I:90000
i:docs curl
`;

test('an APKINDEX.tar.gz is read field by field', () => {
  const [, curl] = readApkIndexArchive(apkIndex(MAIN));
  expect(curl).toEqual({
    name: 'curl',
    installed: 400_000,
    download: 200_000,
    depends: ['ca-certificates', 'so:libc.musl-x86_64.so.1', 'so:libcurl.so.4>=4.8', '!old'],
    provides: ['cmd:curl'],
    installIf: [],
    priority: 0,
    old: false,
  });
  expect(() => readApkIndexArchive(gzipSync(member('DESCRIPTION', 'v3.24')))).toThrow('no APKINDEX');
});

const COLUMNS = {
  fullKib: 900, slimShare: 0.5, gzipShare: 0.4, gzipExcludedKib: 20, pythonKib: 0, files: 12, weighed: 'measured',
} as const; // prettier-ignore
const PER = { const: 1, per_installed_pkg: 1, per_file: 1, debconf: 1, py: 1 };
const debian = (name: string, installedKib: number, depends: string[][] = []) => ({
  of: { name, installedKib, debBytes: 1000, depends, recommends: [], provides: [], priority: 3 },
  columns: COLUMNS,
});

/** What the project holds before: Debian 12 with two packages, Alpine 3.22 with three. */
function holdings(): void {
  const packages = [debian('curl', 1000, [['libc6']]), debian('libc6', 10_000)];
  const more = {
    coefficients: { unc: PER, gz: PER },
    lists: [5, 4],
    bases: new Map([['minbase', ['libc6']]]),
  } as const;
  for (const [file, tier] of [
    ['apt-bookworm', 'popular'],
    ['apt-bookworm-complete', 'complete'],
  ] as const)
    writeFileSync(
      join(folder, `${file}.txt`),
      encodeApt({ suite: 'bookworm', tier, asOf: '2026-11', packages, providers: new Map(), ...more }),
    );
  writeFileSync(join(folder, 'installed.tsv'), 'name\tbullseye\tbookworm\ncurl\t\t1000\nlibc6\t\t10000\n');
  const header = JSON.stringify({ v: 1, release: '3.22', asOf: '2025-11', base: ['musl'] });
  const apk = `${header}\n0curl\t5yc0\t3yo0\t1\n0musl\te500\t8ao0\n0php83-fpm\t2tew0\t17jk0\t1\n`;
  for (const file of ['apk', 'apk-complete']) writeFileSync(join(folder, `${file}.txt`), apk);
}

const run = promisify(execFile);
const command = (...args: string[]) =>
  run(
    process.execPath,
    ['--import', 'tsx', 'src/catalogue/import/cli.ts', 'packages', '--to', folder, '--month', '2027-01',
      '--installed', join(folder, 'installed.tsv'), ...args],
    { timeout: 60_000 },
  ); // prettier-ignore
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

test(
  'lists fetched from mirrors make new data files, keep measured shares and say what changed',
  { timeout: 90_000 },
  async () => {
    holdings();
    files.set('/debian/dists/bookworm/main/binary-amd64/Packages.gz', gzipSync(
    'Package: curl\nInstalled-Size: 2000\nSize: 9\nDepends: libc6 (>= 2.36)\n\nPackage: libc6\nInstalled-Size: 10000\nSize: 9\n\n' +
    'Package: gosu\nInstalled-Size: 3000\nSize: 900000\n',
  )); // prettier-ignore
    files.set('/alpine/v3.24/main/x86_64/APKINDEX.tar.gz', apkIndex(MAIN));
    files.set('/alpine/v3.24/community/x86_64/APKINDEX.tar.gz', apkIndex(COMMUNITY));
    const { stdout } = await command('--debian', `${root}/debian/`, '--alpine', `${root}/alpine`, '--release', '3.24');

    expect(stdout).toContain('Debian trixie: the mirror has no such list');
    expect(stdout).toContain('bookworm: 0 new, 0 gone, 1 of another size');
    expect(stdout).toContain('curl: 1.0 → 2.0 MiB installed');
    expect(stdout).toContain('Alpine 3.24: 3 new, 1 gone');

    const apt = decodeApt(read('apt-bookworm.txt'));
    const curl = apt.ids.get('curl') ?? -1;
    expect(apt.asOf).toBe('2027-01');
    expect(apt.full[curl]).toBe(1800 * 1024);
    expect(apt.slim[curl]).toBe(900 * 1024);
    expect(apt.weighed[curl]).toBe('measured');
    expect(decodeApt(read('apt-bookworm-complete.txt')).ids.has('gosu')).toBe(true);

    const apk = decodeApk(read('apk-complete.txt'));
    expect(apk.release).toBe('3.24');
    expect(apk.asOf).toBe('2027-01');
    expect(apk.base).toEqual(['musl']);
    const index = apkPackages(apk, { id: 'alpine-3.24', standsInFor: null, fuller: null });
    expect(index.resolve(['curl'], new Set(['musl']), true)).toMatchObject({
      added: ['curl', 'ca-certificates', 'libcurl'],
      missing: [],
    });
    expect(index.resolve(['php-fpm'], new Set(['musl']), true).added).toEqual(['php84-fpm']);
    expect(decodeApk(read('apk.txt')).names).not.toContain('php84-fpm');
  },
);

test('what a repository that was not given held stays, marked as old', { timeout: 90_000 }, async () => {
  holdings();
  writeFileSync(join(folder, 'APKINDEX-3.24-main.tar.gz'), apkIndex(MAIN));
  await command('--from', folder);
  const apk = decodeApk(read('apk.txt'));
  expect(apk.names).toContain('php83-fpm');
  expect(apk.packages[apk.ids.get('php83-fpm') ?? -1]?.old).toBe(true);
  expect(apk.packages[apk.ids.get('curl') ?? -1]?.old).toBe(false);
});

test('a server in trouble is asked again, one that stays in trouble is named', async () => {
  files.set('/v3.24/main/x86_64/APKINDEX.tar.gz', apkIndex(MAIN));
  const mirrors = { debian: undefined, suites: [], alpine: root, release: '3.24' };
  const steps: string[] = [];
  trouble = 2;
  const missing = await fetchLists(mirrors, folder, (_, label) => steps.push(label), 5);
  expect(missing).toEqual(['Alpine 3.24 community: the mirror has no such list']);
  expect(steps).toEqual(['Alpine 3.24 main', 'Alpine 3.24 community', 'fetched']);
  expect(asked.filter((path) => path.includes('/main/'))).toHaveLength(3);
  trouble = 3;
  await expect(fetchLists(mirrors, folder, () => undefined, 5)).rejects.toThrow('status 503');
});
