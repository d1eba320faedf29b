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
  /** Likely deviation either way, as a share. */
  readonly spread: number;
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
  return Math.min(8, 2 + Math.abs(Number(left.version) - Number(right.version)));
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
  [0.5, 0.04], [3, 0.08], [6, 0.12], [12, 0.18], [24, 0.3], [60, 0.45], [110, 0.65],
]; // prettier-ignore

export function spreadOf(cost: number): number {
  return SPREADS.find(([limit]) => cost <= limit)?.[1] ?? 0.8;
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
      best = { ...each, cost, spread: spreadOf(cost) };
  }
  return best;
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
