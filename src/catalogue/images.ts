// The answer about one base image: sizes of the tag itself or of its nearest relative. What it is built on is asked of a
// part that loads later.

import type { Estimate, Evidence, ImageFacts, Range } from '../core';
import type { LayerEntry, TagGroup } from './entry';
import type { Ground } from './ground';
import { nearest, newer, type Shaped } from './nearest';
import { readReference, type Reference } from './reference';
import { around, sizesOf, type Sized } from './sizes';
import type { Family, ImageStore } from './store';
import { readTag, type TagShape } from './tag';

/** Files that may know more of an image than those loaded first. */
const MORE = ['images-more', 'images-retired'];
const NOTHING: Range = { low: 0, likely: 0, high: 0 };

/** Says what an image is built on from its name, its tags (the one asked for first) and what a source told of them. */
export type GroundOf = (name: string, tags: readonly string[], told: string | null, shape: TagShape) => Ground;

/** Without anybody to say it, what it is built on stays unknown. */
export function imageFacts(
  store: ImageStore,
  loaded: ReadonlySet<string>,
  reference: string,
  platform: string,
  groundOf: GroundOf | null = null,
): ImageFacts {
  const ref = readReference(reference);
  if (ref.name === 'scratch') return scratch();
  const more = MORE.filter((file) => !loaded.has(file));
  const arch = architecture(platform);
  const family = store.family(ref.name);
  const found = family && find(ref, family);
  const tags = [ref.tag, ...(found?.own?.tags ?? [])];
  const facts = groundOf?.(
    ref.name,
    tags,
    found?.own?.distro ?? null,
    found?.target.shape ?? readTag(ref.name, ref.tag),
  ) ?? { distro: null, packageSet: null, slim: false };
  const sized = found && sizesOf(ref.name, found.target, arch, family.groups);
  if (!found || !sized) return { ...facts, size: unknown(store, ref, arch, family !== null), layers: [], wants: more };
  const size = estimate(ref, arch, found, sized);
  const entry = found.own && store.layersOf(ref.name, [ref.tag, ...found.own.tags]);
  const near = found.spread === 0 && found.target.group.rows.some((row) => row.arch === arch);
  const wants = [...(near ? [] : more), ...(loaded.has('layers') ? [] : ['layers'])];
  return { ...facts, size, layers: entry ? ownLayers(entry, sized) : [], wants };
}

