// Step 3 of the walk: `docker history` and `docker image ls` (and podman's and nerdctl's) as tables, trimmed or with
// --no-trunc, whole or copied through something that moved the columns.

import { parseSize } from '../own';
import { measurement, ofLayers, type MeasuredImage, type MeasuredLayer, type Measurement } from './measurement';

const HEADER = /CREATED BY\s+SIZE|REPOSITORY\s+TAG|IMAGE\s+ID\s+DISK USAGE/;
const ROW_START = /^\s*(?:<missing>|(?:sha256:)?[0-9a-f]{10,64})\s/;

/** Reads a table by the columns of its header; `null` when the text is neither. */
export function readTable(text: string): Measurement | null {
  const lines = text.replaceAll('\u00a0', ' ').split(/\r?\n/);
  const at = lines.findIndex((line) => HEADER.test(line));
  const header = lines[at];
  if (header === undefined) return null;
  const rows = lines.slice(at + 1).filter((line) => line.trim() !== '');
  return header.includes('CREATED BY') ? history(header, rows) : images(header, rows);
}

/** The text of a row below a column's title, up to the next title; empty where the row's columns have moved. */
function column(header: string, title: string): (row: string) => string {
  const start = header.indexOf(title);
  const next = /\S/.exec(header.slice(start + title.length));
  const end = next ? start + title.length + next.index : undefined;
  const moved = (row: string, at: number | undefined): boolean =>
    at !== undefined && at > 0 && at < row.length && row.charAt(at - 1) !== ' ';
  return (row) => (start < 0 || moved(row, start) || moved(row, end) ? '' : row.slice(start, end).trim());
}

/** A script of several lines breaks its row: what does not begin with an image belongs to the row above. */
function joined(header: string, rows: readonly string[]): string[] {
  if (!/^\s*(IMAGE|ID)\b/.test(header) || !ROW_START.test(rows[0] ?? '')) return [...rows];
  const whole: string[] = [];
  for (const row of rows) {
    if (ROW_START.test(row) || whole.length === 0) whole.push(row);
    else whole.push(`${whole.pop() ?? ''} ${row.trim()}`);
  }
  return whole;
}

function history(header: string, rows: readonly string[]): Measurement | null {
  const by = column(header, 'CREATED BY');
  const size = column(header, 'SIZE');
  const layers: MeasuredLayer[] = [];
  for (const row of joined(header, rows)) {
    let disk = parseSize(size(row));
    let text = by(row);
    if (disk === null || text === '') {
      // The last size of the line counts.
      const match = /^(.*?)\s+(\d+(?:\.\d+)?\s?[kMGT]?i?B)(?:\s{2,}.*|\s+buildkit\S*|\s*)$/.exec(row);
      disk = match ? parseSize(match[2] ?? '') : null;
      text = (match?.[1] ?? '').replace(/^\S+\s+(?:N\/A|(?:\d+|an?|about)\s.*?\sago)\s+/i, '').trim();
    }
    if (disk !== null) layers.push({ by: text, disk, pull: null });
  }
  return layers.length > 0 ? measurement('docker history', [ofLayers(layers.reverse())]) : null;
}

/** DISK USAGE holds the packed content beside the unpacked files, so that CONTENT SIZE has to be taken from it. */
function images(header: string, rows: readonly string[]): Measurement | null {
  const newer = header.includes('DISK USAGE');
  const [repository, tag, named] = [column(header, 'REPOSITORY'), column(header, 'TAG'), column(header, 'IMAGE')];
  const size = column(header, newer ? 'DISK USAGE' : 'SIZE');
  const packed = [newer ? 'CONTENT SIZE' : 'BLOB SIZE'].filter((title) => header.includes(title));
  const content = packed[0] === undefined ? null : column(header, packed[0]);
  const platform = header.includes('PLATFORM') ? column(header, 'PLATFORM') : null;
  const found = rows.flatMap((row): MeasuredImage[] => {
    const used = parseSize(size(row));
    const pull = content ? parseSize(content(row)) : null;
    const reference = newer ? named(row) : `${repository(row)}:${tag(row)}`;
    if (used === null || reference.includes('<none>') || reference.startsWith(':')) return [];
    const disk = newer && pull !== null && pull < used ? used - pull : used;
    return [
      {
        references: [reference],
        platform: platform?.(row) || null,
        disk,
        pull: pull === 0 ? null : pull,
        layers: [],
      },
    ];
  });
  return measurement('docker image ls', found);
}
