// Which package index answers for which release, from those loaded so far; what to load when none is.

import type { AptNaming, Distro, PackageIndex } from '../core';

/** Texts of lists → indexes. They load with what reads RUN instructions, later than it is known which lists to fetch. */
export interface IndexReaders {
  debian(text: string, suite: Suite, fuller: string | null): PackageIndex;
  alpine(text: string, distro: Distro, fuller: string | null): PackageIndex;
}

export interface Suite {
  readonly name: string;
  /** Debian's version. */
  readonly version: string;
  readonly standsInFor: AptNaming['standsInFor'];
}

/** Debian suites by version; older and newer ones, and Ubuntu's, are read as the nearest. */
const SUITES: Readonly<Record<string, string>> = { '11': 'bullseye', '12': 'bookworm', '13': 'trixie', sid: 'sid' };

/**
 * Ubuntu releases from a version on: the newest Debian release that was out before them (bullseye August 2021, bookworm
 * June 2023, trixie August 2025; none older is bundled), and what their packages weigh against Debian's: the middle of
 * the layers of published images on each. Of all suites this one predicts those layers best, too.
 */
const UBUNTU: readonly (readonly [from: number, debian: string, factor: number])[] = [
  [25.1, '13', 1.2],
  [23.1, '12', 0.93],
  [0, '11', 1],
];
/** What remains: nine in ten of those layers lie this near. */
const UBUNTU_DOUBT = 0.28;
/** Of another Debian release. */
const DEBIAN_DOUBT = 0.2;

const span = (low: number, likely: number, high: number) => ({
  low: low * 1e6,
  likely: likely * 1e6,
  high: high * 1e6,
});
/**
 * Ubuntu's lists name universe and multiverse too: 39.8 MB on 22.04 in December 2022 (an image of one package with and
 * without them, dev.classmethod.jp), and they grow with every update.
 */
const UBUNTU_LISTS = { disk: span(32, 42, 62), pull: span(25, 32, 48) };

function suiteOf(distro: Distro): Suite | null {
  const { label } = distro;
  if (distro.id === 'debian') {
    const exact = SUITES[distro.version ?? ''];
    if (exact !== undefined && distro.version !== null)
      return { name: exact, version: distro.version, standsInFor: null };
    const version = distro.version === null ? '13' : Number(distro.version) < 11 ? '11' : 'sid';
    const standsInFor = { label, factor: 1, doubt: DEBIAN_DOUBT, lists: null };
    return { name: SUITES[version] ?? 'trixie', version, standsInFor };
  }
  if (distro.id !== 'ubuntu') return null;
  const release = distro.version === null ? Infinity : Number(distro.version);
  const [, version, factor] = UBUNTU.find(([from]) => release >= from) ?? [0, '13', 1];
  const standsInFor = { label, factor, doubt: UBUNTU_DOUBT, lists: UBUNTU_LISTS };
  return { name: SUITES[version] ?? 'trixie', version, standsInFor };
}

export class PackageStore {
  private readonly texts = new Map<string, string>();
  private readonly made = new Map<string, PackageIndex>();
  private readonly readers: () => IndexReaders | null;

  constructor(readers: () => IndexReaders | null) {
    this.readers = readers;
  }

  put(file: string, text: string): void {
    this.texts.set(file, text);
  }

  /** The fullest index there is for a release, or the name of the file to load; `null` when we have none of its kind. */
  of(distro: Distro): PackageIndex | { readonly wants: string } | null {
    const suite = suiteOf(distro);
    if (suite === null && distro.id !== 'alpine') return null;
    const popular = suite === null ? 'apk' : `apt-${suite.name}`;
    const tiers = [`${popular}-common`, popular, `${popular}-complete`];
    const at = tiers.findLastIndex((tier) => this.texts.has(tier));
    const [file = '', fuller = null] = tiers.slice(Math.max(at, 0));
    const text = this.texts.get(file);
    if (text === undefined) return { wants: file };
    const key = `${file} for ${distro.label}`;
    const known = this.made.get(key);
    if (known) return known;
    const readers = this.readers();
    if (readers === null) return null;
    const index = suite === null ? readers.alpine(text, distro, fuller) : readers.debian(text, suite, fuller);
    this.made.set(key, index);
    return index;
  }
}
