// Entries in memory → text of a generated image file; `../decode.ts` reads it.
// Line 1: JSON header with the interned sources. `=name` opens an image. Every other line is a tag group:
// tags TAB distro (TAB row)*, a row being `architecture+precision pull disk date source[.tag]`, numbers in base 36.
// `{image}` and `{tag}` in a source stand for the image's name and the tag the row was published under.

import { ARCHITECTURES } from '../decode';
import type { ImageFile, LayerEntry, SizeRow, TagGroup } from '../entry';

const DAY = 86_400_000;

export function encodeImages(file: ImageFile): string {
  const sources = new Map<string, number>();
  const body: string[] = [];
  const counted = new Map<string, number>();
  for (const image of file.images)
    for (const group of image.groups)
      for (const row of group.rows) {
        const { template } = templateOf(row.source, image.name, group.tags);
        counted.set(template, (counted.get(template) ?? 0) + 1);
      }
  for (const [template] of [...counted].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
    sources.set(template, sources.size);
  for (const image of file.images) {
    body.push(`=${image.name}`);
    for (const group of image.groups) body.push(encodeGroup(image.name, group, sources));
  }
  const header = JSON.stringify({ v: 1, made: file.made, sources: [...sources.keys()] });
  return [header, ...body, ''].join('\n');
}

function encodeGroup(name: string, group: TagGroup, sources: ReadonlyMap<string, number>): string {
  const rows = group.rows.map((row) => encodeRow(row, name, group.tags, sources));
  return [encodeTags(group.tags), group.distro ?? '', ...rows].join('\t');
}

function encodeTags(tags: readonly string[]): string {
  let before = '';
  return tags
    .map((tag) => {
      let shared = 0;
      while (shared < 35 && shared < before.length && before[shared] === tag[shared]) shared++;
      before = tag;
      return shared.toString(36) + tag.slice(shared);
    })
    .join(',');
}

function encodeRow(row: SizeRow, name: string, tags: readonly string[], sources: ReadonlyMap<string, number>): string {
  const arch = ARCHITECTURES.indexOf(row.arch);
  if (arch < 0) throw new Error(`${name}: architecture ${row.arch} is not known`);
  const { template, tag } = templateOf(row.source, name, tags);
  const source = (sources.get(template) ?? 0).toString(36) + (tag > 0 ? `.${tag.toString(36)}` : '');
  return [
    arch.toString(36) + row.precision.charAt(0),
    row.pull?.toString(36) ?? '',
    row.disk?.toString(36) ?? '',
    encodeDate(row.asOf),
    source,
  ].join(' ');
}

/** The longest tag of the group that the source names becomes `{tag}`, so that like sources are stored once. */
function templateOf(source: string, name: string, tags: readonly string[]): { template: string; tag: number } {
  const template = source.replaceAll(`/${name}/`, '/{image}/').replaceAll(` ${name}:`, ' {image}:');
  let best = -1;
  tags.forEach((tag, i) => {
    const named = template.includes(`/${tag}.md`) || template.includes(`{image}:${tag})`);
    if (named && tag.length > (tags[best]?.length ?? 0)) best = i;
  });
  const tag = tags[best];
  if (tag === undefined) return { template, tag: 0 };
  return {
    template: template.replaceAll(`/${tag}.md`, '/{tag}.md').replaceAll(`{image}:${tag})`, '{image}:{tag})'),
    tag: best,
  };
}

function encodeDate(date: string | null): string {
  if (date === null) return '';
  return /^\d{4}-\d\d-\d\d$/.test(date) ? (Date.parse(date) / DAY).toString(36) : `~${date}`;
}

export function encodeLayers(entries: readonly LayerEntry[], made: string, source: string): string {
  const lines = [JSON.stringify({ v: 1, made, source })];
  for (const entry of entries) {
    lines.push(`=${entry.name}\t${entry.tag}`);
    for (const layer of entry.layers) lines.push(`${layer.pull.toString(36)}\t${layer.by}`);
  }
  return [...lines, ''].join('\n');
}
