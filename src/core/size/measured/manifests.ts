// Step 3 of the walk: OCI and Docker manifests, as `docker manifest inspect -v` wraps them (one entry a platform) and as
// `docker buildx imagetools inspect --raw` prints them bare. An index names manifests and holds no sizes of layers.

import { measurement, ofLayers, type MeasuredImage, type MeasuredLayer, type Measurement } from './measurement';
import { bytes, isObject, list, platformOf, text, type Json } from './values';

const VERBOSE = 'docker manifest inspect';
const RAW = 'docker buildx imagetools inspect';

/** `null` when none of the objects is or wraps a manifest. */
export function manifests(objects: readonly Json[]): Measurement | null {
  const images = objects.flatMap(imageOf);
  if (images.length > 0) return measurement(objects.some((one) => 'Descriptor' in one) ? VERBOSE : RAW, images);
  const index = objects
    .flatMap((one) => list(one['manifests']))
    .flatMap((one) => {
      const platform = isObject(one['platform']) ? platformOf(one['platform']) : null;
      const digest = text(one['digest']);
      return platform === null || digest === null ? [] : [{ platform, digest }];
    });
  return index.length > 0 ? { tool: RAW, images: [], index } : null;
}

function imageOf(one: Json): MeasuredImage[] {
  const manifest = [one['SchemaV2Manifest'], one['OCIManifest'], one].find(
    (each) => isObject(each) && Array.isArray(each['layers']) && 'config' in each,
  );
  if (!isObject(manifest)) return [];
  const descriptor = isObject(one['Descriptor']) ? one['Descriptor'] : {};
  const told = isObject(descriptor['platform']) ? descriptor['platform'] : null;
  const platform = told && platformOf(told);
  // Attestations stand in the same list, for a platform called unknown.
  if (told && platform === null) return [];
  const layers = list(manifest['layers']).map((layer): MeasuredLayer => ({
    by: null,
    disk: null,
    pull: bytes(layer['size']),
  }));
  const reference = text(one['Ref'])?.replace(/@.*$/, '');
  return layers.length > 0 ? [ofLayers(layers, reference === undefined ? [] : [reference], platform)] : [];
}
