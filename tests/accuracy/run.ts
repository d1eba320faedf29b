// npm run accuracy [-- --apt FILE.tsv] [--layers FILE.jsonl]
// Runs the estimator on measured truth and says how far off it is, row by row and in sum. A row passes when the truth
// lies in its range. Low–high is meant to hold nine of ten truths, so some rows must fail: the exit code is 0 when at
// least 85 % of a table's rows hold (80 % for a table of fewer than 60 rows) and 1 otherwise.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FILES } from '../../src/catalogue/files';
import { catalogueWith } from '../catalogue/reading';
import { aptRows } from './apt-rows';
import { layerRows } from './layer-rows';
import { holds, line, rowLine, summarise, type Row } from './statistics';
import { catalogueReport } from './catalogue';

const own = (name: string): string => fileURLToPath(new URL(`../facts/${name}`, import.meta.url));

const { values } = parseArgs({
  options: { apt: { type: 'string' }, layers: { type: 'string' }, quiet: { type: 'boolean' } },
});

const catalogue = await catalogueWith(...Object.keys(FILES));
const apt = aptRows(await readFile(values.apt ?? own('ground-truth-apt.tsv'), 'utf8'), catalogue);
const layers = layerRows(await readFile(values.layers ?? own('layers.jsonl'), 'utf8'), catalogue);

function report(title: string, rows: readonly Row[], notes: readonly string[]): void {
  console.log(`\n${title}\n  unit       kind            truth      likely low–high                     error`);
  if (values.quiet !== true) for (const row of rows) console.log(rowLine(row));
  console.log('');
  for (const unit of ['unpacked', 'compressed'] as const) {
    const of = rows.filter((row) => row.unit === unit);
    if (of.length === 0) continue;
    for (const kind of [...new Set(of.map((row) => row.kind))])
      console.log(line(`${unit}, ${kind}`, summarise(of.filter((row) => row.kind === kind))));
    console.log(line(`${unit}, all`, summarise(of)));
    // Percentages of a few bytes say little; these are the rows that make an image's size.
    const large = of.filter((row) => row.truth >= 100_000);
    if (large.length < of.length) console.log(line(`${unit}, 100 kB and more`, summarise(large)));
  }
  for (const note of notes) console.log(note);
}

report('apt: RUN steps executed on Debian roots', apt.rows, apt.notes);
report('layers: published images', layers.rows, layers.notes);

console.log(['\ncatalogue: published sizes, each hidden in turn', ...catalogueReport()].join('\n'));

const all = [...apt.rows, ...layers.rows];
const passed = all.filter(holds).length;
const calibrated = (rows: readonly Row[]): boolean =>
  rows.length === 0 || rows.filter(holds).length / rows.length >= (rows.length < 60 ? 0.8 : 0.85);
process.exitCode = calibrated(apt.rows) && calibrated(layers.rows) ? 0 : 1;
console.log(`\n${String(passed)} passed, ${String(all.length - passed)} failed`);
