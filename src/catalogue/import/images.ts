// `npm run catalogue -- images --from DIR`: tables of facts → the generated files about images in `../data`.
// What is looked up most loads first; other architectures, old and rare tags, retired tags and layers follow when asked for.

import { join } from 'node:path';
import type { ImageEntry, ImageFile, TagGroup } from '../entry';
import { encodeImages, encodeLayers } from './encode';
import { joinGroups, latestByTag } from './groups';
import { readAliases, readLayers, readSizes, type AliasGroup } from './tables';
import { writeAtomically } from './write';

const FIRST_ARCHITECTURES = new Set(['amd64', 'arm64']);

/** Writes the four files into `to`; returns what each holds, for the report. */
export function importImages(from: string, to: string, made: string): string[] {
  const sizes = readSizes(from);
  const current = readAliases(from, 'aliases.tsv');
  const retired = readAliases(from, 'aliases-retired.tsv');
  const layers = readLayers(from);
  const images = joinGroups(sizes, current, retired, layers);
  const { first, more } = split(images);
  const old = retiredImages(images, retired);
  writeAtomically(join(to, 'images.txt'), encodeImages({ made, images: first }));
  writeAtomically(join(to, 'images-more.txt'), encodeImages({ made, images: more }));
  writeAtomically(join(to, 'images-retired.txt'), encodeImages({ made, images: old }));
  writeAtomically(join(to, 'layers.txt'), encodeLayers(layers, made, 'docker-library/repo-info'));
  return [
    `images.txt: ${summary({ made, images: first })}`,
    `images-more.txt: ${summary({ made, images: more })}`,
    `images-retired.txt: ${summary({ made, images: old })}`,
    `layers.txt: ${String(layers.length)} images`,
  ];
}

export function summary(file: ImageFile): string {
  const groups = file.images.flatMap((image) => image.groups);
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const tags = groups.reduce((sum, group) => sum + group.tags.length, 0);
  return `${String(file.images.length)} images, ${String(tags)} tags, ${String(rows)} sizes`;
}

/** A group goes first when its image has a size and the group is of today: current, or sized and not an old preview. */
export function split(images: readonly ImageEntry[]): { first: ImageEntry[]; more: ImageEntry[] } {
  const first: ImageEntry[] = [];
  const more: ImageEntry[] = [];
  for (const image of images) {
    const sized = image.groups.some((group) => group.rows.length > 0);
    const near: TagGroup[] = [];
    const far: TagGroup[] = [];
    for (const group of image.groups) {
      if (!sized || isRare(image.name, group)) {
        far.push(group);
        continue;
      }
      const others = group.rows.filter((row) => !FIRST_ARCHITECTURES.has(row.arch));
      near.push({ ...group, rows: group.rows.filter((row) => FIRST_ARCHITECTURES.has(row.arch)) });
      if (others.length > 0) far.push({ ...group, rows: others });
    }
    if (near.length > 0) first.push({ name: image.name, groups: near });
    if (far.length > 0) more.push({ name: image.name, groups: far });
  }
  return { first, more };
}

/** .NET publishes some hundred variants; previews, and versions out of support since 2024, are rarely asked for. */
function isRare(name: string, group: TagGroup): boolean {
  if (!name.startsWith('mcr.microsoft.com/dotnet/')) return false;
  return group.tags.every((tag) =>
    /preview|mariner|azurelinux|composite|extra|-aot|ca-patch|alpine3|^[2357]\./.test(tag),
  );
}

/** Retired tags of images we know, each in the group it was last seen in, with the siblings that tell its version and base. */
function retiredImages(images: readonly ImageEntry[], retired: readonly AliasGroup[]): ImageEntry[] {
  const latest = latestByTag(retired);
  const known = new Map(images.map((image) => [image.name, new Set(image.groups.flatMap((group) => group.tags))]));
  const entries = new Map<string, TagGroup[]>();
  for (const group of retired) {
    const present = known.get(group.image);
    if (!present) continue;
    const live = group.tags.some((tag) => !present.has(tag) && latest.get(`${group.image}:${tag}`) === group);
    const tags = group.tags.filter((tag) => latest.get(`${group.image}:${tag}`) === group && !present.has(tag));
    if (!live || !tellsMore(tags)) continue;
    const list = entries.get(group.image) ?? [];
    list.push({ tags, distro: null, rows: [] });
    entries.set(group.image, list);
  }
  return [...entries].map(([name, groups]) => ({ name, groups }));
}

/** Whether some tag of the group says what another does not: its base, or a version behind a word. */
function tellsMore(tags: readonly string[]): boolean {
  if (tags.length < 2) return false;
  const words = tags.map((tag) => tag.replace(/\d+(\.\d+)*[a-z]?\d*/g, '#'));
  return new Set(words).size > 1;
}
