import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import { depth } from '../../../src/core/depth';
import { measure } from '../../../src/core/size/measure';
import type { Estimate, SizeReport } from '../../../src/core';
import { catalogueWith } from '../../catalogue/reading';
import { buildOf, cacheMount, copyOf, run, workdir, type StageSketch } from './builds';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith('images-more', 'apt-bullseye', 'apt-bookworm', 'apt-trixie', 'layers');
});

const sizes = (stages: readonly StageSketch[], options = {}): SizeReport =>
  measure(buildOf(stages), catalogue, options, depth.size);
const disk = (estimate: Estimate | undefined): number => (estimate?.kind === 'known' ? estimate.disk.likely : NaN);
const added = (stage: StageSketch, step = 0, options = {}): number =>
  disk(sizes([stage], options).steps[`step:0.${step}`]?.added);
const MB = 1e6;

describe('the calculator of every tutorial', () => {
  const calculator: StageSketch[] = [
    {
      name: 'builder',
      from: 'ubuntu:latest',
      steps: [
        'apt-get update && apt-get install -y golang-go',
        workdir('/app'),
        copyOf(null, ['calculator.go'], '/app/'),
        run('go build -o calculator'),
      ],
    },
    { from: 'scratch', steps: [workdir('/app'), copyOf(0, ['/app/calculator'], '/app/')] },
  ];

  test('two megabytes are shipped, hundreds are left behind', () => {
    const report = sizes(calculator);
    expect(report.image.disk.likely / MB).toBeCloseTo(2.2, 1);
    expect(report.singleStage.disk.likely / MB).toBeGreaterThan(750);
    expect(report.singleStage.disk.likely / MB).toBeLessThan(950);
    expect(report.singleStage.disk.likely / report.image.disk.likely).toBeGreaterThan(300);
    expect(report.payloads['link:1.1.0']?.paths).toMatchObject([
      { source: '/app/calculator', dest: '/app/calculator', madeBy: 'step:0.3', found: 'made' },
    ]);
  });

  test.each(['22.04', '24.04', '26.04'])(
    'on Ubuntu %s a single stage is in the order of 0.85 GB, and it is said why',
    (tag) => {
      const { singleStage, steps } = sizes([{ ...calculator[0], from: `ubuntu:${tag}` } as StageSketch]);
      expect(Math.abs(singleStage.disk.likely / 850e6 - 1)).toBeLessThan(0.1);
      expect(steps['step:0.0']?.added.reason).toContain(`nearest known to Ubuntu ${tag}`);
    },
  );

  test('the ledger balances to the byte', () => {
    const { stages, leftBehind, steps } = sizes(calculator);
    for (const stage of stages) {
      const base = disk(stage.base.size);
      expect(stage.total.disk.likely).toBe(base + stage.added.disk.likely);
      if (stage.fate === 'left-behind')
        expect(stage.leftBehind.disk.likely + stage.carriedOut.disk.likely).toBe(stage.total.disk.likely);
    }
    expect(leftBehind.disk.likely).toBe(stages[0]?.leftBehind.disk.likely);
    expect(steps['step:1.1']?.after.disk.likely).toBe(stages[1]?.total.disk.likely);
  });
});

describe('layers keep what later ones delete', () => {
  test('rm frees bytes in its own step only', () => {
    const kept: StageSketch = { from: 'debian:12-slim', steps: ['apt-get update', 'rm -rf /var/lib/apt/lists/*'] };
    const freed: StageSketch = { from: 'debian:12-slim', steps: ['apt-get update && rm -rf /var/lib/apt/lists/*'] };
    expect(added(kept, 0)).toBeGreaterThan(15 * MB);
    expect(added(kept, 1)).toBe(0);
    expect(added(freed)).toBe(0);
  });

  test('build packages removed in the same step leave a trace only', () => {
    const script =
      'apt-get update && apt-get install -y gcc && apt-get purge -y --auto-remove gcc && rm -rf /var/lib/apt/lists/*';
    expect(added({ from: 'debian:12-slim', steps: [script] })).toBeLessThan(3 * MB);
  });

  test('chown -R of an earlier COPY stores it again', () => {
    const stage: StageSketch = { from: 'debian:12-slim', steps: [copyOf(null, ['.'], '/app/'), 'chown -R node /app'] };
    expect(added(stage, 1)).toBe(added(stage, 0));
  });

  test('a cache mount keeps bytes out of the layer and readable in the step', () => {
    const script = 'cargo build --release && cp target/release/server /usr/local/bin/server';
    const mounted: StageSketch = {
      from: 'rust:1',
      steps: [workdir('/src'), run(script, { mounts: [cacheMount('/src/target'), cacheMount('/root/.cargo')] })],
    };
    expect(added(mounted, 1)).toBeGreaterThan(MB);
    expect(added(mounted, 1)).toBeLessThan(20 * MB);
  });
});

describe('the person’s own truth', () => {
  const stages = (comments: string[]): StageSketch[] => [
    { name: 'a', from: 'golang:1.25', steps: [workdir('/x'), run('go build -o /x/app', { comments })] },
    { from: 'scratch', steps: [copyOf(0, ['/x/app'], '/')] },
  ];

  test.each(['step:0.1'])('set for %s it carries on through COPY --from', (id) => {
    const report = sizes(
      [
        { name: 'a', from: 'scratch', steps: [workdir('/x'), run('gcc -o /x/app a.c')] },
        { from: 'scratch', steps: [copyOf(0, ['/x/app'], '/')] },
      ],
      { sizes: { [id]: '12MB' } },
    );
    expect(report.image.disk).toEqual({ low: 12 * MB, likely: 12 * MB, high: 12 * MB });
    expect(report.steps['step:0.1']?.estimated?.kind).toBe('known');
  });

  test('a comment does the same', () => {
    const report = sizes(stages(['size: 450KiB']));
    expect(disk(report.steps['step:0.1']?.added)).toBe(460_800);
  });
});

test('what nobody knows is counted as unknown, never as nothing', () => {
  const report = sizes([{ from: 'scratch', steps: ['./frobnicate --all', copyOf(null, ['x'], '/x')] }]);
  expect(report.steps['step:0.0']?.added.kind).toBe('unknown');
  expect(report.image.unknown).toBe(1);
});

test('a path nothing can have made is said', () => {
  const report = sizes([
    { name: 'builder', from: 'scratch', steps: [workdir('/app'), './build.sh'] },
    { from: 'scratch', steps: [copyOf(0, ['/app/dist'], '/dist')] },
  ]);
  const [path] = report.payloads['link:1.0.0']?.paths ?? [];
  expect(path).toMatchObject({ found: 'maybe', madeBy: 'step:0.1' });
  expect(path?.size.reason).toBe('Nothing in `builder` is known to write /app/dist; `./build.sh` may.');
});
