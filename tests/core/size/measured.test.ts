import { describe, expect, test } from 'vitest';
import { analyse, recognise } from '../../../src/core';
import type { Catalogue, Estimate, GivenMeasurement } from '../../../src/core';
import { depth } from '../../../src/core/depth';
import { measure } from '../../../src/core/size/measure';
import { estimate } from '../../../src/core/size/entry';
import { exactly } from '../../../src/core/size/range';
import { buildOf, copyOf, run, workdir } from './builds';
import * as outputs from './outputs';

const known = (bytes: number): Estimate =>
  estimate({ disk: exactly(bytes), pull: exactly(bytes / 2) }, { certainty: 'exact', reason: 'A test.' });
const catalogue: Catalogue = {
  image: () => ({
    size: known(100e6),
    distro: null,
    layers: [known(100e6)],
    packageSet: null,
    slim: false,
    wants: [],
  }),
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

function read(text: string, of?: GivenMeasurement['of']): GivenMeasurement {
  const measurement = recognise(text);
  if (!measurement) throw new Error(`not recognised: ${text.slice(0, 80)}`);
  return of === undefined ? measurement : { ...measurement, of };
}
const sizes = (...measured: GivenMeasurement[]) => measure(build, catalogue, { measured }, depth.size);
const disk = (size: Estimate | undefined) => (size?.kind === 'known' ? [size.certainty, size.disk.likely] : size);

describe('lists of layers', () => {
  test.each([
    ['docker history', outputs.HISTORY],
    ['docker history, spaces squeezed by a chat', outputs.HISTORY.replace(/ {2,}(?=\S)/g, '  ')],
    ['docker history, no-break spaces of a web page', outputs.HISTORY.replaceAll(' ', '\u00a0')],
    [
      'docker history behind a prompt and with Windows line ends',
      `$ docker history app\r\n${outputs.HISTORY.replaceAll('\n', '\r\n')}`,
    ],
    ['docker history --no-trunc', outputs.HISTORY_NO_TRUNC],
    ['docker history --no-trunc, a script of two lines', outputs.HISTORY_OF_HEREDOC],
    ['docker history of the classic builder', outputs.HISTORY_CLASSIC],
    ['docker history --format json', outputs.HISTORY_JSON],
    ['docker history --format json, put into a list', `[${outputs.HISTORY_JSON.split('\n').join(',')}]`],
    ['podman history --format json', outputs.PODMAN_JSON],
    ['dive', outputs.DIVE],
  ])('%s', (_, text) => {
    const report = sizes(read(text));
    expect(disk(report.steps['step:1.0']?.added)).toEqual(['measured', 34_300_000]);
    expect(disk(report.steps['step:1.2']?.added)).toEqual(['measured', 7_420_000]);
    expect(disk(report.stages[1]?.base.size)).toEqual(['measured', 74_800_000]);
    expect(report.image.disk.likely).toBe(116_520_000);
    expect(report.readings[0]).toMatchObject({
      note: '3 instructions and the base image measured.',
      of: 'result',
      missing: [],
      unused: [],
      whole: { disk: 116_520_000, pull: null },
    });
    // What is carried weighs what the layer does.
    expect(Object.values(report.payloads)[0]?.total.disk.likely).toBe(7_420_000);
    // Our own figures stay beside them, so that their errors can be shown.
    expect(report.steps['step:1.2']?.estimated).toMatchObject({ kind: 'known', certainty: 'assumed' });
    expect(Object.values(report.estimates)).toEqual([known(100e6)]);
  });

  test('an instruction that was changed since is estimated again, and what it was is shown as not used', () => {
    const changed = buildOf([
      { name: 'builder', from: 'golang:1.25', steps: [run('go build -o /src/app')] },
      {
        from: 'debian:12-slim',
        steps: [
          run('apt-get update && apt-get install -y curl git'),
          workdir('/app'),
          copyOf(0, ['/src/app'], '/app/'),
        ],
      },
    ]);
    const report = measure(changed, catalogue, { measured: [read(outputs.HISTORY_NO_TRUNC)] }, depth.size);
    expect(disk(report.steps['step:1.2']?.added)).toEqual(['measured', 7_420_000]);
    expect(report.steps['step:1.0']?.estimated).toBeNull();
    expect(report.readings[0]).toMatchObject({ missing: ['step:1.0'], whole: null });
    expect(report.readings[0]?.unused.map((row) => row.disk)).toEqual([74_800_000, 34_300_000]);
    // The rows below could be the old instruction's, so the base keeps its estimate.
    expect(disk(report.stages[1]?.base.size)).toEqual(['exact', 100e6]);
  });

  test('a row that no instruction made does not throw off those around it', () => {
    const text = outputs.HISTORY_JSON.replace(
      '{"Comment":"buildkit.dockerfile.v0","CreatedBy":"WORKDIR /app"',
      '{"CreatedBy":"RUN /bin/sh -c touch /later","Size":"1.1MB"}\n$&',
    );
    const report = sizes(read(text));
    expect(disk(report.steps['step:1.0']?.added)).toEqual(['measured', 34_300_000]);
    expect(report.readings[0]?.unused).toEqual([{ by: 'RUN /bin/sh -c touch /later', disk: 1_100_000, pull: null }]);
  });

  test('docker buildx imagetools inspect --raw gives compressed bytes, newest layers last', () => {
    const report = sizes(read(outputs.RAW));
    expect(report.image.pull.likely).toBe(43_100_093);
    expect(report.steps['step:1.2']?.added).toMatchObject({ pull: { likely: 3_100_000 } });
  });

  test('docker scout sbom names the instruction of every layer, packed', () => {
    const report = sizes(read(outputs.SCOUT));
    expect(report.readings[0]?.tool).toBe('docker scout sbom');
    expect(report.image.pull.likely).toBe(43_100_093);
    expect(report.steps['step:1.0']?.added).toMatchObject({ certainty: 'measured', pull: { likely: 12_000_000 } });
    expect(report.stages[1]?.base.size).toMatchObject({ certainty: 'measured', pull: { likely: 28_000_000 } });
  });

  test('as many nameless layers as the base has are the base’s', () => {
    const { readings, stages } = sizes(read(outputs.RAW_OF_BASE));
    expect(readings[0]?.note).toBe('Size of debian:12-slim.');
    expect(stages[1]?.base.size).toMatchObject({ certainty: 'measured', pull: { likely: 28_232_643 } });
  });
});

describe('whole images', () => {
  test.each([
    ['docker image inspect', outputs.INSPECT, 'disk', 74_793_000],
    ['docker image inspect, containerd image store', outputs.INSPECT_CONTAINERD, 'pull', 28_232_643],
    ['docker image ls', outputs.LS, 'disk', 74_800_000],
    ['docker image ls, containerd image store', outputs.LS_CONTAINERD, 'disk', 74_800_000],
    ['docker image ls, containerd image store', outputs.LS_CONTAINERD, 'pull', 28_200_000],
    ['docker image ls --format json', outputs.LS_JSON, 'disk', 74_800_000],
    ['docker manifest inspect -v', outputs.MANIFEST, 'pull', 28_232_643],
    ['docker manifest inspect -v, several platforms', outputs.MANIFESTS, 'pull', 28_232_643],
    ['skopeo inspect', outputs.SKOPEO, 'pull', 28_232_643],
    ['an exported list, disk', outputs.OWN_LIST, 'disk', 74_793_000],
    ['an exported list, pull', outputs.OWN_LIST, 'pull', 28_232_643],
  ] as const)('%s sets the base', (_, text, side, bytes) => {
    const { size } = sizes(read(text)).stages[1]?.base ?? {};
    expect(size).toMatchObject({ certainty: 'measured', [side]: { low: bytes, likely: bytes, high: bytes } });
  });

  test('what is packed and what is unpacked may come from two tools', () => {
    const { stages } = sizes(read(outputs.INSPECT), read(outputs.MANIFEST));
    expect(stages[1]?.base.size).toMatchObject({ disk: { likely: 74_793_000 }, pull: { likely: 28_232_643 } });
  });

  test('an exported list says who measured, and when', () => {
    expect(sizes(read(outputs.OWN_LIST)).stages[1]?.base.size).toMatchObject({
      reason: 'Measured by you: docker image inspect.',
      evidence: [{ source: 'docker image inspect', asOf: '2026-11-20' }],
    });
  });

  test('the build’s platform is the one that counts', () => {
    const arm = { ...build, platform: 'linux/arm64' };
    const report = measure(
      { ...arm, stages: arm.stages.map((stage) => ({ ...stage, runsOn: 'linux/arm64' })) },
      catalogue,
      { measured: [read(outputs.MANIFESTS)] },
      depth.size,
    );
    expect(report.stages[1]?.base.size).toMatchObject({ pull: { likely: 28_109_105 } });
  });

  test('the person says which base it is, or that it is the result', () => {
    const stranger = outputs.INSPECT.replace('debian:12-slim', 'me/base:1');
    expect(disk(sizes(read(stranger)).stages[1]?.base.size)).toEqual(['exact', 100e6]);
    const id = build.stages[1]?.base.kind === 'image' ? build.stages[1].base.id : undefined;
    const told = sizes(read(stranger, id));
    expect(disk(told.stages[1]?.base.size)).toEqual(['measured', 74_793_000]);
    expect(sizes(read(outputs.INSPECT, 'result')).readings[0]).toMatchObject({
      of: 'result',
      used: [],
      whole: { disk: 74_793_000, pull: null },
    });
  });
});

describe('what could not be placed is said', () => {
  test.each([
    ['an image that is no base', '[{"RepoTags":["redis:7"],"Size":1}]', /None of these images is a base/],
    [
      'layers of another image',
      outputs.HISTORY_JSON.replaceAll(/"CreatedBy":"/g, '$&RUN other '),
      /None of these layers/,
    ],
    [
      'another platform',
      outputs.MANIFESTS.replaceAll('"amd64"', '"s390x"'),
      /^It is of linux\/arm64\/v8, linux\/s390x; /,
    ],
    ['an index', outputs.RAW_INDEX, /index of 2 platforms, which holds no sizes\. .*inspect --raw NAME@sha256:6{64}$/],
  ])('%s', (_, text, note) => {
    const { readings, stages } = sizes(read(text));
    expect(readings[0]?.note).toMatch(note);
    expect(readings[0]?.of).toBeNull();
    expect(disk(stages[1]?.base.size)).toEqual(['exact', 100e6]);
  });
});

test.each([
  '',
  'hello',
  '{',
  '[1,2]',
  '{"layers":[]}',
  '{"layers":[{}]}',
  '{"manifests":[{}]}',
  '[{"RepoTags":null}]',
  'IMAGE CREATED BY SIZE',
  'REPOSITORY TAG\n   \n',
  'null',
  '{"layers":"x"}',
  '{"CreatedBy":1,"Size":[]}\n{"CreatedBy"',
  '{"name":"app","version":"1.0.0","dependencies":{"size":"1.0.0"}}',
  'FROM debian:12\nRUN echo CREATED BY SIZE\n',
])('%j measures nothing', (text) => {
  expect(recognise(text)).toBeNull();
});

test('rows are told apart as BuildKit prints what the model says it would', () => {
  const text = `FROM debian:12-slim
ARG VERSION=1
RUN curl -fsSL "https://example.com/$VERSION" \\
    -o /opt/tool && chmod +x /opt/tool
RUN curl -fsSL "https://example.com/$VERSION" \\
    -o /opt/tool2
RUN <<EOF
set -e
touch /a
EOF
CMD ["bash"]
`;
  const plain = analyse(text, {}, catalogue);
  const rows = plain.build.history.map(({ by }, at) => ({ CreatedBy: by, Size: `${String(at + 1)}MB` })).reverse();
  const base = [
    { CreatedBy: 'CMD ["bash"]', Size: '0B' },
    { CreatedBy: 'ADD rootfs / # buildkit', Size: '70MB' },
  ];
  const printed = [...rows, ...base].map((one) => JSON.stringify(one)).join('\n');
  const { size } = analyse(text, { measured: [read(printed)] }, catalogue);
  expect(['step:0.1', 'step:0.2', 'step:0.3'].map((id) => disk(size.steps[id as 'step:0.1']?.added))).toEqual([
    ['measured', 2e6],
    ['measured', 3e6],
    ['measured', 4e6],
  ]);
  expect(disk(size.stages[0]?.base.size)).toEqual(['measured', 70e6]);
});
