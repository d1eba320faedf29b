// Step 3 of the walk: what an output of docker and tools like it says was measured, in one shape whatever tool printed
// it. Read once, from text (`recognise`); matched anew at every analysis (`match`).

import type { ImageId } from '../../element';

/** One layer as a tool lists it. Bytes that it does not print are `null`. */
export interface MeasuredLayer {
  /** The instruction as the tool prints it, possibly cut; `null` when it lists sizes only. */
  readonly by: string | null;
  /** Unpacked. */
  readonly disk: number | null;
  /** Compressed. */
  readonly pull: number | null;
}

/** One image for one platform. */
export interface MeasuredImage {
  /** Names it goes by, as printed; empty when the output does not say. */
  readonly references: readonly string[];
  /** Such as `linux/arm64`; `null` when the output does not say. */
  readonly platform: string | null;
  /** Of all layers together. */
  readonly disk: number | null;
  readonly pull: number | null;
  /** Oldest first; empty when only whole images are listed. */
  readonly layers: readonly MeasuredLayer[];
  /** For images of a list put together by hand or by this program: who measured it, and the ISO date. */
  readonly tool?: string;
  readonly asOf?: string;
}

export interface Measurement {
  /** What printed it: `docker history`. */
  readonly tool: string;
  readonly images: readonly MeasuredImage[];
  /** An index names images for several platforms and holds none of their sizes. */
  readonly index: readonly { readonly platform: string; readonly digest: string }[];
}

/** A measurement as a person gave it. */
export interface GivenMeasurement extends Measurement {
  /** What it measures, where the person said so: a base image, or `result`, the image that this Dockerfile builds. */
  readonly of?: ImageId | 'result';
}

/** All layers together; `null` when the tool prints none of that side. */
export const total = (layers: readonly MeasuredLayer[], side: 'disk' | 'pull'): number | null =>
  layers.every((layer) => layer[side] === null) ? null : layers.reduce((sum, layer) => sum + (layer[side] ?? 0), 0);

export const ofLayers = (
  layers: readonly MeasuredLayer[],
  references: readonly string[] = [],
  platform: string | null = null,
): MeasuredImage => ({ references, platform, disk: total(layers, 'disk'), pull: total(layers, 'pull'), layers });

export const measurement = (tool: string, images: readonly MeasuredImage[]): Measurement | null =>
  images.length > 0 ? { tool, images, index: [] } : null;
