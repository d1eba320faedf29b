// Layers of published images → rows: an image's layers become the steps of one Dockerfile on its base, so that what an
// earlier layer installed is there for later ones. Truth is compressed only.

import type { Catalogue } from '../../src/core';
import { depth } from '../../src/core/depth';
import { measure } from '../../src/core/size/measure';
import { buildOf, run } from '../core/size/builds';
import { baseOf, translate } from './short-form';
import { holds, quantile, type Row } from './statistics';

interface Image {
  readonly image: string;
  readonly tag: string;
  readonly layers: readonly { readonly by: string; readonly bytes: number }[];
}

export function layerRows(lines: string, catalogue: Catalogue): { readonly rows: Row[]; readonly notes: string[] } {
  const rows: Row[] = [];
  const totals: { error: number; inside: boolean }[] = [];
  let strange = 0;
  let layers = 0;
  for (const text of lines.split('\n').filter(Boolean)) {
    const image = JSON.parse(text) as Image;
    const result = rowsOf(image, catalogue);
    rows.push(...result.rows);
    layers += image.layers.length;
    strange += image.layers.length - result.rows.length;
    if (result.total) totals.push(result.total);
  }
  const share = totals.filter((total) => Math.abs(total.error) <= 0.12).length / totals.length;
  const median = quantile(
    totals.map((total) => Math.abs(total.error)),
    0.5,
  );
  return {
    rows,
    notes: [
      `${String(layers - strange)} of ${String(layers)} layers understood; the others are unknown and not in these numbers`,
      `${String(totals.length)} images whose every layer is understood: total within 12 % for ${(share * 100).toFixed(0)} %, median error ${(median * 100).toFixed(1)} %, ${String(totals.filter((total) => total.inside).length)} inside their range`,
    ],
  };
}

function rowsOf(image: Image, catalogue: Catalogue) {
  const name = `${image.image}:${image.tag}`;
  const [first, ...rest] = image.layers;
  const base = first ? baseOf(first.by, first.bytes, name) : null;
  const rows: Row[] = [];
  const steps = rest.map((layer) => translate(layer.by));
  const report = measure(
    buildOf([{ from: base ?? 'scratch', steps: steps.map((one) => one.step ?? run('not-understood')) }]),
    catalogue,
    {},
    depth.size,
  );
  const size = report.stages[0]?.base.size;
  if (first && base !== null && size?.kind === 'known')
    rows.push({ name: `${name}: ${first.by}`, kind: 'base', unit: 'compressed', truth: first.bytes, range: size.pull });
  for (const [at, layer] of rest.entries()) {
    const one = report.steps[`step:0.${at}`];
    const { step, kind } = steps[at] ?? { step: null, kind: 'trifle' as const };
    if (!step || base === null || one?.added.kind !== 'known' || one.unknown > 0) continue;
    rows.push({ name: `${name}: ${layer.by}`, kind, unit: 'compressed', truth: layer.bytes, range: one.added.pull });
  }
  const whole = rows.length === image.layers.length && rows.length > 1;
  const truth = image.layers.reduce((sum, layer) => sum + layer.bytes, 0);
  const range = report.image.pull;
  const total = whole
    ? { error: range.likely / truth - 1, inside: holds({ name, kind: '', unit: 'compressed', truth, range }) }
    : null;
  return { rows, total };
}
