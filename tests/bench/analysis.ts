// What an analysis costs: over all conformance cases against a bare parse by dockerfile-ast, and as a file grows in lines and stages.
// All ways take turns at each text, so that a busy machine holds up all of them alike, and no text is seen twice: a comment at
// its end makes each new, so that nothing remembered of the same file answers. The whole analysis is the one of the app's
// worker, which keeps the order of the last graphs (`layouter`); explanations and outlines are made when asked for.

import { readdirSync, readFileSync } from 'node:fs';
import { DockerfileParser } from 'dockerfile-ast';
import { loadCatalogue } from '../../src/catalogue/catalogue';
import { settled } from '../../src/catalogue/load';
import { analyse, check, layouter, model, parse, type AnalyseOptions, type Catalogue } from '../../src/core';
import { readCases, type Case } from '../conformance/case';

const ROUNDS = 40;
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
    await settled(catalogue, () => analyse(one.dockerfile, optionsOf(one), catalogue), fromDisk);
  }
  return catalogue;
}

type Way = (text: string, options: AnalyseOptions) => unknown;

/** For each way the milliseconds a Dockerfile takes it at best, and how many times the first way's that is as a rule. */
function perCase(cases: readonly Case[], ways: readonly Way[]): { readonly time: number; readonly times: number }[] {
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const spent = ways.map(() => 0);
    for (const one of cases) {
      // Through bytes: a text put together is laid out in memory only when it is first read.
      const text = Buffer.from(`${one.dockerfile}\n# ${round}\n`).toString();
      const options = optionsOf(one);
      for (let turn = 0; turn < ways.length; turn++) {
        // Who comes first finds the processor's caches filled with other things: that must not always be the same.
        const nth = (turn + round) % ways.length;
        const start = performance.now();
        ways[nth]?.(text, options);
        spent[nth] = (spent[nth] ?? 0) + performance.now() - start;
      }
    }
    rounds.push(spent);
  }
  // The first rounds are slow because nothing is compiled yet.
  const warm = rounds.slice(Math.floor(ROUNDS / 4));
  return ways.map((_, nth) => {
    const times = warm.map((spent) => (spent[nth] ?? 0) / (spent[0] ?? 1)).sort((a, b) => a - b);
    return {
      time: Math.min(...warm.map((spent) => spent[nth] ?? 0)) / cases.length,
      times: times[Math.floor(times.length / 2)] ?? NaN,
    };
  });
}

/** A parse that is made use of: keywords, places and arguments, which the library reads only when asked. */
function bareParse(text: string): number {
  let letters = 0;
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    letters += instruction.getKeyword().length + instruction.getRange().end.line;
    for (const argument of instruction.getArguments()) letters += argument.getValue().length;
  }
  return letters;
}

/** What each line says does not grow with the lines above it: neither the values nor the working folder. */
const manyLines = (times: number): string =>
  `FROM debian:12-slim AS base\n${Array.from({ length: 25 * times }, (_, i) => `ENV V${i}=$V${i - 1}\nRUN echo ${i} > /tmp/f${i} && rm /tmp/f${i - 1}\nCOPY src/f${i}.c lib${i} /w/${i}/\nWORKDIR /w/d${i % 7}\n`).join('')}`;

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
  const keep = layouter();
  const ways: readonly (readonly [string, Way])[] = [
    ['(a) dockerfile-ast, bare parse', (text) => DockerfileParser.parse(text).getInstructions()],
    ['    the same, arguments read', bareParse],
    ['(b) parse, model and checks', (text, options) => check(model(parse(text), options), null, options)],
    ['(c) whole analysis', (text, options) => analyse(text, options, catalogue, keep)],
  ];
  const costs = perCase(
    cases,
    ways.map(([, way]) => way),
  );
  const study = (text: string): unknown => analyse(text, {}, catalogue);
  return [
    `analysis of ${cases.length} conformance cases, each text new; best and median of ${ROUNDS} rounds`,
    ...ways.map(([name], nth) => {
      const { time, times } = costs[nth] ?? { time: NaN, times: NaN };
      return `${name.padEnd(32)} ${time.toFixed(3)} ms a Dockerfile, ${times.toFixed(1)}× (a)`;
    }),
    growth('lines', manyLines, study),
    growth('stages', manyStages, study),
    growth('lines, (b) only', manyLines, (text) => check(model(parse(text), {}), null, {})),
    growth('stages, (b) only', manyStages, (text) => check(model(parse(text), {}), null, {})),
  ];
}
