// Texts of package lists → indexes that answer for a release, also for one that has no list of its own.

import { apkPackages, aptPackages, decodeApk, decodeApt, type Distro, type PackageIndex } from '../core';
import type { Suite } from './packages';

export function debian(text: string, suite: Suite, fuller: string | null): PackageIndex {
  return aptPackages(decodeApt(text), {
    id: `debian-${suite.version}`,
    release: suite.version === 'sid' ? 'Debian unstable' : `Debian ${suite.version}`,
    standsInFor: suite.standsInFor,
    fuller,
  });
}

export function alpine(text: string, distro: Distro, fuller: string | null): PackageIndex {
  const index = decodeApk(text);
  const apart = releaseOf(distro.version ?? '') - releaseOf(index.release);
  const grown = Math.max(-0.1, Math.min(0.1, ALPINE_GROWTH * (Number.isFinite(apart) ? apart : 2)));
  const standsInFor = apart === 0 ? null : { label: distro.label, factor: Math.round((1 + grown) * 1000) / 1000 };
  return apkPackages(index, { id: `alpine-${index.release}`, standsInFor, fuller });
}

/** Half a year lies between Alpine's releases; programs grow by some three per cent a year. */
const ALPINE_GROWTH = 0.015;

const releaseOf = (version: string): number => Number(/^3\.(\d+)/.exec(version)?.[1] ?? NaN);
