// Puts freshly fetched sizes into the catalogue's entries; nothing that was not fetched changes.

import type { ImageEntry, ImageFile, LayerEntry, SizeRow, TagGroup } from '../entry';
import type { Published } from './manifest';

export interface Fetched {
  readonly name: string;
  readonly tag: string;
  /** `null` when the tag is not published. */
  readonly found: readonly Published[] | null;
}

export interface Change {
  /** `python:3.13-slim`. */
  readonly tag: string;
  readonly arch: string;
  /** Bytes to pull; `null` when none were known. */
  readonly before: number | null;
  readonly after: number;
}

const FIRST_ARCHITECTURES = new Set(['amd64', 'arm64']);

export function applySizes(
  images: ImageFile,
  more: ImageFile,
  fetched: readonly Fetched[],
  made: string,
): { images: ImageFile; more: ImageFile; changes: Change[] } {
  const changes: Change[] = [];
  const apply = (file: ImageFile, fits: (arch: string) => boolean): ImageFile => {
    const entries = new Map(file.images.map((image) => [image.name, image]));
    for (const { name, tag, found } of fetched)
      for (const each of found ?? [])
        if (fits(each.arch)) {
          const entry = entries.get(name) ?? { name, groups: [] };
          entries.set(name, withRow(entry, groupTags(images, name, tag), tag, each, changes));
        }
    return { made, images: [...entries.values()] };
  };
  const first = apply(images, (arch) => FIRST_ARCHITECTURES.has(arch));
  const others = apply(more, (arch) => !FIRST_ARCHITECTURES.has(arch));
  return { images: first, more: others, changes };
}

function groupTags(images: ImageFile, name: string, tag: string): readonly string[] {
  const groups = images.images.find((image) => image.name === name)?.groups ?? [];
  return groups.find((group) => group.tags.includes(tag))?.tags ?? [tag];
}

function withRow(
  entry: ImageEntry,
  tags: readonly string[],
  tag: string,
  found: Published,
  changes: Change[],
): ImageEntry {
  const at = entry.groups.findIndex((group) => group.tags.includes(tag));
  const group: TagGroup = entry.groups[at] ?? { tags, distro: null, rows: [] };
  const before = group.rows.find((row) => row.arch === found.arch && row.pull !== null);
  if (before?.pull === found.pull && before.precision === 'exact') return entry;
  changes.push({ tag: `${entry.name}:${tag}`, arch: found.arch, before: before?.pull ?? null, after: found.pull });
  const row: SizeRow = {
    arch: found.arch,
    pull: found.pull,
    disk: null,
    asOf: found.asOf,
    precision: 'exact',
    source: 'registry manifest',
  };
  // What told the unpacked size still does; it may be the very row that is replaced.
  const rows = group.rows.flatMap((each) =>
    each !== before ? [each] : each.disk === null ? [] : [{ ...each, pull: null }],
  );
  const next = { ...group, rows: [row, ...rows] };
  if (at >= 0) return { ...entry, groups: entry.groups.map((each, i) => (i === at ? next : each)) };
  return { ...entry, groups: [...entry.groups, next] };
}

/** New bytes for layers that are told already; the words stay while the number of layers does. */
export function applyLayers(layers: readonly LayerEntry[], fetched: readonly Fetched[]): LayerEntry[] {
  return layers.map((entry) => {
    const amd64 = fetched
      .find((each) => each.name === entry.name && each.tag === entry.tag)
      ?.found?.find((each) => each.arch === 'amd64');
    if (!amd64) return entry;
    if (amd64.layers.length !== entry.layers.length) return { ...entry, layers: amd64.layers };
    return {
      ...entry,
      layers: entry.layers.map((layer, i) => ({ ...layer, pull: amd64.layers[i]?.pull ?? layer.pull })),
    };
  });
}
