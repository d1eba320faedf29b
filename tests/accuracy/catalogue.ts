// How wrong the catalogue is about what it does not hold: every published size is hidden in turn and looked up through its
// relatives; every known pair of sizes is asked for one by the other.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeImages } from '../../src/catalogue/decode';
import type { ImageEntry, TagGroup } from '../../src/catalogue/entry';
import { FILES } from '../../src/catalogue/files';
import { bestTag, imageFacts } from '../../src/catalogue/images';
import { ImageStore } from '../../src/catalogue/store';
import type { Range } from '../../src/core';

export interface CatalogueAccuracy {
  readonly kind: string;
  readonly rows: number;
  /** Absolute errors of the likely value, as shares. */
  readonly median: number;
  readonly p90: number;
  /** Share of truths inside low–high. */
  readonly inside: number;
  /** Median of (high − low) ÷ likely. */
  readonly width: number;
}

interface Row {
  readonly truth: number;
  readonly range: Range;
}

const ALL = new Set(['images-more', 'images-retired', 'layers']);

export function catalogueAccuracy(): CatalogueAccuracy[] {
  const address = FILES['images'];
  if (!address) throw new Error('no file of images');
  const { images } = decodeImages(readFileSync(fileURLToPath(address), 'utf8'));
  const hidden = { near: [] as Row[], far: [] as Row[] };
  const pairs: Row[] = [];
  for (const image of images)
    for (const group of image.groups) {
      const pull = group.rows.find((row) => row.arch === 'amd64' && row.precision === 'exact' && row.pull !== null);
      const disk = group.rows.find((row) => row.arch === 'amd64' && row.disk !== null);
      if (pull?.pull == null) continue;
      const relative = askWithout(image, group, null);
      if (relative)
        (sameMajor(relative.reason, group) ? hidden.near : hidden.far).push({ truth: pull.pull, range: relative.pull });
      if (disk?.disk == null || disk.precision === 'approximate') continue;
      const asked = askWithout(image, group, { ...group, rows: [pull] });
      if (asked) pairs.push({ truth: disk.disk, range: asked.disk });
    }
  return [
    summary('nearest of family, same major version: pull', hidden.near),
    summary('nearest of family, farther: pull', hidden.far),
    summary('unpacked from compressed by the family ratio', pairs),
  ];
}

/** Looks a group's tag up in its family, with `instead` (or nothing) in its place. */
function askWithout(image: ImageEntry, group: TagGroup, instead: TagGroup | null) {
  const others = image.groups.filter((each) => each !== group);
  const store = new ImageStore();
  store.add({ made: '', images: [{ name: image.name, groups: instead ? [...others, instead] : others }] });
  const { size } = imageFacts(store, ALL, `${image.name}:${bestTag(group.tags)}`, 'linux/amd64');
  return size.kind === 'known' ? size : null;
}

/** Whether the relative that stood in has the group's major version. */
function sameMajor(reason: string, group: TagGroup): boolean {
  const relative = /relative [^ ]*:v?(\d+)/.exec(reason)?.[1];
  return relative !== undefined && group.tags.some((tag) => new RegExp(`^v?${relative}(?:\\D|$)`).test(tag));
}

function summary(kind: string, rows: readonly Row[]): CatalogueAccuracy {
  const errors = rows.map(({ truth, range }) => Math.abs(range.likely / truth - 1));
  const inside = rows.filter(({ truth, range }) => range.low <= truth && truth <= range.high).length;
  return {
    kind,
    rows: rows.length,
    median: quantile(errors, 0.5),
    p90: quantile(errors, 0.9),
    inside: rows.length === 0 ? 1 : inside / rows.length,
    width: quantile(
      rows.map(({ range }) => (range.high - range.low) / range.likely),
      0.5,
    ),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** One line a row, for the report. */
export function catalogueReport(): string[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return catalogueAccuracy().map(
    ({ kind, rows, median, p90, inside, width }) =>
      `${kind}: ${String(rows)} rows, median error ${percent(median)}, p90 ${percent(p90)}, ${percent(inside)} inside, median width ${percent(width)}`,
  );
}
