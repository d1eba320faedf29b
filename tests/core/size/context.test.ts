import { describe, expect, test } from 'vitest';
import type { Catalogue, ContextFile } from '../../../src/core';
import { depth } from '../../../src/core/depth';
import { measure } from '../../../src/core/size/measure';
import { buildOf, copyOf, run, workdir } from './builds';

const catalogue: Catalogue = {
  image: () => ({
    size: { kind: 'unknown', reason: 'A test.', fallback: null },
    distro: null,
    layers: [],
    packageSet: null,
    slim: false,
    wants: [],
  }),
  packages: () => null,
  npm: () => null,
};
const context: ContextFile[] = [
  { path: 'package.json', size: 100 },
  { path: 'src/index.ts', size: 2000 },
  { path: 'src/deep/more.ts', size: 30_000 },
  { path: 'public/logo.png', size: 400_000 },
];

describe('with a listing of the context COPY is exact', () => {
  test.each<[readonly string[], string, readonly string[], number]>([
    [['.'], '/app/', [], 432_100],
    [['src/'], '/app/', [], 32_000],
    [['package.json', 'src/index.ts'], '/app/', [], 2_100],
    [['*.json'], '/app/', [], 100],
    [['.'], '/app/', ['public', '**/*.ts'], 100],
  ])('COPY %j %s without %j', (sources, dest, exclude, bytes) => {
    const build = buildOf([{ from: 'scratch', steps: [copyOf(null, sources, dest, { exclude })] }]);
    expect(measure(build, catalogue, { context }, depth.size).image.disk).toEqual({
      low: bytes,
      likely: bytes,
      high: bytes,
    });
  });

  test('and so is what a later stage takes of it', () => {
    const build = buildOf([
      { name: 'a', from: 'scratch', steps: [copyOf(null, ['.'], '/app/')] },
      { from: 'scratch', steps: [copyOf(0, ['/app/src/deep'], '/deep')] },
    ]);
    expect(measure(build, catalogue, { context }, depth.size).image.disk.likely).toBe(30_000);
  });

  test('a source that matches nothing is said', () => {
    const build = buildOf([{ from: 'scratch', steps: [copyOf(null, ['missing/'], '/x/')] }]);
    expect(measure(build, catalogue, { context }, depth.size).steps['step:0.0']?.added).toMatchObject({
      kind: 'unknown',
      reason: 'Nothing in the folder you dropped matches missing/.',
    });
  });
});

test.each<[string, string, string]>([
  ['go build', 'go build -o /out/server ./cmd/server', '/out/server'],
  ['cargo', 'cargo build --release', '/src/target/release/server'],
  ['npm', 'npm ci && npm run build', '/src/dist'],
  ['maven', 'mvn -B package', '/src/target/*.jar'],
  ['gradle', './gradlew bootJar', '/src/build/libs/*.jar'],
  ['dotnet', 'dotnet publish -c Release -o /publish', '/publish'],
  ['pip into a venv', 'python -m venv /venv && /venv/bin/pip install -r requirements.txt', '/venv'],
  ['make install', './configure --prefix=/opt/x && make && make install', '/opt/x/bin'],
  ['gcc', 'gcc -static -o hello hello.c', '/src/hello'],
  ['a download', 'curl -fsSL https://example.org/tool.tar.gz | tar xz -C /opt', '/opt/tool'],
  ['a copy of a copy', 'go build -o /tmp/a . && mv /tmp/a /usr/bin/a', '/usr/bin/a'],
])('what %s makes is found by COPY --from', (_, script, path) => {
  const build = buildOf([
    { name: 'builder', from: 'scratch', steps: [workdir('/src'), run(script)] },
    { from: 'scratch', steps: [copyOf(0, [path], '/x/')] },
  ]);
  const report = measure(build, catalogue, {}, depth.size);
  expect(report.payloads['link:1.0.0']?.paths).toMatchObject([{ found: 'made', madeBy: 'step:0.1' }]);
  expect(report.image.disk.likely).toBeGreaterThan(1000);
  expect(report.image.unknown).toBe(0);
});
