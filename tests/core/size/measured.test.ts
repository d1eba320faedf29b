import { describe, expect, test } from 'vitest';
import type { AnalyseOptions, Catalogue, Estimate } from '../../../src/core';
import { depth } from '../../../src/core/depth';
import { measure } from '../../../src/core/size/measure';
import { recognise } from '../../../src/core/size/measured/match';
import { estimate } from '../../../src/core/size/entry';
import { exactly } from '../../../src/core/size/range';
import { buildOf, copyOf, run, workdir } from './builds';

const known = (bytes: number): Estimate =>
  estimate({ disk: exactly(bytes), pull: exactly(bytes / 2) }, { certainty: 'exact', reason: 'A test.' });
const catalogue: Catalogue = {
  image: () => ({ size: known(100e6), distro: null, layers: [], packageSet: null, slim: false, wants: [] }),
  packages: () => null,
  npm: () => null,
};

const build = buildOf([
  { name: 'builder', from: 'golang:1.25', steps: [workdir('/src'), run('go build -o /src/app')] },
  {
    from: 'debian:12-slim',
    steps: [run('apt-get update && apt-get install -y curl'), workdir('/app'), copyOf(0, ['/src/app'], '/app/')],
  },
]);
const sizes = (...measured: string[]) => measure(build, catalogue, { measured } satisfies AnalyseOptions, depth.run);
const disk = (size: Estimate | undefined) => (size?.kind === 'known' ? [size.certainty, size.disk.likely] : size);

const HISTORY = `IMAGE          CREATED         CREATED BY                                      SIZE      COMMENT
3f4c1a2b9d0e   2 minutes ago   COPY /src/app /app/ # buildkit                  7.42MB    buildkit.dockerfile.v0
<missing>      2 minutes ago   WORKDIR /app                                    0B        buildkit.dockerfile.v0
<missing>      2 minutes ago   RUN /bin/sh -c apt-get update && apt-get ins…   34.3MB    buildkit.dockerfile.v0
<missing>      3 weeks ago     # debian.sh --arch 'amd64' out/ 'bookworm' '…   74.8MB    debuerreotype 0.16
`;
const JSON_HISTORY = [
  { CreatedBy: 'COPY /src/app /app/ # buildkit', Size: '7.42MB' },
  { CreatedBy: 'WORKDIR /app', Size: '0B' },
  { CreatedBy: 'RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit', Size: '34.3MB' },
  { CreatedBy: "# debian.sh --arch 'amd64' out/ 'bookworm'", Size: '74.8MB' },
]
  .map((row) => JSON.stringify(row))
  .join('\n');
const DIVE = JSON.stringify({
  layer: [
    { index: 0, sizeBytes: 74_800_000, command: "# debian.sh --arch 'amd64'" },
    { index: 1, sizeBytes: 34_300_000, command: 'RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit' },
    { index: 2, sizeBytes: 0, command: 'WORKDIR /app' },
    { index: 3, sizeBytes: 7_420_000, command: 'COPY /src/app /app/ # buildkit' },
  ],
  image: { sizeBytes: 116_520_000, efficiencyScore: 0.98 },
});

describe('lists of layers', () => {
  test.each([
    ['docker history', HISTORY],
    ['docker history, spaces squeezed by a chat', HISTORY.replace(/ {2,}(?=\S)/g, '  ')],
    ['docker history --format json', JSON_HISTORY],
    ['dive', DIVE],
  ])('%s', (_, text) => {
    const report = sizes(text);
    expect(disk(report.steps['step:1.0']?.added)).toEqual(['measured', 34_300_000]);
    expect(disk(report.steps['step:1.2']?.added)).toEqual(['measured', 7_420_000]);
    expect(disk(report.stages[1]?.base.size)).toEqual(['measured', 74_800_000]);
    expect(report.image.disk.likely).toBe(116_520_000);
    expect(report.measured[0]).toMatch(/: 3 instructions measured\.$/);
    // Our own figure stays beside it, so that its error can be shown.
    expect(report.steps['step:1.2']?.estimated).toMatchObject({ kind: 'known', certainty: 'assumed' });
  });

  test('docker buildx imagetools inspect --raw gives compressed bytes, newest layers last', () => {
    const text = JSON.stringify({
      schemaVersion: 2,
      config: { size: 3000 },
      layers: [{ size: 28_000_000 }, { size: 12_000_000 }, { size: 93 }, { size: 3_100_000 }],
    });
    const report = sizes(text);
    expect(report.image.pull.likely).toBe(43_100_093);
    expect(report.steps['step:1.2']?.added).toMatchObject({ pull: { likely: 3_100_000 } });
  });
});

describe('whole images', () => {
  const INSPECT = JSON.stringify([
    { Id: 'sha256:1', RepoTags: ['debian:12-slim'], Size: 74_793_000, RootFS: { Layers: ['sha256:2'] } },
  ]);
  const LS =
    'REPOSITORY   TAG       IMAGE ID       CREATED       SIZE\ndebian       12-slim   1a2b3c4d5e6f   3 weeks ago   74.8MB\n';
  const MANIFEST = JSON.stringify({
    Ref: 'docker.io/library/debian:12-slim',
    Descriptor: { platform: { architecture: 'amd64', os: 'linux' } },
    SchemaV2Manifest: { config: { size: 1 }, layers: [{ size: 28_232_643 }] },
  });

  test.each([
    ['docker image inspect', INSPECT, 'disk', 74_793_000],
    ['docker image ls', LS, 'disk', 74_800_000],
    ['docker image ls --format json', '{"Repository":"debian","Tag":"12-slim","Size":"74.8MB"}', 'disk', 74_800_000],
    ['docker manifest inspect -v', MANIFEST, 'pull', 28_232_643],
  ] as const)('%s sets the base', (_, text, side, bytes) => {
    const { size } = sizes(text).stages[1]?.base ?? {};
    expect(size).toMatchObject({ certainty: 'measured', [side]: { low: bytes, likely: bytes, high: bytes } });
  });
});

test.each(['', 'hello', '{', '[1,2]', '{"layers":[]}', 'IMAGE CREATED BY SIZE', 'null', '{"layers":"x"}'])(
  '%j measures nothing',
  (text) => {
    expect(recognise(text)).toBeNull();
  },
);

test('a text of another image is said to be one', () => {
  expect(sizes('[{"RepoTags":["redis:7"],"Size":1}]').measured).toEqual([
    'docker image inspect: none of these images is a base of this Dockerfile.',
  ]);
});
