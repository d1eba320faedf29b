// Step 3 of the walk: the JSON of docker history and image ls (one object a line), image inspect, manifest inspect -v,
// buildx imagetools inspect --raw, podman, skopeo, docker scout sbom, dive, lists of layers like its, and this program's own list.

import { manifests } from './manifests';
import { measurement, ofLayers, type MeasuredImage, type MeasuredLayer, type Measurement } from './measurement';
import { scout } from './scout';
import { bytes, isObject, list, platformOf, text, texts, type Json } from './values';

/** Reads one JSON text or one object a line; `null` when none of the known shapes is in it. */
export function readJson(source: string): Measurement | null {
  const objects = parseAll(source.trim()).flatMap((value) => (isObject(value) ? [value] : list(value)));
  const [first] = objects;
  if (!first) return null;
  if ('CreatedBy' in first && 'Size' in first) return history('docker history', objects, 'CreatedBy', 'Size');
  if ('createdBy' in first && 'size' in first) return history('podman history', objects, 'createdBy', 'size');
  if (first['format'] === OWN_LIST) return ownList(first);
  if ('LayersData' in first) return skopeo(first);
  if ('Repository' in first && 'Size' in first) return imageList(objects);
  if ('RepoTags' in first || ('RootFS' in first && 'Size' in first)) return inspected(objects);
  return scout(first) ?? manifests(objects) ?? layerList(first);
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

/** Both print the newest first. */
function history(tool: string, objects: readonly Json[], by: string, size: string): Measurement | null {
  const layers = objects.map((one): MeasuredLayer => ({ by: text(one[by]), disk: bytes(one[size]), pull: null }));
  return measurement(tool, [ofLayers(layers.reverse())]);
}

const imageList = (objects: readonly Json[]): Measurement | null =>
  measurement(
    'docker image ls',
    objects.flatMap((one) => {
      const name = text(one['Repository']);
      const disk = bytes(one['Size']);
      if (name === null || name === '<none>' || disk === null) return [];
      return [
        { references: [`${name}:${text(one['Tag']) ?? 'latest'}`], platform: null, disk, pull: null, layers: [] },
      ];
    }),
  );

/** With Docker's containerd image store, told by the `Descriptor`, `Size` is that of the packed content. */
const inspected = (objects: readonly Json[]): Measurement | null =>
  measurement(
    'docker image inspect',
    objects.flatMap((one) => {
      const size = bytes(one['Size']);
      if (size === null) return [];
      const packed = isObject(one['Descriptor']);
      return [
        {
          references: [...texts(one['RepoTags']), ...texts(one['RepoDigests'])],
          platform: platformOf(one),
          disk: packed ? null : size,
          pull: packed ? size : null,
          layers: [],
        },
      ];
    }),
  );

/** `skopeo inspect` names the repository without the tag it was asked for. */
function skopeo(object: Json): Measurement | null {
  const layers = list(object['LayersData']).map((row): MeasuredLayer => ({
    by: null,
    disk: null,
    pull: bytes(row['Size']),
  }));
  return layers.length > 0 ? measurement('skopeo inspect', [ofLayers(layers, [], platformOf(object))]) : null;
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
  if (layers.every((layer) => layer.disk === null && layer.pull === null)) return null;
  const name = text(object['reference'] ?? object['name'] ?? inner['name']);
  return measurement('layer' in object ? 'dive' : 'a list of layers', [ofLayers(layers, name === null ? [] : [name])]);
}

/** The list of measured images that the playground keeps in a browser and exports. */
export const OWN_LIST = 'dockerfile-playground/measured-images';

function ownList(object: Json): Measurement | null {
  return measurement(
    'measured images',
    list(object['images']).flatMap((one): MeasuredImage[] => {
      const reference = text(one['reference']);
      const [disk, pull] = [bytes(one['disk']), bytes(one['pull'])];
      if (reference === null || (disk === null && pull === null)) return [];
      const [tool, asOf] = [text(one['tool']), text(one['asOf'])];
      return [
        {
          references: [reference.slice(0, 300)],
          platform: text(one['platform']),
          disk,
          pull,
          layers: [],
          ...(tool === null ? {} : { tool: tool.slice(0, 60) }),
          ...(asOf === null || !/^\d{4}-\d\d-\d\d$/.test(asOf) ? {} : { asOf }),
        },
      ];
    }),
  );
}
