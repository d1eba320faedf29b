// From the rows of a tag group to both sizes of one platform: what is published, and what has to be derived.

import type { Range } from '../core';
import type { SizeRow } from './entry';
import { distance, type Shaped } from './nearest';
import type { TagShape } from './tag';

export interface Sized {
  readonly disk: Range;
  readonly pull: Range;
  readonly exact: boolean;
  /** The row the figure stands on first. */
  readonly row: SizeRow;
  /** What a reader must know: derived sizes, another architecture, age. */
  readonly notes: readonly string[];
}

/** Unpacked ÷ compressed by kind of image, and how far it strays. Measured over the catalogue's pairs, by family. */
const RATIOS: readonly (readonly [RegExp, number, number])[] = [
  [/^debian:.*slim/, 2.65, 0.04], [/^debian:/, 2.4, 0.05], [/^ubuntu:/, 2.6, 0.06], [/^alpine:/, 2.2, 0.06], [/^buildpack-deps:/, 2.7, 0.06],
  [/^golang:.*alpine/, 3.3, 0.12], [/^golang:/, 2.8, 0.06], [/^rust:/, 2.85, 0.07], [/^python:.*alpine/, 2.7, 0.08],
  [/^python:.*slim/, 2.85, 0.06], [/^python:/, 2.7, 0.05], [/^node:/, 2.95, 0.09], [/^[^:]*:.*jre/, 2.6, 0.12],
  [/^(?:eclipse-temurin|openjdk|amazoncorretto|ibm-semeru-runtimes|sapmachine|maven|gradle):/, 2.05, 0.12], [/^php:/, 2.6, 0.1],
  [/^ruby:/, 2.6, 0.1], [/^nginx:/, 2.55, 0.08], [/^postgres:/, 2.65, 0.1], [/^mysql:/, 3.4, 0.15],
  [/^mcr\.microsoft\.com\/dotnet\//, 2.5, 0.12], [/^gcr\.io\/distroless\/static/, 2.6, 0.3],
]; // prettier-ignore
const ANY_RATIO = [2.6, 0.3] as const;

/** Both sizes, or `null` when the group has no row for any architecture. `family` serves the ratio. */
export function sizesOf(name: string, target: Shaped, arch: string, family: readonly Shaped[]): Sized | null {
  const own = target.group.rows.filter((row) => row.arch === arch);
  const notes: string[] = [];
  let rows: readonly SizeRow[] = own;
  let widen = 0;
  if (rows.length === 0) {
    rows = target.group.rows.filter((row) => row.arch === 'amd64');
    if (rows.length === 0) rows = target.group.rows;
    const first = rows[0];
    if (first === undefined) return null;
    widen = 0.08;
    notes.push(`no size known for ${arch}, that of ${first.arch} stands in`);
  }
  const pullRow = rows.find((row) => row.pull !== null);
  const diskRow = rows.find((row) => row.disk !== null);
  const pull = pullRow?.pull ?? null;
  const disk = diskRow?.disk ?? null;
  const row = pullRow ?? diskRow;
  if (row === undefined) return null;
  const ratio = ratioFor(name, target.shape, family);
  if (pull !== null && disk !== null && agrees(disk / pull, ratio))
    return {
      pull: around(pull, spreadOfRow(pullRow) + widen),
      disk: around(disk, spreadOfRow(diskRow) + widen),
      exact: pullRow?.precision === 'exact' && diskRow?.precision === 'exact' && widen === 0,
      row,
      notes,
    };
  if (pull !== null) {
    notes.push(`unpacked size estimated at ${ratio.value.toFixed(2)} times the compressed one, as in its family`);
    const spread = spreadOfRow(pullRow) + widen;
    return {
      pull: around(pull, spread),
      disk: around(pull * ratio.value, ratio.spread + spread),
      exact: false,
      row,
      notes,
    };
  }
  notes.push(`compressed size estimated at the unpacked one ÷ ${ratio.value.toFixed(2)}, as in its family`);
  const spread = spreadOfRow(diskRow) + widen;
  const bytes = disk ?? 0;
  return {
    disk: around(bytes, spread),
    pull: around(bytes / ratio.value, ratio.spread + spread),
    exact: false,
    row,
    notes,
  };
}

/** Two builds years apart do not tell each other's ratio. */
function agrees(found: number, ratio: Ratio): boolean {
  return Math.abs(found / ratio.value - 1) <= Math.max(0.2, 2 * ratio.spread);
}

interface Ratio {
  readonly value: number;
  readonly spread: number;
}

/** Unpacked ÷ compressed from the nearest relative that has both from about the same time, else from the family table. */
function ratioFor(name: string, shape: TagShape, family: readonly Shaped[]): Ratio {
  const key = `${name}:${[...shape.variant, shape.distro?.id ?? ''].join('-')}`;
  const [, value, spread] = RATIOS.find(([pattern]) => pattern.test(key)) ?? [null, ...ANY_RATIO];
  let best: { cost: number; ratio: number } | null = null;
  for (const each of family) {
    const ratio = pairRatio(each.group.rows);
    if (ratio === null || Math.abs(ratio / value - 1) > 0.25) continue;
    const cost = distance(shape, each.shape);
    if (cost < 30 && (best === null || cost < best.cost)) best = { cost, ratio };
  }
  return best === null ? { value, spread } : { value: best.ratio, spread: best.cost < 8 ? 0.08 : 0.12 };
}

function pairRatio(rows: readonly SizeRow[]): number | null {
  const pull = rows.find((row) => row.arch === 'amd64' && row.pull !== null);
  const disk = rows.find((row) => row.arch === 'amd64' && row.disk !== null);
  if (pull?.pull == null || disk?.disk == null || pull.pull === 0) return null;
  const years = Math.abs(yearOf(pull.asOf ?? disk.asOf) - yearOf(disk.asOf ?? pull.asOf));
  return years <= 1 ? disk.disk / pull.pull : null;
}

function yearOf(date: string | null): number {
  return date === null ? 0 : Number(date.slice(0, 4));
}

/** A published number is what it was that day, and most tags are built anew every few weeks; rows of years ago are of old builds of a tag that may have moved since. */
function spreadOfRow(row: SizeRow | undefined): number {
  if (row === undefined) return 0.3;
  if (row.precision === 'approximate') return 0.12;
  if (row.precision === 'rounded') return row.asOf === null || yearOf(row.asOf) >= 2024 ? 0.03 : 0.08;
  return yearOf(row.asOf) >= 2024 || row.asOf === null ? 0.01 : 0.05;
}

/** `likely` with the same share either way, in whole bytes. */
export function around(likely: number, spread: number): Range {
  return {
    low: Math.round(likely / (1 + spread)),
    likely: Math.round(likely),
    high: Math.round(likely * (1 + spread)),
  };
}
