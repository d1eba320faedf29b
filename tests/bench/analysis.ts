// What an analysis costs: over all conformance cases against a bare parse by dockerfile-ast, and as a file grows in lines and stages.
// Every figure is the best of several rounds, so that other work on the machine does not count.

import { readdirSync, readFileSync } from 'node:fs';
import { DockerfileParser } from 'dockerfile-ast';
import { loadCatalogue } from '../../src/catalogue/catalogue';
import { loadWanted } from '../../src/catalogue/load';
import { analyse, check, model, parse, type AnalyseOptions, type Catalogue } from '../../src/core';
import { readCases, type Case } from '../conformance/case';

const ROUNDS = 30;
const folder = new URL('../conformance/cases/', import.meta.url);
const fromDisk = (address: URL): Promise<string> => Promise.resolve(readFileSync(address, 'utf8'));

const optionsOf = ({ target, platform, buildArgs }: Case): AnalyseOptions => ({
  ...(target === undefined ? {} : { target }),
  ...(platform === undefined ? {} : { platform }),
  ...(buildArgs === undefined ? {} : { buildArgs }),
});

/** Milliseconds a call of `work` takes at best. */
function best(work: () => void, rounds = ROUNDS): number {
  let fastest = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

async function fullCatalogue(cases: readonly Case[]): Promise<Catalogue> {
  const catalogue = await loadCatalogue(fromDisk);
  for (const one of cases) {
    await loadWanted(catalogue, analyse(one.dockerfile, optionsOf(one), catalogue).size.wants, fromDisk);
  }
  return catalogue;
}

/** Each run gets its own text, so that nothing remembered from the round before answers for it. */
function perCase(cases: readonly Case[], work: (text: string, options: AnalyseOptions) => unknown): number {
  let round = 0;
  const all = best(() => {
    round += 1;
    for (const one of cases) work(`${one.dockerfile}\n# ${round}\n`, optionsOf(one));
  });
  return all / cases.length;
}

const manyLines = (times: number): string =>
  `FROM debian:12-slim AS base\n${Array.from({ length: 25 * times }, (_, i) => `ENV V${i}=$V${i - 1}x\nRUN echo ${i} > /tmp/f${i} && rm /tmp/f${i - 1}\nCOPY src/f${i}.c lib${i} /w/${i}/\nWORKDIR d${i % 7}\n`).join('')}`;

const manyStages = (times: number): string =>
  Array.from({ length: 25 * times }, (_, i) =>
    [
      `FROM ${i % 3 === 2 ? `s${i - 1}` : 'alpine:3.22'} AS s${i}`,
      'RUN apk add --no-cache make',
      ...(i > 0 ? [`COPY --from=s${i - 1} /out /in${i}`] : []),
      '',
    ].join('\n'),
  ).join('');

function growth(name: string, make: (times: number) => string, work: (text: string) => unknown): string {
  // Warm, so that the smallest does not pay for compiling the rest.
  best(() => void work(make(2)), 10);
  const times = [1, 2, 4, 8].map((factor) => {
    let round = 0;
    return best(() => void work(`${make(factor)}# ${(round += 1)}\n`), 10);
  });
  const [one = 1] = times;
  const shown = times.map((time, index) => `${2 ** index}× ${time.toFixed(1)} ms (${(time / one).toFixed(1)})`);
  return `growth in ${name}: ${shown.join(' · ')}`;
}

/** Lines to print: cost per Dockerfile with its ratio to a bare parse, then growth over 100 to 800 lines and 25 to 200 stages. */
export async function analysisBench(): Promise<string[]> {
  const cases = readdirSync(folder).flatMap((file) => readCases(new URL(file, folder).pathname));
  const catalogue = await fullCatalogue(cases);
  const bare = perCase(cases, (text) => DockerfileParser.parse(text).getInstructions());
  const checked = perCase(cases, (text, options) => check(model(parse(text), options), null, options));
  const whole = perCase(cases, (text, options) => analyse(text, options, catalogue));
  const line = (name: string, time: number): string =>
    `${name.padEnd(36)} ${time.toFixed(3)} ms a Dockerfile, ${(time / bare).toFixed(1)}× (a)`;
  const study = (text: string): unknown => analyse(text, {}, catalogue);
  return [
    `analysis of ${cases.length} conformance cases, best of ${ROUNDS} rounds`,
    line('(a) dockerfile-ast, bare parse', bare),
    line('(b) parse, model and checks', checked),
    line('(c) whole analysis', whole),
    growth('lines', manyLines, study),
    growth('stages', manyStages, study),
    growth('lines, (b) only', manyLines, (text) => check(model(parse(text), {}), null, {})),
    growth('stages, (b) only', manyStages, (text) => check(model(parse(text), {}), null, {})),
  ];
}
