// Reads the tab-separated tables of facts that a maintainer keeps: sizes, alias groups, layers.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LayerEntry, Precision, SizeRow } from '../entry';

export interface SizeTableRow extends SizeRow {
  readonly image: string;
  readonly tag: string;
}

export interface AliasGroup {
  readonly image: string;
  readonly tags: readonly string[];
  /** ISO day a retired group was last seen published; `null` for a current one. */
  readonly lastSeen: string | null;
}

/** Rows after the header line as objects by column name; lines that start with `#` are remarks. */
export function readTable(text: string): Record<string, string>[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const columns = (lines[0] ?? '').split('\t');
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

const PRECISIONS: readonly string[] = ['exact', 'rounded', 'approximate'] satisfies Precision[];

export function readSizes(folder: string): SizeTableRow[] {
  return readTable(readFileSync(join(folder, 'images.tsv'), 'utf8')).map((row) => {
    const precision = row['precision'] ?? '';
    if (!PRECISIONS.includes(precision)) throw new Error(`images.tsv: precision "${precision}" is not known`);
    return {
      image: row['image'] ?? '',
      tag: row['tag'] ?? '',
      // The table's README: an unknown architecture is almost always amd64.
      arch: row['arch'] === 'unknown' ? 'amd64' : (row['arch'] ?? ''),
      pull: bytes(row['compressed_bytes']),
      disk: bytes(row['uncompressed_bytes']),
      asOf: row['as_of'] === '' ? null : (row['as_of'] ?? null),
      precision: precision as Precision,
      source: row['source'] ?? '',
    };
  });
}

function bytes(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`images.tsv: "${text}" is not a number of bytes`);
  return value;
}

export function readAliases(folder: string, file: 'aliases.tsv' | 'aliases-retired.tsv'): AliasGroup[] {
  return readTable(readFileSync(join(folder, file), 'utf8')).map((row) => ({
    image: row['image'] ?? '',
    tags: (row['tags'] ?? '').split(','),
    lastSeen: row['last_seen'] ?? null,
  }));
}

export function readLayers(folder: string): LayerEntry[] {
  return readFileSync(join(folder, 'layers.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { image, tag, layers } = JSON.parse(line) as {
        image: string;
        tag: string;
        layers: { by: string; bytes: number }[];
      };
      return { name: image, tag, layers: layers.map(({ by, bytes: pull }) => ({ by, pull })) };
    });
}
