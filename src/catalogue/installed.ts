// Which of Debian's base sets an image stands on, from how the official images are made.
// A set is written `buildpack-deps-scm,gcc,make`: the base set, then packages it has besides.

import type { TagShape } from './tag';

export interface Installed {
  readonly packageSet: string | null;
  /** dpkg leaves out documentation, man pages and locales. */
  readonly slim: boolean;
}

const NONE: Installed = { packageSet: null, slim: false };

/** Not slim: built on buildpack-deps. */
const ON_BUILDPACK: Readonly<Record<string, string>> = {
  python: 'buildpack-deps', node: 'buildpack-deps', ruby: 'buildpack-deps', rust: 'buildpack-deps', perl: 'buildpack-deps',
  gcc: 'buildpack-deps', erlang: 'buildpack-deps', elixir: 'buildpack-deps', pypy: 'buildpack-deps', hylang: 'buildpack-deps',
  golang: 'buildpack-deps-scm,g++,gcc,libc6-dev,make,pkg-config', openjdk: 'buildpack-deps-scm', groovy: 'buildpack-deps-scm',
  haskell: 'minbase,ca-certificates,curl,g++,git,gnupg,libgmp-dev,libnuma-dev,make,xz-utils,zlib1g-dev', jruby: 'buildpack-deps-curl',
}; // prettier-ignore
/** On debian -slim whatever the tag says, with what they keep. */
const ON_SLIM: Readonly<Record<string, string>> = {
  php: 'minbase,autoconf,dpkg-dev,file,g++,gcc,libc-dev,make,pkg-config,re2c,ca-certificates,curl,xz-utils',
  wordpress: 'minbase,autoconf,dpkg-dev,file,g++,gcc,libc-dev,make,pkg-config,re2c,ca-certificates,curl,xz-utils,ghostscript',
  nginx: 'minbase,ca-certificates,curl,gettext-base', httpd: 'minbase,ca-certificates,perl', redis: 'minbase',
  postgres: 'minbase,gnupg,less,locales,libnss-wrapper,xz-utils,zstd', haproxy: 'minbase', memcached: 'minbase',
  'mcr.microsoft.com/dotnet/aspnet': 'minbase,ca-certificates,libicu72,libssl3,tzdata', 'mcr.microsoft.com/dotnet/runtime': 'minbase,ca-certificates,libicu72,libssl3,tzdata',
  'mcr.microsoft.com/dotnet/runtime-deps': 'minbase,ca-certificates,libicu72,libssl3,tzdata',
  'mcr.microsoft.com/dotnet/sdk': 'minbase,ca-certificates,curl,git,libicu72,libssl3,tzdata,wget', ghost: 'minbase', dart: 'minbase,ca-certificates,curl,dnsutils,git,openssh-client,unzip',
  'nginxinc/nginx-unprivileged': 'minbase,ca-certificates,curl,gettext-base', 'oven/bun': 'minbase', 'denoland/deno': 'minbase',
  'bitnami/minideb': 'minbase', 'continuumio/miniconda3': 'minbase,bzip2,ca-certificates,git,wget',
}; // prettier-ignore
const SLIM_EXTRAS: Readonly<Record<string, string>> = {
  python: 'minbase,ca-certificates,netbase,tzdata', node: 'minbase,libatomic1', ruby: 'minbase,ca-certificates',
  rust: 'minbase,ca-certificates,gcc,libc6-dev', debian: 'minbase', perl: 'minbase', openjdk: 'minbase,ca-certificates',
}; // prettier-ignore
/** On Ubuntu. */
const ON_UBUNTU: Readonly<Record<string, string>> = {
  ubuntu: 'minbase', 'eclipse-temurin': 'minbase,ca-certificates,curl,fontconfig,gnupg,locales,p11-kit,tzdata,wget',
  maven: 'minbase,ca-certificates,curl,fontconfig,git,gnupg,locales,openssh-client,p11-kit,tzdata,wget',
  gradle: 'minbase,ca-certificates,curl,fontconfig,git,gnupg,locales,openssh-client,p11-kit,tzdata,unzip,wget', 'nvidia/cuda': 'minbase,ca-certificates,gnupg,curl',
}; // prettier-ignore

/** Every name that a set above has besides its base set: who knows less would take a base for smaller than it is. */
export const namedBesides = (): string[] => [
  ...new Set(
    [ON_BUILDPACK, ON_SLIM, SLIM_EXTRAS, ON_UBUNTU].flatMap((sets) =>
      Object.values(sets).flatMap((set) => set.split(',').slice(1)),
    ),
  ),
];

/** What apt finds there; `packageSet` is `null` where there is no apt or nothing is known. */
export function installedOf(name: string, shape: TagShape, distro: string | null): Installed {
  if (distro !== 'debian' && distro !== 'ubuntu') return NONE;
  if (/distroless|chainguard/.test(name) || shape.variant.some((each) => each === 'chiseled' || each === 'distroless'))
    return NONE;
  if (name === 'buildpack-deps') {
    const kind = shape.variant.find((each) => each === 'curl' || each === 'scm');
    return { packageSet: kind === undefined ? 'buildpack-deps' : `buildpack-deps-${kind}`, slim: false };
  }
  // Ubuntu's images leave documentation out too (/etc/dpkg/dpkg.cfg.d/excludes).
  if (distro === 'ubuntu') return { packageSet: ON_UBUNTU[name] ?? 'minbase', slim: true };
  const onSlim = ON_SLIM[name];
  if (onSlim !== undefined) return { packageSet: onSlim, slim: true };
  if (shape.variant.includes('slim')) return { packageSet: SLIM_EXTRAS[name] ?? 'minbase', slim: true };
  const buildpack = ON_BUILDPACK[name];
  if (buildpack !== undefined) return { packageSet: buildpack, slim: false };
  return { packageSet: 'minbase', slim: name !== 'debian' };
}
