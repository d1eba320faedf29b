// One published image: tag → index → manifest per platform → layer sizes and history.

import { createHash } from 'node:crypto';
import type { Registry } from './registry';

export interface Published {
  /** As Docker writes it after `linux/`. */
  readonly arch: string;
  readonly digest: string;
  /** Layers, config and manifest: what a pull moves, in bytes. */
  readonly pull: number;
  /** ISO day the image was made; `null` when its config does not say. */
  readonly asOf: string | null;
  readonly layers: readonly { readonly by: string; readonly pull: number }[];
}

const INDEX = ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json'];
const MANIFEST = ['application/vnd.oci.image.manifest.v1+json', 'application/vnd.docker.distribution.manifest.v2+json'];
const ACCEPT = [...INDEX, ...MANIFEST].join(', ');

interface Descriptor {
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
}

interface Config {
  readonly created?: string;
  readonly os?: string;
  readonly architecture?: string;
  readonly variant?: string;
  readonly history?: readonly { readonly created_by?: string; readonly empty_layer?: boolean }[];
}

/** What is published under a tag, for those of `wanted` that are there. Throws what the registry client throws. */
export async function published(
  registry: Registry,
  name: string,
  tag: string,
  wanted: readonly string[],
): Promise<Published[]> {
  const top = await registry.get(name, `manifests/${tag}`, ACCEPT);
  const document = parse(top.body, `${name}:${tag}`) as { manifests?: readonly Descriptor[] };
  if (!INDEX.includes(top.type) && document.manifests === undefined) {
    const only = await readManifest(registry, name, top.body, digestOf(top.body));
    return wanted.includes(only.arch) ? [only] : [];
  }
  const found: Published[] = [];
  for (const descriptor of document.manifests ?? []) {
    if (descriptor.platform?.os !== 'linux' || !wanted.includes(architectureOf(descriptor.platform))) continue;
    const { body } = await registry.get(name, `manifests/${descriptor.digest}`, ACCEPT);
    const digest = digestOf(body);
    if (digest !== descriptor.digest) throw new Error(`${name}:${tag}: manifest does not match ${descriptor.digest}`);
    found.push({ ...(await readManifest(registry, name, body, digest)), arch: architectureOf(descriptor.platform) });
  }
  return found;
}

async function readManifest(registry: Registry, name: string, body: Buffer, digest: string): Promise<Published> {
  const manifest = parse(body, name) as { config?: Descriptor; layers?: readonly Descriptor[] };
  if (manifest.config === undefined || manifest.layers === undefined)
    throw new Error(`${name}: the manifest ${digest} has no config or no layers`);
  const answer = await registry.get(name, `blobs/${manifest.config.digest}`, '*/*');
  const config = parse(answer.body, name) as Config;
  const history = (config.history ?? []).filter((entry) => entry.empty_layer !== true);
  const layers = manifest.layers.map((layer, i) => ({ by: shortly(history[i]?.created_by ?? ''), pull: layer.size }));
  return {
    arch: architectureOf({
      os: 'linux',
      architecture: config.architecture ?? 'amd64',
      ...(config.variant === undefined ? {} : { variant: config.variant }),
    }),
    digest,
    pull: layers.reduce((sum, layer) => sum + layer.pull, 0) + manifest.config.size + body.length,
    asOf: /^\d{4}-\d\d-\d\d/.exec(config.created ?? '')?.[0] ?? null,
    layers,
  };
}

function architectureOf(platform: NonNullable<Descriptor['platform']>): string {
  const { architecture, variant } = platform;
  return architecture === 'arm' ? `arm/${variant ?? 'v7'}` : architecture;
}

function parse(body: Buffer, what: string): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Error(`${what}: the registry's answer is no JSON`);
  }
}

function digestOf(body: Buffer): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

/** `/bin/sh -c #(nop) COPY … in /` and BuildKit's `RUN /bin/sh -c … # buildkit` as one short line. */
function shortly(by: string): string {
  const plain = by
    .replace(/^\/bin\/sh -c #\(nop\)\s*/, '')
    .replace(/^\/bin\/sh -c /, 'RUN ')
    .replace(/^RUN (?:\|\d+ (?:\S+=\S* )*)?\/bin\/sh -c /, 'RUN ')
    .replace(/\s*# buildkit$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}
