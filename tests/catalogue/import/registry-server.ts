// A real registry (Debian's docker-registry) on loopback, filled over plain HTTP, behind a proxy that asks for a token and
// now and then answers 429, as public registries do.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BINARY = '/usr/bin/docker-registry';

/** Installs the package when it is missing and we may; `null` when it is there, else why it cannot be had. */
export function whyNoRegistry(): string | null {
  if (existsSync(BINARY)) return null;
  if (process.getuid?.() !== 0) return 'docker-registry is not installed and only root can install it';
  try {
    const options = {
      stdio: 'ignore',
      timeout: 120_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    } as const;
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'docker-registry'], options);
  } catch {
    return 'docker-registry could not be installed with apt-get';
  }
  return existsSync(BINARY) ? null : 'docker-registry is not where Debian puts it';
}

export interface TestRegistry {
  /** The registry itself. */
  readonly direct: string;
  /** The proxy before it. */
  readonly guarded: string;
  /** The next requests for a manifest get a 429 with this Retry-After. */
  limit(times: number, retryAfter: string): void;
  /** Requests the proxy let through, as `METHOD path`. */
  readonly passed: string[];
  stop(): Promise<void>;
}

export async function startRegistry(): Promise<TestRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  const port = await freePort();
  const config = `version: 0.1\nlog: { level: error }\nstorage: { filesystem: { rootdirectory: ${folder}/data } }\nhttp: { addr: "127.0.0.1:${String(port)}" }\n`;
  writeFileSync(join(folder, 'config.yml'), config);
  const child = spawn(BINARY, ['serve', join(folder, 'config.yml')], { stdio: 'ignore' });
  const direct = `http://127.0.0.1:${String(port)}`;
  await answering(`${direct}/v2/`, child);
  const state = { times: 0, retryAfter: '' };
  const passed: string[] = [];
  const proxy = createServer((incoming, answer) => {
    guard(incoming, answer, port, state, passed);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  return {
    direct,
    guarded: `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`,
    limit(times, retryAfter) {
      state.times = times;
      state.retryAfter = retryAfter;
    },
    passed,
    async stop() {
      await closed(proxy);
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const TOKEN = 'a-token-for-reading';

function guard(
  incoming: IncomingMessage,
  answer: ServerResponse,
  port: number,
  state: { times: number; retryAfter: string },
  passed: string[],
) {
  const path = incoming.url ?? '/';
  if (path.startsWith('/token?')) {
    const asked = new URL(path, 'http://loopback').searchParams;
    const right = asked.get('service') === 'test' && asked.get('scope')?.endsWith(':pull') === true;
    answer.writeHead(right ? 200 : 403, { 'content-type': 'application/json' }).end(JSON.stringify({ token: TOKEN }));
    return;
  }
  if (incoming.headers.authorization !== `Bearer ${TOKEN}`) {
    const repository = /^\/v2\/(.+)\/(?:manifests|blobs)\//.exec(path)?.[1] ?? '';
    const realm = `http://${incoming.headers.host ?? ''}/token`;
    const challenge = `Bearer realm="${realm}",service="test",scope="repository:${repository}:pull"`;
    answer.writeHead(401, { 'www-authenticate': challenge }).end();
    return;
  }
  if (state.times > 0 && path.includes('/manifests/')) {
    state.times--;
    answer.writeHead(429, { 'retry-after': state.retryAfter }).end();
    return;
  }
  passed.push(`${incoming.method ?? ''} ${path}`);
  const forwarded = request(
    { host: '127.0.0.1', port, path, method: incoming.method, headers: incoming.headers },
    (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    },
  );
  forwarded.on('error', () => answer.writeHead(502).end());
  incoming.pipe(forwarded);
}

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((done) => socket.listen(0, '127.0.0.1', done));
  const { port } = socket.address() as AddressInfo;
  await new Promise((done) => socket.close(done));
  return port;
}

async function answering(address: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`docker-registry ended with ${String(child.exitCode)}`);
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error('docker-registry does not answer');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const end = new Promise((done) => child.once('exit', done));
  child.kill();
  await end;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

export interface Pushed {
  readonly digest: string;
  /** Layers, config and manifest. */
  readonly pull: number;
  readonly size: number;
}

const OCI = 'application/vnd.oci.image';

/** Pushes an image of one platform with layers of the given sizes; under a tag, or by digest only. */
export async function pushImage(
  base: string,
  repository: string,
  tag: string | null,
  arch: string,
  layerSizes: readonly number[],
): Promise<Pushed> {
  const layers = layerSizes.map((size, i) => gzipSync(noise(size, i + arch.length)));
  const [architecture = '', variant] = arch.split('/');
  const config = Buffer.from(
    JSON.stringify({
      created: '2026-11-20T10:00:00Z',
      os: 'linux',
      architecture,
      ...(variant === undefined ? {} : { variant }),
      rootfs: { type: 'layers', diff_ids: [] },
      history: [
        ...layers.map((_, i) => ({ created_by: `/bin/sh -c #(nop) ADD file:${String(i)} in / ` })),
        { created_by: 'CMD ["sh"]', empty_layer: true },
      ],
    }),
  );
  for (const blob of [config, ...layers]) await pushBlob(base, repository, blob);
  const describe = (blob: Buffer, mediaType: string) => ({ mediaType, digest: digestOf(blob), size: blob.length });
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: `${OCI}.manifest.v1+json`,
      config: describe(config, `${OCI}.config.v1+json`),
      layers: layers.map((layer) => describe(layer, `${OCI}.layer.v1.tar+gzip`)),
    }),
  );
  await pushManifest(base, repository, tag ?? digestOf(manifest), manifest, `${OCI}.manifest.v1+json`);
  const blobs = [config, manifest, ...layers].reduce((sum, blob) => sum + blob.length, 0);
  return { digest: digestOf(manifest), pull: blobs, size: manifest.length };
}