/** `linux/arm64/v8` → `arm64`. */
export function architecture(platform: string): string {
  const arch = platform.replace(/^linux\//, '').toLowerCase();
  const other: Readonly<Record<string, string>> = {
    x86_64: 'amd64', 'amd64/v2': 'amd64', 'amd64/v3': 'amd64', aarch64: 'arm64', 'arm64/v8': 'arm64', arm: 'arm/v7', armhf: 'arm/v7', i386: '386', '': 'amd64',
  }; // prettier-ignore
  return other[arch] ?? arch;
}

interface Found {
  /** The group the tag itself belongs to, when it is known. */
  readonly own: TagGroup | null;
  readonly target: Shaped;
  /** 0 when the size is the tag's own. */
  readonly spread: number;
  readonly factor: number;
}

function find(ref: Reference, family: Family): Found | null {
  const direct = family.byTag.get(ref.tag);
  if (direct && direct.group.rows.length > 0) return { own: direct.group, target: direct, spread: 0, factor: 1 };
  const shape = direct?.shape ?? readTag(ref.name, ref.tag);
  const relative = nearest(shape, family.groups);
  if (!relative) return null;
  // Without a group of its own, the groups of the same version and variant tell the distribution.
  const sibling = direct?.group ?? (relative.cost < 1 ? relative.group : null);
  return { own: sibling, target: relative, spread: relative.spread, factor: relative.factor };
}

function estimate(ref: Reference, arch: string, found: Found, sized: Sized): Estimate {
  const entry = `${ref.name}:${ref.tag}`;
  const notes = [...sized.notes];
  if (found.factor !== 1) notes.push('scaled, as lean and full variants usually stand to each other');
  if (ref.digest !== null) notes.unshift('pinned by digest, the size is that of the tag');
  const standing = `${ref.name}:${bestTag(found.target.group.tags)}`;
  const when = sized.row.asOf === null ? '' : ` of ${sized.row.asOf}`;
  const first =
    found.spread === 0
      ? `${entry}, ${sized.row.precision === 'exact' ? 'published size' : 'reported size'}${when}`
      : `${entry} is not in the catalogue; its nearest relative ${standing}${when} stands in`;
  const evidence: Evidence = {
    entry: `${found.spread === 0 ? entry : standing}, linux/${arch}`,
    source: sized.row.source,
    asOf: sized.row.asOf,
  };
  const exact = sized.exact && found.spread === 0;
  return {
    kind: 'known',
    disk: widen(sized.disk, found.spread, found.factor),
    pull: widen(sized.pull, found.spread, found.factor),
    certainty: exact ? 'exact' : found.spread > 0.3 ? 'assumed' : 'estimated',
    reason: [first, ...notes].join('; '),
    evidence: [evidence],
  };
}

/** The tag a person would write: the shortest that names a version. */
export function bestTag(tags: readonly string[]): string {
  const versioned = tags.filter((tag) => /^v?\d/.test(tag));
  const from = versioned.length > 0 ? versioned : tags;
  return from.reduce((best, tag) => (tag.length < best.length ? tag : best), from[0] ?? 'latest');
}

function widen(range: Range, spread: number, factor: number): Range {
  if (spread === 0) return range;
  const own = range.likely === 0 ? 0 : range.high / range.likely - 1;
  return around(range.likely * factor, Math.hypot(own, spread));
}

function unknown(store: ImageStore, ref: Reference, arch: string, family: boolean): Estimate {
  const entry = `${ref.name}:${ref.tag}`;
  if (family) return { kind: 'unknown', reason: `no size is known for any tag of ${ref.name}`, fallback: null };
  // A company's mirror keeps the last part of the name.
  const last = ref.name.split('/').at(-1) ?? '';
  const twin = ref.name.includes('/') ? store.family(last) : null;
  const found = twin && find({ ...ref, name: last }, twin);
  const sized = found && sizesOf(last, found.target, arch, twin.groups);
  if (!sized) return { kind: 'unknown', reason: `${entry} is not in the catalogue`, fallback: null };
  const spread = 0.5 + found.spread;
  return {
    kind: 'unknown',
    reason: `${entry} is not in the catalogue; an image named ${last} elsewhere is in the order of ${(sized.disk.likely / 1e6).toFixed(0)} MB`,
    fallback: { disk: widen(sized.disk, spread, found.factor), pull: widen(sized.pull, spread, found.factor) },
  };
}

function scratch(): ImageFacts {
  return {
    size: { kind: 'known', disk: NOTHING, pull: NOTHING, certainty: 'exact', reason: 'scratch is empty', evidence: [] },
    distro: { id: 'scratch', version: null, label: 'scratch' },
    layers: [],
    packageSet: null,
    slim: false,
    wants: [],
  };
}

/** Published compressed sizes; unpacked ones by the image's own ratio. */
function ownLayers(entry: LayerEntry, sized: Sized): Estimate[] {
  const ratio = sized.pull.likely === 0 ? 1 : sized.disk.likely / sized.pull.likely;
  return entry.layers.map(({ by, pull }) => ({
    kind: 'known',
    pull: around(pull, 0),
    disk: around(pull * ratio, 0.25),
    certainty: 'estimated',
    reason: by,
    evidence: [
      { entry: `${entry.name}:${entry.tag}, linux/amd64`, source: 'docker-library/repo-info', asOf: sized.row.asOf },
    ],
  }));
}

/** Newest first; tags that name no version before those that do. */
export function byNewest(a: Shaped, b: Shaped): number {
  return newer(a.shape, b.shape) ? -1 : newer(b.shape, a.shape) ? 1 : 0;
}
