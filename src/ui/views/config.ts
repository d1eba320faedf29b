// The target's config as `docker image inspect` prints it.

import type { Analysis, Estimate } from '../../core';

/** Bytes as far as they are one exact number; else absent, as a guess is no part of an image's config. */
const exactly = (size: Estimate | undefined): number | undefined =>
  size?.kind === 'known' && size.certainty === 'exact' && size.disk.low === size.disk.high
    ? size.disk.likely
    : undefined;

export function inspectText(analysis: Analysis): string {
  const { build, size } = analysis;
  const [os, architecture, variant] = build.platform.split('/');
  const layers = size.layers.map((layer) => exactly(layer.size));
  const total = layers.every((bytes) => bytes !== undefined)
    ? layers.reduce((sum, bytes) => sum + bytes, 0)
    : undefined;
  return JSON.stringify(
    [{ Architecture: architecture, Variant: variant, Os: os, Size: total, Config: build.config }],
    null,
    2,
  );
}
