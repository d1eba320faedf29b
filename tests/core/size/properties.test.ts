import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import type { Estimate, Range, SizeReport } from '../../../src/core';
import { depth } from '../../../src/core/depth';
import { measure } from '../../../src/core/size/measure';
import { catalogueWith } from '../../catalogue/reading';
import { buildOf, copyOf, run, workdir, type StageSketch, type StepSketch } from './builds';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith('apt-bookworm');
});
const sizes = (stages: readonly StageSketch[]): SizeReport => measure(buildOf(stages), catalogue, {}, depth.size);

fc.configureGlobal({ numRuns: Number(process.env['FC_RUNS'] ?? 100) });

const SCRIPTS = [
  'apt-get update && apt-get install -y --no-install-recommends curl git',
  'apt-get install -y gcc && apt-get purge -y --auto-remove gcc',
  'rm -rf /var/lib/apt/lists/* /app/dist',
  'chown -R node:node /app',
  'npm ci && npm run build && rm -rf node_modules',
  'go build -o /out/app ./cmd/app',
  'pip install -r requirements.txt',
  'cargo build --release; cp target/release/x /usr/bin/',
  'mv /app/dist /srv && chmod +x /srv/x',
  'curl -fsSL https://example.org/x.tar.gz | tar xz -C /opt',
  './frobnicate "$(date)"',
  'for x in a b; do mkdir -p $x; echo hi > $x/f; done',
  'useradd app; (cd /tmp && touch a) || exit 1',
  'sed -i s/a/b/ /etc/x && ldconfig',
  'curl -fsSL https://get.helm.sh/helm-v3-linux-amd64.tar.gz | tar xz && mv linux-amd64/helm /usr/bin/ && rm -rf linux-amd64',
  'git clone https://example.org/x.git /opt/x && rm -rf /opt/x/.git',
  'npm prune --omit=dev && rm -rf /app/node_modules',
  'curl -fsSL https://github.com/adoptium/temurin21-binaries/jdk.tar.gz | tar xz -C /opt; rm /opt/lib/src.zip; java -Xshare:dump',
  'truncate -s 1G /srv/x; install -d /data /data/x; ln -s /data /d',
] as const;
const PATHS = ['/app', '/app/dist', '/out/app', '/usr/bin/*', '/', '/srv/', '/opt/x'] as const;

const step = (stage: number): fc.Arbitrary<StepSketch> =>
  fc.oneof(
    fc.constantFrom(...SCRIPTS).map((script) => run(script, { workdir: '/app' })),
    fc.constantFrom('.', 'package.json', 'src/', '*.go').map((source) => copyOf(null, [source], '/app/')),
    fc.constantFrom('/app', '/srv').map(workdir),
    ...(stage > 0
      ? [
          fc
            .tuple(fc.nat(stage - 1), fc.constantFrom(...PATHS), fc.constantFrom(...PATHS))
            .map(([from, source, dest]) => copyOf(from, [source], dest)),
        ]
      : []),
  );

const stage = (index: number): fc.Arbitrary<StageSketch> =>
  fc.record({
    from: fc.oneof(
      fc.constantFrom('debian:12-slim', 'scratch', 'node:22', 'example.org/unknown:1'),
      ...(index > 0 ? [fc.nat(index - 1)] : []),
    ),
    steps: fc.array(step(index), { maxLength: 6 }),
  });

const stages = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => stage(at))));

const ordered = ({ low, likely, high }: Range): boolean =>
  low >= 0 && low <= likely && likely <= high && Number.isFinite(high);
const fine = (estimate: Estimate): boolean =>
  estimate.kind === 'unknown' || (ordered(estimate.disk) && ordered(estimate.pull));

