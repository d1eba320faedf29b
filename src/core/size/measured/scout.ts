// Step 3 of the walk: `docker scout sbom --format json` and what is built like it: beside the packages it lists, `source.image` holds the
// image's own manifest and config, so the packed size of every layer and the instruction that made it.

import { measurement, ofLayers, type MeasuredLayer, type Measurement } from './measurement';
import { bytes, isObject, list, platformOf, text, type Json } from './values';

const inside = (object: Json, name: string): Json => {
  const value = object[name];
  return isObject(value) ? value : {};
};

/** `null` when no image with sizes is in it. */
export function scout(object: Json): Measurement | null {
  const image = inside(inside(object, 'source'), 'image');
  const config = inside(image, 'config');
  const sizes = list(inside(image, 'manifest')['layers']).map((layer) => bytes(layer['size']));
  const made = list(config['history']).filter((step) => step['empty_layer'] !== true);
  const layers = sizes.map((pull, nth): MeasuredLayer => ({
    // Steps that are not as many as layers belong to none of them for sure.
    by: made.length === sizes.length ? text(made[nth]?.['created_by']) : null,
    disk: null,
    pull,
  }));
  if (layers.every(({ pull }) => pull === null)) return null;
  const name = text(image['name']);
  const platform = platformOf(inside(image, 'platform')) ?? platformOf(config);
  return measurement('docker scout sbom', [ofLayers(layers, name === null ? [] : [name], platform)]);
}
