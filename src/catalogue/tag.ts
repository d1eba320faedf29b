// Reads a tag as people mean it: version, distribution, variant. `3.12-slim-bookworm` → 3.12 on Debian 12, slim.

export interface Release {
  /** As in os-release. */
  readonly id: string;
  readonly version: string | null;
}

export interface TagShape {
  /** `[3, 12]`; `null` for `latest`, `lts`, `slim` and the like. */
  readonly version: readonly number[] | null;
  readonly distro: Release | null;
  /** What is left, sorted: `['fpm']`, `['jre']`, `['slim']`. Numbers behind a word (`jdk21`) are in `extra`. */
  readonly variant: readonly string[];
  /** Further numbers: the 21 of `3.9-eclipse-temurin-21`. */
  readonly extra: readonly number[];
  /** Words that some but not all of a group's tags carry: `cli` of PHP's default. */
  readonly optional: readonly string[];
  /** A release candidate, beta, preview or nightly. */
  readonly early: boolean;
}

const DEBIAN: Readonly<Record<string, string>> = {
  wheezy: '7', jessie: '8', stretch: '9', buster: '10', bullseye: '11', bookworm: '12', trixie: '13', forky: '14',
  sid: 'sid', unstable: 'sid', experimental: 'sid', 'rc-buggy': 'sid',
}; // prettier-ignore
/** Debian's moving names, as of the catalogue's making. */
const DEBIAN_MOVING: Readonly<Record<string, string>> = {
  stable: '13',
  oldstable: '12',
  oldoldstable: '11',
  testing: '14',
};
const UBUNTU: Readonly<Record<string, string>> = {
  trusty: '14.04', xenial: '16.04', bionic: '18.04', focal: '20.04', jammy: '22.04', noble: '24.04',
  oracular: '24.10', plucky: '25.04', questing: '25.10', resolute: '26.04', stonking: '26.10', rolling: '26.04', devel: '26.10',
}; // prettier-ignore
/** Words that name a distribution, with its os-release id. */
const WORDS: Readonly<Record<string, string>> = {
  alpine: 'alpine', debian: 'debian', ubuntu: 'ubuntu', ubi: 'rhel', ol: 'ol', oraclelinux: 'ol', oracle: 'ol', al: 'amzn',
  amazonlinux: 'amzn', rockylinux: 'rocky', rocky: 'rocky', centos: 'centos', fedora: 'fedora', almalinux: 'almalinux',
  azurelinux: 'azurelinux', mariner: 'mariner', wolfi: 'wolfi', opensuse: 'opensuse',
}; // prettier-ignore
/** Words that only say which version is meant, and those that tell nothing. */
const MOVING = new Set(['latest', 'stable', 'mainline', 'lts', 'current', 'standard', 'cbl', 'ce', 'community', 'ga']);
const EARLY = /^(?:rc\d*|beta\d*|alpha\d*|preview|nightly|tip|dev|develop|edge|unstable|m\d+|ea|head|main|master)$/;
/** Images whose own version is the distribution's. */
const DISTRO_IMAGES: Readonly<Record<string, string>> = {
  debian: 'debian', 'buildpack-deps': 'debian', ubuntu: 'ubuntu', alpine: 'alpine', fedora: 'fedora', centos: 'centos',
  rockylinux: 'rocky', almalinux: 'almalinux', oraclelinux: 'ol', amazonlinux: 'amzn', 'bitnami/minideb': 'debian',
}; // prettier-ignore

export function readTag(name: string, tag: string): TagShape {
  const own = DISTRO_IMAGES[name];
  const tokens = tag.toLowerCase().split(/[-+]/);
  let version: number[] | null = null;
  let distro: Release | null = null;
  let early = false;
  const variant: string[] = [];
  const extra: number[] = [];
  tokens.forEach((token, i) => {
    const release = readRelease(token, own);
    if (release) {
      const next = tokens[i + 1] ?? '';
      distro =
        release.version === null && /^\d+(\.\d+)?$/.test(next) && release.id === 'alpine'
          ? { ...release, version: next }
          : distro === null || (distro.version === null && distro.id === release.id)
            ? release
            : distro;
      return;
    }
    if (/^\d{8}(\.\d+)?$/.test(token) || /^b\d+$/.test(token) || MOVING.has(token) || token === '') return;
    if (EARLY.test(token)) {
      early = true;
      return;
    }
    const numbers = /^v?(\d+(?:[._u]\d+)*)(rc|beta|alpha|m|a|b|ea|-)?\d*$/.exec(token);
    if (numbers?.[1] !== undefined) {
      const parts = numbers[1].split(/[._u]/).map(Number);
      if (numbers[2] !== undefined) early = true;
      if (distro?.id === 'alpine' && tokens[i - 1] === 'alpine') return;
      if (version === null && i === 0) version = parts;
      else extra.push(...parts.slice(0, 1));
      return;
    }
    const worded = /^([a-z]+)(\d+)(?:\.\d+)*$/.exec(token);
    if (worded?.[1] !== undefined) {
      variant.push(worded[1]);
      extra.push(Number(worded[2]));
    } else variant.push(token);
  });
  return ownRelease({ version, distro, variant: variant.sort(), optional: [], extra, early }, own);
}

