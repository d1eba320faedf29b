import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeImages, decodeLayers } from '../../../src/catalogue/decode';
import type { SizeRow } from '../../../src/catalogue/entry';
import { encodeImages, encodeLayers } from '../../../src/catalogue/import/encode';
import { diffSummary, refresh } from '../../../src/catalogue/import/refresh';
import { readChallenge, Registry, retryAfter } from '../../../src/catalogue/import/registry';
import { pushImage, pushIndex, startRegistry, whyNoRegistry, type Pushed, type TestRegistry } from './registry-server';

const reason = whyNoRegistry();
if (reason !== null) console.warn(`SKIPPED: the registry refresh is not tested here, ${reason}`);

const silent = () => ({ step: () => undefined, note: () => undefined, end: () => undefined });
const old: SizeRow = {
  arch: 'amd64',
  pull: 1000,
  disk: 2500,
  asOf: '2025-01-01',
  precision: 'exact',
  source: 'a table',
};

describe.skipIf(reason !== null)('refreshing from a real registry', () => {
  let server: TestRegistry;
  const folders: string[] = [];
  const pushed: Record<string, Pushed> = {};

  beforeAll(async () => {
    server = await startRegistry();
    const { direct } = server;
    for (const arch of ['amd64', 'arm64', 'arm/v7'])
      pushed[arch] = await pushImage(direct, 'library/debian', null, arch, [40_000, 2_000]);
    await pushIndex(
      direct,
      'library/debian',
      '12-slim',
      Object.entries(pushed).map(([arch, image]) => ({ arch, image })),
    );
    pushed['tool'] = await pushImage(direct, 'acme/tool', '1', 'amd64', [5_000]);
  }, 240_000);
  afterAll(async () => {
    await server.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** A small catalogue: a multi-arch image, one of a single platform, and a tag nobody publishes. */
  function catalogueFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
    folders.push(folder);
    const made = '2026-01-01';
    const images = [
      { name: 'debian', groups: [{ tags: ['bookworm-slim', '12-slim'], distro: 'debian 12', rows: [old] }] },
      {
        name: 'acme/tool',
        groups: [
          { tags: ['1'], distro: null, rows: [{ ...old, pull: null }] },
          { tags: ['0.9'], distro: null, rows: [old] },
        ],
      },
    ];
    writeFileSync(join(folder, 'images.txt'), encodeImages({ made, images }));
    writeFileSync(join(folder, 'images-more.txt'), encodeImages({ made, images: [] }));
    const layers = [
      {
        name: 'debian',
        tag: '12-slim',
        layers: [
          { by: 'rootfs', pull: 1 },
          { by: 'keys', pull: 1 },
        ],
      },
    ];
    writeFileSync(join(folder, 'layers.txt'), encodeLayers(layers, made, 'a table'));
    return folder;
  }

  const options = (data: string, only: string[] = []) => ({
    data,
    state: join(data, 'state.json'),
    architectures: ['amd64', 'arm64', 'arm/v7'],
    only,
    all: false,
    made: '2026-11-23',
  });

  const rowsOf = (file: string, name: string, tag: string) =>
    decodeImages(readFileSync(join(folders.at(-1) ?? '', file), 'utf8'))
      .images.find((image) => image.name === name)
      ?.groups.find((group) => group.tags.includes(tag))?.rows ?? [];

  test('takes every platform of an index, keeps unpacked sizes, and tells what changed', async () => {
    const data = catalogueFolder();
    const result = await refresh(new Registry({ registry: server.guarded }), options(data), silent);
    expect(result.finished).toBe(true);
    expect(result.gone).toEqual(['acme/tool:0.9']);
    expect(result.failed).toEqual([]);
    const rows = rowsOf('images.txt', 'debian', 'bookworm-slim');
    expect(rows.find((row) => row.pull !== null && row.arch === 'amd64')).toMatchObject({
      pull: pushed['amd64']?.pull,
      asOf: '2026-11-20',
      precision: 'exact',
      source: 'registry manifest',
    });
    expect(rows.find((row) => row.arch === 'arm64')?.pull).toBe(pushed['arm64']?.pull);
    expect(rows.find((row) => row.disk !== null)).toMatchObject({ disk: 2500, pull: null, asOf: '2025-01-01' });
    expect(rowsOf('images-more.txt', 'debian', '12-slim')[0]?.pull).toBe(pushed['arm/v7']?.pull);
    expect(rowsOf('images.txt', 'acme/tool', '1')[0]?.pull).toBe(pushed['tool']?.pull);
    expect(rowsOf('images.txt', 'acme/tool', '0.9')[0]?.pull).toBe(1000);
    expect(diffSummary(result).join('\n')).toMatch(
      /debian:12-slim amd64: 0\.0 → 0\.0 MB \(\+\d+\.\d %\)[^]*acme\/tool:0\.9: not published/,
    );
    const layers = decodeLayers(readFileSync(join(data, 'layers.txt'), 'utf8'))[0]?.layers ?? [];
    expect(layers.map((layer) => layer.by)).toEqual(['rootfs', 'keys']);
    expect(layers[0]?.pull).toBeGreaterThan(10_000);
  });

  test('leaves no half-written file and no state behind, and a second run changes nothing', async () => {
    const data = catalogueFolder();
    const registry = new Registry({ registry: server.guarded });
    await refresh(registry, options(data), silent);
    expect(readdirSync(data).sort()).toEqual(['images-more.txt', 'images.txt', 'layers.txt']);
    expect((await refresh(registry, options(data), silent)).changes).toEqual([]);
  });

  test('waits as long as a 429 asks for and goes on', async () => {
    const data = catalogueFolder();
    const waits: number[] = [];
    server.limit(2, '1');
    const registry = new Registry({ registry: server.guarded, onWait: (_, time) => waits.push(time) });
    const result = await refresh(registry, options(data, ['acme/tool']), silent);
    expect(waits).toEqual([1000, 1000]);
    expect(result.finished).toBe(true);
    expect(result.changes).toHaveLength(1);
  });

  test('stops at a long rate limit, changes no data, and goes on where it was', async () => {
    const data = catalogueFolder();
    const before = readFileSync(join(data, 'images.txt'), 'utf8');
    const first = new Registry({ registry: server.guarded, patience: 5000 });
    const stopped = await refresh(first, options(data), (total) => ({
      ...silent(),
      step: (done) => {
        if (done === 1 && total === 3) server.limit(1, '3600');
      },
    }));
    expect(stopped.finished).toBe(false);
    expect(readFileSync(join(data, 'images.txt'), 'utf8')).toBe(before);
    server.passed.length = 0;
    const result = await refresh(new Registry({ registry: server.guarded }), options(data), silent);
    expect(result.finished).toBe(true);
    expect(result.changes.length).toBeGreaterThan(2);
    expect(server.passed.filter((request) => request.includes('/debian/'))).toEqual([]);
  });

  test('a registry that does not answer is a failure, told and without loss', async () => {
    const data = catalogueFolder();
    const registry = new Registry({ registry: 'http://127.0.0.1:9', attempts: 2, sleep: () => Promise.resolve() });
    const result = await refresh(registry, options(data, ['acme/tool']), silent);
    expect(result.failed[0]).toContain('no answer after 2 attempts');
    expect(rowsOf('images.txt', 'acme/tool', '1')).toHaveLength(1);
  });
});

describe('what a registry says', () => {
  test.each([
    ['python', '/v2 at its own registry', { base: 'https://registry-1.docker.io', repository: 'library/python' }],
    ['grafana/grafana', 'an organisation', { base: 'https://registry-1.docker.io', repository: 'grafana/grafana' }],
    ['gcr.io/distroless/base', 'a host in the name', { base: 'https://gcr.io', repository: 'distroless/base' }],
  ])('%s: %s', (name, _, located) => {
    expect(new Registry().locate(name)).toEqual(located);
  });

  test('a mirror may have a path', () => {
    const located = new Registry({ registry: 'https://mirror.example/hub/' }).locate('python');
    expect(located).toEqual({ base: 'https://mirror.example', repository: 'hub/library/python' });
  });

  test('a challenge and a Retry-After are read', () => {
    expect(readChallenge('Bearer realm="https://a/t",service="s",scope="repository:x:pull"')).toMatchObject({
      service: 's',
    });
    expect(readChallenge('Basic realm="x"')).toEqual({});
    expect(retryAfter('3')).toBe(3000);
    expect(retryAfter('Mon, 23 Nov 2026 12:00:10 GMT', Date.parse('2026-11-23T12:00:00Z'))).toBe(10_000);
    expect(retryAfter('soon')).toBeNull();
  });
});
