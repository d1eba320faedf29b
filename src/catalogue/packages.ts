// Which package index answers for which release, from those loaded so far; what to load when none is.

import { apkPackages, aptPackages, decodeApk, decodeApt, type Distro, type PackageIndex } from '../core';

interface Suite {
  readonly name: string;
  /** Debian's version. */
  readonly version: string;
  readonly standsInFor: string | null;
}

/** Debian suites by version; older and newer ones, and Ubuntu's, are read as the nearest. */
const SUITES: Readonly<Record<string, string>> = { '11': 'bullseye', '12': 'bookworm', '13': 'trixie', sid: 'sid' };

function suiteOf(distro: Distro): Suite | null {
  if (distro.id === 'debian') {
    const exact = SUITES[distro.version ?? ''];
    if (exact !== undefined && distro.version !== null)
      return { name: exact, version: distro.version, standsInFor: null };
    const version = distro.version === null ? '13' : Number(distro.version) < 11 ? '11' : 'sid';
    return { name: SUITES[version] ?? 'trixie', version, standsInFor: distro.label };
  }
  if (distro.id !== 'ubuntu') return null;
  // By age: 20.04 lies before Debian 11, 22.04 before 12, 24.04 and later nearest to 13.
  const year = distro.version === null ? 26 : Number(distro.version.slice(0, 2));
  const version = year < 22 ? '11' : year < 24 ? '12' : '13';
  return { name: SUITES[version] ?? 'trixie', version, standsInFor: distro.label };
}

export class PackageStore {
  private readonly texts = new Map<string, string>();
  private readonly made = new Map<string, PackageIndex>();

  put(file: string, text: string): void {
    this.texts.set(file, text);
  }

  /** The fullest index there is for a release, or the name of the file to load; `null` when we have none of its kind. */
  of(distro: Distro): PackageIndex | { readonly wants: string } | null {
    const suite = suiteOf(distro);
    if (suite === null && distro.id !== 'alpine') return null;
    const popular = suite === null ? 'apk' : `apt-${suite.name}`;
    const complete = `${popular}-complete`;
    const file = this.texts.has(complete) ? complete : popular;
    const text = this.texts.get(file);
    if (text === undefined) return { wants: popular };
    const key = `${file} for ${distro.label}`;
    const known = this.made.get(key);
    if (known) return known;
    const fuller = file === popular ? complete : null;
    const index = suite === null ? alpine(text, distro, fuller) : debian(text, suite, fuller);
    this.made.set(key, index);
    return index;
  }
}

function debian(text: string, suite: Suite, fuller: string | null): PackageIndex {
  return aptPackages(decodeApt(text), {
    id: `debian-${suite.version}`,
    release: suite.version === 'sid' ? 'Debian unstable' : `Debian ${suite.version}`,
    standsInFor: suite.standsInFor,
    fuller,
  });
}

function alpine(text: string, distro: Distro, fuller: string | null): PackageIndex {
  const index = decodeApk(text);
  const standsInFor = distro.version === index.release ? null : distro.label;
  return apkPackages(index, { id: `alpine-${index.release}`, standsInFor, fuller });
}