/** Pushes an index over manifests that are there, with an attestation entry as BuildKit adds. */
export async function pushIndex(
  base: string,
  repository: string,
  tag: string,
  entries: readonly { arch: string; image: Pushed }[],
): Promise<void> {
  const manifests = entries.map(({ arch, image }) => {
    const [architecture, variant] = arch.split('/');
    const platform = { os: 'linux', architecture, ...(variant === undefined ? {} : { variant }) };
    return { mediaType: `${OCI}.manifest.v1+json`, digest: image.digest, size: image.size, platform };
  });
  const first = manifests[0];
  const attestation = { ...first, platform: { os: 'unknown', architecture: 'unknown' } };
  const index = { schemaVersion: 2, mediaType: `${OCI}.index.v1+json`, manifests: [...manifests, attestation] };
  await pushManifest(base, repository, tag, Buffer.from(JSON.stringify(index)), `${OCI}.index.v1+json`);
}

async function pushBlob(base: string, repository: string, blob: Buffer): Promise<void> {
  const start = await fetch(`${base}/v2/${repository}/blobs/uploads/`, { method: 'POST' });
  const location = new URL(start.headers.get('location') ?? '', base);
  location.searchParams.set('digest', digestOf(blob));
  const headers = { 'content-type': 'application/octet-stream' };
  const end = await fetch(location, { method: 'PUT', body: new Uint8Array(blob), headers });
  if (end.status !== 201) throw new Error(`push of a blob: HTTP ${String(end.status)}`);
}

async function pushManifest(
  base: string,
  repository: string,
  reference: string,
  body: Buffer,
  type: string,
): Promise<void> {
  const address = `${base}/v2/${repository}/manifests/${reference}`;
  const end = await fetch(address, { method: 'PUT', body: new Uint8Array(body), headers: { 'content-type': type } });
  if (end.status !== 201) throw new Error(`push of a manifest: HTTP ${String(end.status)} ${await end.text()}`);
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Bytes that do not pack, the same every time. */
function noise(size: number, seed: number): Buffer {
  const bytes = Buffer.alloc(size);
  let value = seed + 1;
  for (let i = 0; i < size; i++) bytes[i] = (value = (value * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
  return bytes;
}
