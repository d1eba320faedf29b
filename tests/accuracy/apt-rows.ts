// Measured apt steps → rows: each is a one-step Dockerfile on the base it was run on.

import type { Catalogue } from '../../src/core';
import { depth } from '../../src/core/depth';
import { measure } from '../../src/core/size/measure';
import { buildOf } from '../core/size/builds';
import type { Row } from './statistics';

export function aptRows(table: string, catalogue: Catalogue): { readonly rows: Row[]; readonly notes: string[] } {
  const lines = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const header = (lines.shift() ?? '').split('\t');
  const rows: Row[] = [];
  let unknown = 0;
  for (const text of lines) {
    const cells = text.split('\t');
    const cell = (name: string): string => cells[header.indexOf(name)] ?? '';
    const base = cell('base').split(',')[0] ?? '';
    const report = measure(buildOf([{ from: base, steps: [cell('step')] }]), catalogue, {}, depth.size);
    const size = report.steps['step:0.0'];
    if (size?.added.kind !== 'known' || size.unknown > 0) unknown += 1;
    if (size?.added.kind !== 'known') continue;
    const kind = cell('packages') === '' ? 'other' : 'install';
    const name = `${base}: ${cell('step')}`;
    rows.push({
      name,
      kind,
      unit: 'unpacked',
      truth: Number(cell('layer_uncompressed_bytes')),
      range: size.added.disk,
    });
    rows.push({ name, kind, unit: 'compressed', truth: Number(cell('layer_gzip_bytes')), range: size.added.pull });
  }
  return { rows, notes: unknown > 0 ? [`${String(unknown)} steps hold something unknown`] : [] };
}
