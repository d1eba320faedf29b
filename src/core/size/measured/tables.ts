// Step 3 of the walk: `docker history` and `docker image ls` as tables, trimmed or with --no-trunc.

import { parseSize } from '../own';
import type { MeasuredLayer, Measurement } from './measurement';

/** Reads a table by the columns of its header; `null` when the text is neither. */
export function readTable(text: string): Measurement | null {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => /CREATED BY\s+SIZE|REPOSITORY\s+TAG|IMAGE\s+ID\s+DISK USAGE/.test(line));
  const header = lines[at];
  if (header === undefined) return null;
  const rows = lines.slice(at + 1).filter((line) => line.trim() !== '');
  if (header.includes('CREATED BY')) return history(header, rows);
  return images(header, rows);
}

/** The text of a row below a column's title, up to the next title. */
function column(header: string, title: string): (row: string) => string {
  const start = header.indexOf(title);
  const next = /\S/.exec(header.slice(start + title.length));
  const end = next ? start + title.length + next.index : undefined;
  return (row) => (start < 0 ? '' : row.slice(start, end).trim());
}

function history(header: string, rows: readonly string[]): Measurement | null {
  const by = column(header, 'CREATED BY');
  const size = column(header, 'SIZE');
  const layers: MeasuredLayer[] = [];
  for (const row of rows) {
    let disk = parseSize(size(row));
    let text = by(row);
    if (disk === null) {
      // Copied through a chat or a page, columns have moved: the last size of the line counts.
      const match = /^(.*?)\s+(\d+(?:\.\d+)?\s?[kMGT]?i?B)(?:\s{2,}.*|\s+buildkit\S*|\s*)$/.exec(row);
      disk = match ? parseSize(match[2] ?? '') : null;
      text = (match?.[1] ?? '').replace(/^\S+\s+(?:\d+|an?|about)\s.*?\sago\s+/, '').trim();
    }
    if (disk !== null) layers.push({ by: text, disk, pull: null });
  }
  return layers.length > 0
    ? { kind: 'layers', tool: 'docker history', reference: null, layers: layers.reverse() }
    : null;
}

function images(header: string, rows: readonly string[]): Measurement | null {
  const repository = column(header, 'REPOSITORY');
  const tag = column(header, 'TAG');
  const named = column(header, 'IMAGE');
  const size = column(header, header.includes('DISK USAGE') ? 'DISK USAGE' : 'SIZE');
  const content = header.includes('CONTENT SIZE') ? column(header, 'CONTENT SIZE') : null;
  const found = rows.flatMap((row) => {
    const disk = parseSize(size(row));
    const reference = header.includes('REPOSITORY') ? `${repository(row)}:${tag(row)}` : named(row);
    return disk === null || reference.includes('<none>')
      ? []
      : [{ references: [reference], disk, pull: content ? parseSize(content(row)) : null }];
  });
  return found.length > 0 ? { kind: 'images', tool: 'docker image ls', images: found } : null;
}
