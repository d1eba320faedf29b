// Outputs as the tools print them, of one small image: a Go program on debian:12-slim.

const row = (by: string, size: string, id = '<missing>', comment = 'buildkit.dockerfile.v0'): string =>
  `${id.padEnd(15)}${'2 minutes ago'.padEnd(16)}${by.padEnd(48)}${size.padEnd(10)}${comment}`;

const HEADER = row('CREATED BY', 'SIZE', 'IMAGE', 'COMMENT').replace('2 minutes ago  ', 'CREATED        ');

export const HISTORY = [
  HEADER,
  row('COPY /src/app /app/ # buildkit', '7.42MB', '3f4c1a2b9d0e'),
  row('WORKDIR /app', '0B'),
  row('RUN /bin/sh -c apt-get update && apt-get ins…', '34.3MB'),
  row("# debian.sh --arch 'amd64' out/ 'bookworm' '…", '74.8MB', '<missing>', 'debuerreotype 0.16'),
  '',
].join('\n');

const wide = (by: string, size: string, id: string): string =>
  `${id.padEnd(75)}${'2 minutes ago'.padEnd(16)}${by.padEnd(90)}${size.padEnd(10)}buildkit.dockerfile.v0`;

export const HISTORY_NO_TRUNC = [
  wide('CREATED BY', 'SIZE', 'IMAGE')
    .replace('2 minutes ago  ', 'CREATED        ')
    .replace('buildkit.dockerfile.v0', 'COMMENT'),
  wide('COPY /src/app /app/ # buildkit', '7.42MB', `sha256:${'3f4c1a2b9d0e5b77'.repeat(4)}`),
  wide('WORKDIR /app', '0B', '<missing>'),
  wide('RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit', '34.3MB', '<missing>'),
  wide("# debian.sh --arch 'amd64' out/ 'bookworm' '@1700000000'", '74.8MB', '<missing>'),
].join('\n');

/** A heredoc's lines break its row. */
export const HISTORY_OF_HEREDOC = [
  wide('CREATED BY', 'SIZE', 'IMAGE')
    .replace('2 minutes ago  ', 'CREATED        ')
    .replace('buildkit.dockerfile.v0', 'COMMENT'),
  wide('COPY /src/app /app/ # buildkit', '7.42MB', `sha256:${'3f4c1a2b9d0e5b77'.repeat(4)}`),
  wide('WORKDIR /app', '0B', '<missing>'),
  `${'<missing>'.padEnd(75)}2 minutes ago   RUN /bin/sh -c apt-get update &&`,
  'apt-get install -y curl # buildkit          34.3MB    buildkit.dockerfile.v0',
  wide("# debian.sh --arch 'amd64' out/ 'bookworm' '@1700000000'", '74.8MB', '<missing>'),
].join('\n');

export const HISTORY_CLASSIC = [
  HEADER,
  row('/bin/sh -c #(nop) COPY file:8f0a1b2c3d4e5f60…', '7.42MB', '3f4c1a2b9d0e', ''),
  row('/bin/sh -c #(nop) WORKDIR /app', '0B', '1c2d3e4f5a6b', ''),
  row('/bin/sh -c apt-get update && apt-get install…', '34.3MB', '9e8d7c6b5a4f', ''),
  row('/bin/sh -c #(nop)  CMD ["bash"]', '0B', '<missing>', ''),
  row('/bin/sh -c #(nop) ADD file:7d9a6f6b5a4f3e2d1…', '74.8MB', '<missing>', ''),
].join('\n');

const lines = (rows: readonly object[]): string => rows.map((one) => JSON.stringify(one)).join('\n');

export const HISTORY_JSON = lines([
  {
    Comment: 'buildkit.dockerfile.v0',
    CreatedBy: 'COPY /src/app /app/ # buildkit',
    ID: '3f4c1a2b9d0e',
    Size: '7.42MB',
  },
  { Comment: 'buildkit.dockerfile.v0', CreatedBy: 'WORKDIR /app', ID: '<missing>', Size: '0B' },
  {
    Comment: 'buildkit.dockerfile.v0',
    CreatedBy: 'RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit',
    ID: '<missing>',
    Size: '34.3MB',
  },
  {
    Comment: 'debuerreotype 0.16',
    CreatedBy: "# debian.sh --arch 'amd64' out/ 'bookworm'",
    ID: '<missing>',
    Size: '74.8MB',
  },
]);

export const PODMAN_JSON = JSON.stringify([
  { id: '3f4c1a2b9d0e', createdBy: '/bin/sh -c #(nop) COPY file:8f0a1b2c3d in /app/ ', size: 7_420_000, comment: '' },
  { id: '1c2d3e4f5a6b', createdBy: '/bin/sh -c #(nop) WORKDIR /app', size: 0, comment: '' },
  { id: '9e8d7c6b5a4f', createdBy: '/bin/sh -c apt-get update && apt-get install -y curl', size: 34_300_000 },
  { id: '<missing>', createdBy: '/bin/sh -c #(nop) ADD file:7d9a6f6b5a in / ', size: 74_800_000, comment: '' },
]);

export const DIVE = JSON.stringify({
  layer: [
    { index: 0, digestId: 'sha256:aa', sizeBytes: 74_800_000, command: "# debian.sh --arch 'amd64'", fileList: [] },
    {
      index: 1,
      digestId: 'sha256:bb',
      sizeBytes: 34_300_000,
      command: 'RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit',
    },
    { index: 2, digestId: 'sha256:cc', sizeBytes: 0, command: 'WORKDIR /app' },
    { index: 3, digestId: 'sha256:dd', sizeBytes: 7_420_000, command: 'COPY /src/app /app/ # buildkit' },
  ],
  image: { sizeBytes: 116_520_000, inefficientBytes: 4_100, efficiencyScore: 0.98, fileReference: [] },
});

