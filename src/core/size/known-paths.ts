// Step 3 of the walk, for COPY --from: paths of well-known images that people copy, in megabytes.
// Typical of recent releases; treated as assumptions.

import { megabytes } from './commands/guess';
import type { Bytes } from './facts';

interface Known {
  readonly image: RegExp;
  readonly path: RegExp;
  readonly what: string;
  readonly megabytes: readonly [low: number, likely: number, high: number];
  readonly packed: number;
  readonly file?: boolean;
}

const ANY = /./;

const PATHS: readonly Known[] = [
  {
    image: /astral-sh\/uv/,
    path: /\/uvx$/,
    what: 'the uvx launcher',
    megabytes: [0.25, 0.36, 0.5],
    packed: 0.45,
    file: true,
  },
  { image: /astral-sh\/uv/, path: /\/uv$/, what: 'the uv binary', megabytes: [35, 55, 75], packed: 0.38, file: true },
  { image: /astral-sh\/uv/, path: /^\/bin(\/|$)/, what: 'uv and uvx', megabytes: [35, 56, 76], packed: 0.38 },
  {
    image: /library\/golang/,
    path: /^\/usr\/local\/go$/,
    what: 'the Go toolchain',
    megabytes: [200, 240, 300],
    packed: 0.28,
  },
  {
    image: /library\/node/,
    path: /^\/usr\/local\/bin\/node$/,
    what: 'the node binary',
    megabytes: [90, 118, 135],
    packed: 0.35,
    file: true,
  },
  {
    image: /library\/node/,
    path: /^\/usr\/local\/lib\/node_modules/,
    what: 'npm and corepack',
    megabytes: [10, 15, 20],
    packed: 0.23,
  },
  { image: /library\/node/, path: /^\/usr\/local(\/bin)?$/, what: 'Node.js', megabytes: [110, 190, 215], packed: 0.27 },
  {
    image: /library\/composer/,
    path: /composer$/,
    what: 'the composer archive',
    megabytes: [2.4, 3.1, 3.6],
    packed: 0.3,
    file: true,
  },
  {
    image: /php-extension-installer/,
    path: /install-php-extensions$/,
    what: 'the install-php-extensions script',
    megabytes: [0.1, 0.2, 0.3],
    packed: 0.25,
    file: true,
  },
  { image: /library\/busybox/, path: /^\/bin(\/busybox)?$/, what: 'busybox', megabytes: [0.7, 1.1, 1.5], packed: 0.55 },
  {
    image: /temurin|openjdk|corretto|zulu/,
    path: /^\/opt\/java\/openjdk$|^\/usr\/lib\/jvm/,
    what: 'the Java it comes with',
    megabytes: [120, 300, 360],
    packed: 0.5,
  },
  {
    image: /library\/docker/,
    path: /\/docker$/,
    what: 'the docker client',
    megabytes: [28, 40, 50],
    packed: 0.4,
    file: true,
  },
  { image: /library\/python/, path: /^\/usr\/local$/, what: 'Python', megabytes: [30, 48, 75], packed: 0.3 },
  {
    image: /library\/python/,
    path: /^\/usr\/local\/lib\/python3\/site-packages$/,
    what: 'the pip it comes with',
    megabytes: [7, 10.5, 16],
    packed: 0.27,
  },
  {
    image: /library\/python/,
    path: /^\/usr\/local\/bin$/,
    what: 'python and the scripts beside it',
    megabytes: [0.01, 0.05, 2],
    packed: 0.4,
  },
  {
    image: /library\/nginx/,
    path: /^\/usr\/share\/nginx\/html$/,
    what: 'the welcome page',
    megabytes: [0.001, 0.001, 0.002],
    packed: 0.5,
  },
  {
    image: /library\/nginx/,
    path: /^\/etc\/nginx/,
    what: 'its configuration',
    megabytes: [0.001, 0.03, 0.05],
    packed: 0.3,
  },
  {
    image: /tonistiigi\/xx/,
    path: ANY,
    what: 'the cross-compilation helpers',
    megabytes: [0.05, 0.1, 0.2],
    packed: 0.35,
  },
  { image: /gleam/, path: /\/gleam$/, what: 'the gleam binary', megabytes: [12, 22, 35], packed: 0.35, file: true },
  { image: /kubectl/, path: /kubectl$/, what: 'the kubectl binary', megabytes: [50, 58, 65], packed: 0.35, file: true },
  {
    image: /library\/caddy/,
    path: /\/caddy$/,
    what: 'the caddy binary',
    megabytes: [38, 46, 55],
    packed: 0.36,
    file: true,
  },
  {
    image: /library\/traefik/,
    path: /\/traefik$/,
    what: 'the traefik binary',
    megabytes: [140, 180, 220],
    packed: 0.28,
    file: true,
  },
  {
    image: /public-ecr-or-none|aws-lambda-web-adapter/,
    path: /lambda-adapter$/,
    what: 'the web adapter',
    megabytes: [4, 8, 14],
    packed: 0.42,
    file: true,
  },
  {
    image: ANY,
    path: /\/ca-certificates\.crt$|\/cert\.pem$/,
    what: 'the bundle of certificates',
    megabytes: [0.18, 0.22, 0.26],
    packed: 0.6,
    file: true,
  },
  { image: ANY, path: /^\/etc\/ssl(\/certs)?$/, what: 'certificates', megabytes: [0.2, 0.45, 0.9], packed: 0.6 },
  {
    image: ANY,
    path: /^\/etc\/(passwd|group|hosts|nsswitch\.conf|shadow)$/,
    what: 'a small text file',
    megabytes: [0.0002, 0.001, 0.002],
    packed: 0.5,
    file: true,
  },
  { image: ANY, path: /^\/usr\/share\/zoneinfo$/, what: 'time zones', megabytes: [0.4, 1.6, 3.5], packed: 0.3 },
  {
    image: ANY,
    path: /ld-(musl|linux)[^/]*$/,
    what: 'the C library',
    megabytes: [0.2, 0.65, 0.9],
    packed: 0.6,
    file: true,
  },
  {
    image: ANY,
    path: /\/(tini|dumb-init)(-static)?$/,
    what: 'a small init',
    megabytes: [0.02, 0.05, 0.9],
    packed: 0.45,
    file: true,
  },
  {
    image: ANY,
    path: /\.so(\.[\d.]+)?$/,
    what: 'a shared library',
    megabytes: [0.02, 0.3, 8],
    packed: 0.42,
    file: true,
  },
  {
    image: ANY,
    path: /^\/usr\/share\/postgresql\/[\d.]+\/extension\/[^/]+$/,
    what: 'an extension’s scripts',
    megabytes: [0.001, 0.1, 5],
    packed: 0.2,
  },
  {
    image: ANY,
    path: /^\/(root|home\/[^/]+)\/(\.local|\.cabal|\.cargo|go)\/bin\/[^/]+$|^\/usr\/libexec\/([^/]+\/)*[^/.]+$/,
    what: 'a program',
    megabytes: [0.5, 9, 90],
    packed: 0.36,
    file: true,
  },
  {
    image: ANY,
    path: /^\/(usr\/)?(local\/)?s?bin\/[^/]+$/,
    what: 'a program',
    megabytes: [0.05, 5, 120],
    packed: 0.4,
    file: true,
  },
];

/** What is known of a path of an image; `null` when it is not a usual one. */
export function knownPath(
  image: string,
  path: string,
): { readonly bytes: Bytes; readonly what: string; readonly kind: 'file' | 'tree' } | null {
  const known = PATHS.find((one) => one.image.test(image) && one.path.test(path));
  if (!known) return null;
  const [low, likely, high] = known.megabytes;
  return { bytes: megabytes(low, likely, high, known.packed), what: known.what, kind: known.file ? 'file' : 'tree' };
}
