// The nearest relative of a tag nobody sized: same variant first, then same distribution, then the nearest version.
// The spread that comes with it is the half-width that held nine in ten of the catalogue's own tags when each was
// hidden and looked up through its relatives (`npm run accuracy`).

import type { TagGroup } from './entry';
import type { TagShape } from './tag';

export interface Shaped {
  readonly group: TagGroup;
  readonly shape: TagShape;
}

export interface Relative extends Shaped {
  readonly cost: number;
  /** Likely deviation either way, as a share: 0.5 is from two thirds to one and a half. */
  readonly spread: number;
  /** What its sizes are to be multiplied by; not 1 when a lean image stands in for a full one or the other way round. */
  readonly factor: number;
}

/** Variants that decide what an image holds; a mismatch in one of them outweighs any version. */
const DECIDES = new Set([
  'slim', 'jre', 'jdk', 'fpm', 'apache', 'cli', 'zts', 'minimal', 'headless', 'chiseled', 'distroless', 'aot', 'devel', 'runtime',
  'cudnn', 'gpu', 'curl', 'scm', 'windowsservercore', 'nanoserver', 'extra', 'composite', 'debug', 'nonroot', 'management', 'perl', 'full', 'browsers',
]); // prettier-ignore

/** What lies between two tags of one image; 0 when they differ in nothing that matters. */
export function distance(a: TagShape, b: TagShape): number {
  let cost = 0;
  for (const each of a.variant)
    if (!b.variant.includes(each) && !b.optional.includes(each)) cost += DECIDES.has(each) ? 100 : 30;
  for (const each of b.variant)
    if (!a.variant.includes(each) && !a.optional.includes(each)) cost += DECIDES.has(each) ? 100 : 30;
  cost += distroDistance(a, b);
  cost += versionDistance(a.version, b.version);
  if (a.early !== b.early) cost += 3;
  if (a.extra.length > 0 && b.extra.length > 0)
    cost += Math.min(20, 2 * Math.abs((a.extra[0] ?? 0) - (b.extra[0] ?? 0)));
  return cost;
}

function distroDistance(a: TagShape, b: TagShape): number {
  const left = a.distro;
  const right = b.distro;
  if (left === null && right === null) return 0;
  // A tag without a distribution stands for Debian or Ubuntu nearly everywhere, hardly ever for Alpine.
  const family = (shape: TagShape) => (shape.distro?.id === 'alpine' ? 'alpine' : (shape.distro?.id ?? 'default'));
  if ((family(a) === 'alpine') !== (family(b) === 'alpine')) return 100;
  if (left === null || right === null) return 4;
  if (left.id !== right.id) return 12;
  if (left.version === null || right.version === null || left.version === right.version) return 0;
  const [a1 = 0, a2] = left.version.split('.').map(Number);
  const [b1 = 0, b2] = right.version.split('.').map(Number);
  if (a1 === b1 && (a2 === undefined || b2 === undefined)) return 1;
  const apart = a1 === b1 ? Math.abs((a2 ?? 0) - (b2 ?? 0)) : Math.abs(a1 - b1);
  return Number.isNaN(apart) ? 8 : Math.min(8, 1 + apart / 2);
}

function versionDistance(a: readonly number[] | null, b: readonly number[] | null): number {
  if (a === null || b === null) return a === b ? 0 : 5;
  const major = Math.abs((a[0] ?? 0) - (b[0] ?? 0));
  if (major > 0) return Math.min(40, 8 + 4 * major);
  if (a[1] === undefined || b[1] === undefined) return 1;
  const minor = Math.abs(a[1] - b[1]);
  if (minor > 0) return Math.min(12, 2 + minor);
  return a[2] === undefined || b[2] === undefined ? 0.2 : Math.min(1, 0.1 * Math.abs(a[2] - b[2]));
}

const SPREADS: readonly (readonly [number, number])[] = [
  [0.5, 0.04],
  [1.5, 0.1],
  [3.5, 0.2],
  [9.5, 0.26],
  [12.5, 0.4],
  [24.5, 0.6],
  [60.5, 1.2],
];
/** Beyond: another variant altogether, or a lean one judged by a full one. */
const FAR = 1.6;

/** A full image weighs this many times its lean sibling: the middle of the catalogue's pairs, which lie between 2 and 12. */
const FULL_TO_LEAN = 3.3;

function isLean(shape: TagShape): boolean {
  return shape.distro?.id === 'alpine' || shape.variant.some((word) => word === 'slim' || word === 'minimal');
}

export function spreadOf(cost: number): number {
  return SPREADS.find(([limit]) => cost <= limit)?.[1] ?? FAR;
}

/** The nearest group that has a size, or `null`. At equal distance the newest version wins. */
export function nearest(shape: TagShape, family: readonly Shaped[]): Relative | null {
  let best: Relative | null = null;
  for (const each of family) {
    if (each.group.rows.length === 0) continue;
    // Of relatives equally near, one with published bytes before one with a printed size only.
    const printed = each.group.rows.some((row) => row.precision === 'exact') ? 0 : 0.3;
    const cost = distance(shape, each.shape) + printed;
    if (best === null || cost < best.cost || (cost === best.cost && newer(each.shape, best.shape)))
      best = { ...each, cost, spread: spreadOf(cost), factor: factorBetween(shape, each.shape) };
  }
  return best;
}

function factorBetween(asked: TagShape, stands: TagShape): number {
  if (isLean(asked) === isLean(stands)) return 1;
  return isLean(asked) ? 1 / FULL_TO_LEAN : FULL_TO_LEAN;
}

/** Whether `a` has a later version than `b`; no version counts as the latest. */
export function newer(a: TagShape, b: TagShape): boolean {
  if (a.version === null || b.version === null) return a.version === null && b.version !== null;
  for (let i = 0; i < Math.max(a.version.length, b.version.length); i++) {
    const difference = (a.version[i] ?? 0) - (b.version[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