export const INSPECT = JSON.stringify([
  {
    Id: `sha256:${'1'.repeat(64)}`,
    RepoTags: ['debian:12-slim'],
    RepoDigests: [`debian@sha256:${'2'.repeat(64)}`],
    Architecture: 'amd64',
    Os: 'linux',
    Size: 74_793_000,
    GraphDriver: { Name: 'overlay2' },
    RootFS: { Type: 'layers', Layers: [`sha256:${'3'.repeat(64)}`] },
  },
]);

/** With the containerd image store: `Size` is that of the packed content. */
export const INSPECT_CONTAINERD = JSON.stringify([
  {
    Id: `sha256:${'1'.repeat(64)}`,
    RepoTags: ['debian:12-slim'],
    Descriptor: { mediaType: 'application/vnd.oci.image.index.v1+json', size: 8_564 },
    Architecture: 'amd64',
    Os: 'linux',
    Size: 28_232_643,
    RootFS: { Type: 'layers', Layers: [`sha256:${'3'.repeat(64)}`] },
  },
]);

export const LS = `REPOSITORY   TAG       IMAGE ID       CREATED       SIZE
debian       12-slim   1a2b3c4d5e6f   3 weeks ago   74.8MB
<none>       <none>    2b3c4d5e6f7a   4 weeks ago   9.1MB
`;

export const LS_CONTAINERD = `
IMAGE            ID             DISK USAGE   CONTENT SIZE   EXTRA
app:latest       4d5e6f7a8b9c        187MB         49.9MB
debian:12-slim   1a2b3c4d5e6f        103MB         28.2MB    U
`;

export const LS_JSON =
  '{"Containers":"N/A","Digest":"\\u003cnone\\u003e","ID":"1a2b3c4d5e6f","Repository":"debian","Size":"74.8MB","Tag":"12-slim"}';

const manifest = (sizes: readonly number[]) => ({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', size: 468, digest: `sha256:${'4'.repeat(64)}` },
  layers: sizes.map((size) => ({ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', size })),
});

const verbose = (architecture: string, variant: string | null, sizes: readonly number[]) => ({
  Ref: `docker.io/library/debian:12-slim@sha256:${'5'.repeat(64)}`,
  Descriptor: {
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: `sha256:${'5'.repeat(64)}`,
    size: 1_019,
    platform: { architecture, os: architecture === 'unknown' ? 'unknown' : 'linux', ...(variant && { variant }) },
  },
  Raw: 'eyJzY2hlbWFWZXJzaW9uIjoyfQ==',
  OCIManifest: manifest(sizes),
});

export const MANIFESTS = JSON.stringify([
  verbose('arm64', 'v8', [28_109_105]),
  verbose('unknown', null, [12_345]),
  verbose('amd64', null, [28_232_643]),
]);

export const MANIFEST = JSON.stringify({
  ...verbose('amd64', null, [28_232_643]),
  Ref: 'docker.io/library/debian:12-slim',
});

export const RAW = JSON.stringify(manifest([28_000_000, 12_000_000, 93, 3_100_000]));

/** `docker scout sbom --format json`, its packages cut to one. */
export const SCOUT = JSON.stringify({
  artifacts: [{ type: 'deb', name: 'curl', version: '7.88.1-10+deb12u14', size: 500_000 }],
  source: {
    type: 'image',
    image: {
      name: 'app',
      digest: `sha256:${'9'.repeat(64)}`,
      manifest: manifest([28_000_000, 12_000_000, 93, 3_100_000]),
      config: {
        architecture: 'amd64',
        os: 'linux',
        history: [
          { created_by: '# debian.sh --arch amd64 out/ bookworm' },
          { created_by: 'RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit' },
          { created_by: 'WORKDIR /app' },
          { created_by: 'COPY /src/app /app/ # buildkit' },
          { created_by: 'CMD ["/app/app"]', empty_layer: true },
        ],
      },
      platform: { os: 'linux', architecture: 'amd64' },
    },
  },
});

export const RAW_OF_BASE = JSON.stringify(manifest([28_232_643]));

export const RAW_INDEX = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [
    { digest: `sha256:${'6'.repeat(64)}`, size: 1_019, platform: { architecture: 'amd64', os: 'linux' } },
    {
      digest: `sha256:${'7'.repeat(64)}`,
      size: 1_019,
      platform: { architecture: 'arm64', os: 'linux', variant: 'v8' },
    },
    { digest: `sha256:${'8'.repeat(64)}`, size: 562, platform: { architecture: 'unknown', os: 'unknown' } },
  ],
});

export const SKOPEO = JSON.stringify({
  Name: 'docker.io/library/debian',
  Architecture: 'amd64',
  Os: 'linux',
  RepoTags: ['12', '12-slim'],
  LayersData: [{ MIMEType: 'application/vnd.oci.image.layer.v1.tar+gzip', Size: 28_232_643 }],
});

export const OWN_LIST = JSON.stringify({
  format: 'dockerfile-playground/measured-images',
  images: [
    { reference: 'debian:12-slim', platform: 'linux/arm64', disk: 97_000_000, pull: 28_100_000 },
    {
      reference: 'debian:12-slim',
      platform: 'linux/amd64',
      disk: 74_793_000,
      pull: 28_232_643,
      tool: 'docker image inspect',
      asOf: '2026-11-20',
    },
  ],
});
