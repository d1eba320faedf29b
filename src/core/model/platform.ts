// Model: platforms. In: `linux/arm64/v8`, `arm64`, `windows`. Out: its parts, normalised, and back to text. Throws a
// Refusal for what is none. Follows containerd's platforms.Parse and FormatAll; the machine is always linux/amd64.

import { quote } from '../parse/quote';
import { Refusal } from './refusal';

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
  readonly osVersion: string;
}

export const BUILD_PLATFORM: Platform = { os: 'linux', architecture: 'amd64', variant: '', osVersion: '' };

const SYSTEMS: ReadonlySet<string> = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);
const ARCHITECTURES: ReadonlySet<string> = new Set(
  (
    '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ' +
    'ppc riscv riscv64 s390 s390x sparc sparc64 wasm'
  ).split(' '),
);

function normalOs(os: string): string {
  const lower = os.toLowerCase();
  return lower === '' ? 'linux' : lower === 'macos' ? 'darwin' : lower;
}

function normalArchitecture(name: string, variantGiven: string): readonly [string, string] {
  const arch = name.toLowerCase();
  const variant = variantGiven.toLowerCase();
  switch (arch) {
    case 'i386':
      return ['386', ''];
    case 'x86_64':
    case 'x86-64':
    case 'amd64':
      return ['amd64', variant === 'v1' ? '' : variant];
    case 'aarch64':
    case 'arm64':
      return ['arm64', variant === '8' || variant === 'v8' || variant === 'v8.0' ? '' : variant];
    case 'armhf':
      return ['arm', 'v7'];
    case 'armel':
      return ['arm', 'v6'];
    case 'arm':
      return ['arm', variant === '' || variant === '7' ? 'v7' : /^[568]$/.test(variant) ? `v${variant}` : variant];
    default:
      return [arch, variant];
  }
}

/** Throws a Refusal with containerd's words. */
export function parsePlatform(text: string): Platform {
  const refuse = (why: string): never => {
    throw new Refusal(`${quote(text)}: ${why}: invalid argument`);
  };
  if (text.includes('*')) return refuse('wildcards not yet supported');
  const parts = text.split('/');
  const system = /^([A-Za-z0-9_.-]+)(?:\(([A-Za-z0-9_.-]*)\))?$/.exec(parts[0] ?? '');
  if (!system || parts.slice(1).some((part) => !/^[A-Za-z0-9_.-]+$/.test(part)))
    return refuse(`${quote(parts.find((part) => !/^[A-Za-z0-9_.-]+$/.test(part)) ?? '')} is an invalid component`);
  const osVersion = system[2] ?? '';
  const os = normalOs(system[1] ?? '');
  if (parts.length === 1) {
    if (SYSTEMS.has(os)) return { os, architecture: 'amd64', variant: '', osVersion };
    const [architecture, variant] = normalArchitecture(parts[0] ?? '', '');
    if (!ARCHITECTURES.has(architecture)) return refuse('unknown operating system or architecture');
    return { os: 'linux', architecture, variant: architecture === 'arm' && variant === 'v7' ? '' : variant, osVersion };
  }
  if (parts.length > 3) return refuse('cannot parse platform specifier');
  const [architecture, variant] = normalArchitecture(parts[1] ?? '', parts[2] ?? '');
  if (parts.length === 2)
    return { os, architecture, variant: architecture === 'arm' && variant === 'v7' ? '' : variant, osVersion };
  return { os, architecture, variant: architecture === 'arm64' && variant === '' ? 'v8' : variant, osVersion };
}

export function formatPlatform({ os, architecture, variant, osVersion }: Platform): string {
  const system = osVersion === '' ? os : `${os}(${osVersion})`;
  return [system, architecture, variant].filter((part) => part !== '').join('/');
}