/** One shape for all tags of a group: the most telling tag's, with the words they share as variant. */
export function readGroup(name: string, tags: readonly string[]): TagShape {
  const shapes = tags.map((tag) => readTag(name, tag));
  const telling = (shape: TagShape) => (shape.version?.length ?? 0) + (shape.distro?.version != null ? 4 : 0);
  const first = shapes.reduce((best, shape) => (telling(shape) > telling(best) ? shape : best));
  const all = new Set(shapes.flatMap((shape) => shape.variant));
  const shared = [...all].filter((word) => shapes.every((shape) => shape.variant.includes(word)));
  return { ...first, variant: shared, optional: [...all].filter((word) => !shared.includes(word)) };
}

/** For an image that is a distribution, its codename and its version say the same. */
function ownRelease(shape: TagShape, own: string | undefined): TagShape {
  if (own === undefined) return shape;
  const { version, distro } = shape;
  // `alpine:edge`, `fedora:rawhide`: no release, the distribution all the same.
  if (distro === null && version === null) return { ...shape, distro: { id: own, version: null } };
  if (distro !== null && distro.id !== own && own !== 'debian') return shape;
  if (version !== null && distro === null) {
    // buildpack-deps has Ubuntu's too.
    const ubuntu =
      own === 'debian' &&
      (version[0] ?? 0) >= 14 &&
      version.length === 2 &&
      version[1] !== undefined &&
      [4, 10].includes(version[1]);
    const id = ubuntu ? 'ubuntu' : own;
    const digits = id === 'ubuntu' || id === 'alpine' ? 2 : 1;
    const cut = version
      .slice(0, digits)
      .map((part, i) => (id === 'ubuntu' && i === 1 ? String(part).padStart(2, '0') : String(part)));
    // Point releases differ by next to nothing.
    return { ...shape, version: version.slice(0, digits), distro: { id, version: cut.join('.') } };
  }
  if (version === null && distro?.version != null && /^\d/.test(distro.version))
    return { ...shape, version: distro.version.split('.').map(Number) };
  return shape;
}

function readRelease(token: string, own: string | undefined): Release | null {
  if (DEBIAN[token] !== undefined && (token !== 'unstable' || own === 'debian'))
    return { id: 'debian', version: DEBIAN[token] };
  if (own === 'debian' && DEBIAN_MOVING[token] !== undefined) return { id: 'debian', version: DEBIAN_MOVING[token] };
  if (UBUNTU[token] !== undefined && (own === 'ubuntu' || !['rolling', 'devel'].includes(token)))
    return { id: 'ubuntu', version: UBUNTU[token] };
  const worded = /^([a-z]+)(\d[\d.]*)?$/.exec(token);
  const id = WORDS[worded?.[1] ?? ''];
  if (id === undefined || worded === null) return null;
  // `al` alone is no distribution, `al2023` is.
  if (worded[2] === undefined && ['al', 'ol'].includes(worded[1] ?? '')) return null;
  const digits = worded[2] ?? null;
  return {
    id,
    version:
      id === 'ubuntu' && digits?.length === 4 && !digits.includes('.')
        ? `${digits.slice(0, 2)}.${digits.slice(2)}`
        : digits,
  };
}

const LABELS: Readonly<Record<string, string>> = {
  debian: 'Debian', ubuntu: 'Ubuntu', alpine: 'Alpine', rhel: 'Red Hat UBI', ol: 'Oracle Linux', amzn: 'Amazon Linux',
  rocky: 'Rocky Linux', centos: 'CentOS', fedora: 'Fedora', almalinux: 'AlmaLinux', azurelinux: 'Azure Linux',
  mariner: 'CBL-Mariner', wolfi: 'Wolfi', opensuse: 'openSUSE', arch: 'Arch Linux', busybox: 'BusyBox', scratch: 'scratch',
}; // prettier-ignore

/** `Debian 12`. */
export function releaseLabel(release: Release): string {
  const label = LABELS[release.id] ?? release.id;
  return release.version === null ? label : `${label} ${release.version}`;
}
