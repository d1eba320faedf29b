// Text of a generated image file → entries in memory. `import/encode.ts` is its inverse and tells the format.

import type { ImageEntry, ImageFile, LayerEntry, Precision, SizeRow, TagGroup } from './entry';

const PRECISION: Readonly<Record<string, Precision>> = { e: 'exact', r: 'rounded', a: 'approximate' };
export const ARCHITECTURES = ['amd64', 'arm64', 'arm/v7', '386', 'arm/v5', 'arm/v6', 'ppc64le', 'riscv64', 's390x'];
const DAY = 86_400_000;

interface Header {
  readonly v: number;
  readonly made: string;
  readonly sources: readonly string[];
}

/** An image whose groups are read when they are first asked for: a Dockerfile asks for a few of hundreds. */
function writtenImage(name: string, body: string, header: Header): ImageEntry {
  let groups: readonly TagGroup[] | null = null;
  const read = (): readonly TagGroup[] =>
    body
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => decodeGroup(line, name, header));
  return {
    name,
    get groups() {
      return (groups ??= read());
    },
  };
}

/** Throws when the text is of another format version. */
export function decodeImages(text: string): ImageFile {
  const [first = '', ...written] = text.split('\n=');
  const header = JSON.parse(first) as Header;
  if (header.v !== 1) throw new Error(`images: format ${String(header.v)} is not known`);
  const images = written.map((image) => {
    const end = image.indexOf('\n');
    return end < 0 ? writtenImage(image, '', header) : writtenImage(image.slice(0, end), image.slice(end + 1), header);
  });
  return { made: header.made, images };
}

function decodeGroup(line: string, name: string, header: Header): TagGroup {
  const [tags = '', distro = '', ...rows] = line.split('\t');
  const list = decodeTags(tags);
  return {
    tags: list,
    distro: distro === '' ? null : distro,
    rows: rows.map((row) => decodeRow(row, name, list, header)),
  };
}

/** Tags are separated by commas; a leading digit says how many characters are shared with the tag before. */
function decodeTags(text: string): string[] {
  const tags: string[] = [];
  for (const part of text.split(',')) {
    const shared = parseInt(part.charAt(0), 36);
    tags.push((tags.at(-1) ?? '').slice(0, shared) + part.slice(1));
  }
  return tags;
}

function decodeRow(row: string, name: string, tags: readonly string[], header: Header): SizeRow {
  const [head = '', pull = '', disk = '', date = '', source = ''] = row.split(' ');
  const tag = tags[source.includes('.') ? parseInt(source.split('.')[1] ?? '0', 36) : 0] ?? '';
  return {
    arch: ARCHITECTURES[parseInt(head.charAt(0), 36)] ?? 'amd64',
    precision: PRECISION[head.charAt(1)] ?? 'approximate',
    pull: pull === '' ? null : parseInt(pull, 36),
    disk: disk === '' ? null : parseInt(disk, 36),
    asOf: decodeDate(date),
    source: (header.sources[parseInt(source, 36)] ?? '').replaceAll('{image}', name).replaceAll('{tag}', tag),
  };
}

/** Days since 1970 in base 36, or `~` and a date that the source cut short. */
function decodeDate(text: string): string | null {
  if (text === '') return null;
  if (text.startsWith('~')) return text.slice(1);
  return new Date(parseInt(text, 36) * DAY).toISOString().slice(0, 10);
}

/** Throws when the text is of another format version. */
export function decodeLayers(text: string): LayerEntry[] {
  const lines = text.split('\n');
  if ((JSON.parse(lines[0] ?? '') as { v: number }).v !== 1) throw new Error('layers: format is not known');
  const entries: { name: string; tag: string; layers: { by: string; pull: number }[] }[] = [];
  for (const line of lines.slice(1)) {
    if (line.startsWith('=')) {
      const [name = '', tag = ''] = line.slice(1).split('\t');
      entries.push({ name, tag, layers: [] });
    } else if (line !== '') {
      const [pull = '', by = ''] = line.split('\t');
      entries.at(-1)?.layers.push({ by, pull: parseInt(pull, 36) });
    }
  }
  return entries;
}
