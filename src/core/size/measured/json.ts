// Step 3 of the walk: the JSON of docker history and image ls (one object a line), image inspect, manifest inspect -v,
// buildx imagetools inspect --raw, dive, and tools of docker scout's kind.

import { parseSize } from '../own';
import type { MeasuredLayer, Measurement } from './measurement';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Bytes: a number, or a size as docker prints it. */
const bytes = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? Math.round(value)
    : typeof value === 'string'
      ? parseSize(value)
      : null;

/** Reads one JSON text or one object a line; `null` when none of the known shapes is in it. */
export function readJson(source: string): Measurement | null {
  const values = parseAll(source.trim());
  if (values.length === 0) return null;
  const objects = values.flatMap((value) => (Array.isArray(value) ? list(value) : isObject(value) ? [value] : []));
  const [first] = objects;
  if (!first) return null;
  if ('CreatedBy' in first && 'Size' in first) {
    // docker history prints the newest first.
    const layers = objects.map((one): MeasuredLayer => ({
      by: text(one['CreatedBy']),
      disk: bytes(one['Size']),
      pull: null,
    }));
    return { kind: 'layers', tool: 'docker history', reference: null, layers: layers.reverse() };
  }
  if ('Repository' in first && 'Size' in first) return imageList(objects);
  if ('RepoTags' in first || ('RootFS' in first && 'Size' in first)) return inspected(objects);
  return manifests(objects) ?? layerList(first);
}

function parseAll(source: string): unknown[] {
  if (!/^[[{]/.test(source)) return [];
  try {
    return [JSON.parse(source)];
  } catch {
    const values: unknown[] = [];
    for (const line of source.split('\n')) {
      if (line.trim() === '') continue;
      try {
        values.push(JSON.parse(line));
      } catch {
        return [];
      }
    }
    return values;
  }
}

const imageList = (objects: readonly Json[]): Measurement => ({
  kind: 'images',
  tool: 'docker image ls',
  images: objects.map((one) => ({
    references: [`${text(one['Repository']) ?? ''}:${text(one['Tag']) ?? 'latest'}`],
    disk: bytes(one['Size']),
    pull: null,
  })),
});

const inspected = (objects: readonly Json[]): Measurement => ({
  kind: 'images',
  tool: 'docker image inspect',
  images: objects.map((one) => ({
    references: [one['RepoTags'], one['RepoDigests']].flatMap((tags) =>
      Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    ),
    disk: bytes(one['Size']),
    pull: null,
  })),
});

/** `docker manifest inspect -v`: one entry a platform; `imagetools inspect --raw`: a bare manifest. */
function manifests(objects: readonly Json[]): Measurement | null {
  const found = objects.flatMap((one) => {
    const manifest = [one['SchemaV2Manifest'], one['OCIManifest'], one].find(
      (each) => isObject(each) && Array.isArray(each['layers']) && 'config' in each,
    );
    if (!isObject(manifest)) return [];
    const descriptor = isObject(one['Descriptor']) ? one['Descriptor'] : {};
    const platform = isObject(descriptor['platform']) ? descriptor['platform'] : {};
    const layers = list(manifest['layers']).map((layer): MeasuredLayer => ({
      by: null,
      disk: null,
      pull: bytes(layer['size']),
    }));
    return [
      {
        reference: text(one['Ref'])?.replace(/@.*$/, '') ?? null,
        architecture: text(platform['architecture']),
        layers,
        verbose: 'Descriptor' in one,
      },
    ];
  });
  const one =
    found.find((each) => each.architecture === 'amd64') ?? found.find((each) => each.architecture !== 'unknown');
  if (!one) return null;
  const tool = one.verbose ? 'docker manifest inspect' : 'docker buildx imagetools inspect';
  return { kind: 'layers', tool, reference: one.reference, layers: one.layers };
}

/** dive's `{layer: [{sizeBytes, command}]}` and lists like it, oldest first. */
function layerList(object: Json): Measurement | null {
  const inner = isObject(object['image']) ? object['image'] : {};
  const rows =
    [object['layer'], object['layers'], object['history'], inner['layers']].map(list).find((each) => each.length > 0) ??
    [];
  const layers = rows.map((row): MeasuredLayer => ({
    by: text(row['command'] ?? row['createdBy'] ?? row['created_by'] ?? row['CreatedBy']),
    disk: bytes(row['sizeBytes'] ?? row['size'] ?? row['Size'] ?? row['uncompressed_size']),
    pull: bytes(row['compressedSize'] ?? row['compressed_size'] ?? null),
  }));
  if (layers.length === 0 || layers.every((layer) => layer.disk === null && layer.pull === null)) return null;
  const tool = 'layer' in object ? 'dive' : 'a list of layers';
  return { kind: 'layers', tool, reference: text(object['reference'] ?? object['name'] ?? inner['name']), layers };
}