test('low <= likely <= high everywhere', () => {
  fc.assert(
    fc.property(stages, (sketch) => {
      const report = sizes(sketch);
      for (const one of Object.values(report.steps)) {
        expect(fine(one.added)).toBe(true);
        for (const part of one.parts) expect(fine(part.size)).toBe(true);
      }
      for (const one of report.stages)
        for (const total of [one.total, one.added, one.carriedOut, one.leftBehind])
          expect(ordered(total.disk) && ordered(total.pull)).toBe(true);
      for (const total of [report.image, report.leftBehind, report.singleStage])
        expect(ordered(total.disk) && ordered(total.pull)).toBe(true);
    }),
  );
});

test('the ledger balances to the byte', () => {
  fc.assert(
    fc.property(stages, (sketch) => {
      const report = sizes(sketch);
      for (const [at, one] of report.stages.entries()) {
        const steps = Object.values(report.steps).filter((each) => each.step.startsWith(`step:${String(at)}.`));
        expect(one.added.unknown).toBe(steps.reduce((all, each) => all + each.unknown, 0));
        for (const side of ['disk', 'pull'] as const) {
          const base = one.base.size.kind === 'known' ? one.base.size[side].likely : 0;
          expect(one.total[side].likely).toBe(base + one.added[side].likely);
          const sum = steps.reduce((all, each) => all + (each.added.kind === 'known' ? each.added[side].likely : 0), 0);
          expect(one.added[side].likely).toBe(sum);
          if (one.fate === 'left-behind')
            expect(one.leftBehind[side].likely + one.carriedOut[side].likely).toBe(one.total[side].likely);
        }
      }
      const layers = report.layers.reduce(
        (all, layer) => all + (layer.size.kind === 'known' ? layer.size.disk.likely : 0),
        0,
      );
      if (report.layers.every((layer) => layer.image === null)) expect(layers).toBe(report.image.disk.likely);
    }),
  );
});

test('adding an instruction never lowers the size on disk', () => {
  fc.assert(
    fc.property(stages, step(0), (sketch, more) => {
      const last = sketch.at(-1);
      if (!last) return;
      const longer = [...sketch.slice(0, -1), { ...last, steps: [...last.steps, more] }];
      expect(sizes(longer).image.disk.likely).toBeGreaterThanOrEqual(sizes(sketch).image.disk.likely);
    }),
  );
});

test('reordering independent stages changes nothing', () => {
  fc.assert(
    fc.property(stage(0), stage(0), (one, other) => {
      const last = (a: number, b: number): StageSketch => ({
        from: 'debian:12-slim',
        steps: [copyOf(a, ['/app'], '/a/'), copyOf(b, ['/out/app'], '/b')],
      });
      const forth = sizes([one, other, last(0, 1)]);
      const back = sizes([other, one, last(1, 0)]);
      expect(back.image).toEqual(forth.image);
      for (const [here, there] of [
        [0, 1],
        [1, 0],
      ] as const) {
        expect(back.stages[here]?.total).toEqual(forth.stages[there]?.total);
        const added = (report: SizeReport, at: number): Estimate[] =>
          Object.values(report.steps).flatMap((each) =>
            each.step.startsWith(`step:${String(at)}.`) ? [each.added] : [],
          );
        expect(added(back, here)).toEqual(added(forth, there));
      }
      expect(back.leftBehind.disk.likely).toBe(forth.leftBehind.disk.likely);
    }),
  );
});

test('scripts of any text are sized without a throw', () => {
  const word = fc.constantFrom(
    'apt-get',
    'install',
    '-y',
    'rm',
    '-rf',
    '/',
    '*',
    '|',
    '&&',
    ';',
    '(',
    ')',
    '$X',
    '"',
    "'",
    'tar',
    'xz',
    'go',
    'build',
    '-o',
    'if',
    'then',
    'fi',
    'for',
    'cp',
    'mv',
    '>',
    '<<E',
    '{a,b}',
    'npm',
    'ci',
    'sh',
    '-c',
    'cmake',
    '--build',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      const report = sizes([{ from: 'debian:12-slim', steps: [run(words.join(' '))] }]);
      expect(fine(report.steps['step:0.0']?.added as Estimate)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
