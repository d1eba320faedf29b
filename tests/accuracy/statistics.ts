// How far estimates are from the truth, said in a few numbers.

import type { Range } from '../../src/core';

export interface Row {
  readonly name: string;
  readonly kind: string;
  readonly unit: 'unpacked' | 'compressed';
  readonly truth: number;
  readonly range: Range;
}

export interface Summary {
  readonly rows: number;
  /** Of |estimate / truth - 1|. */
  readonly median: number;
  readonly p90: number;
  /** Median of estimate / truth - 1. */
  readonly bias: number;
  /** Share of truths inside the range. */
  readonly inside: number;
  /** Median of (high - low) / likely. */
  readonly width: number;
}

export const holds = (row: Row): boolean => row.truth >= row.range.low && row.truth <= row.range.high;

export const errorOf = (row: Row): number =>
  row.truth === 0 ? (row.range.likely === 0 ? 0 : Infinity) : row.range.likely / row.truth - 1;

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN);
}

export function summarise(rows: readonly Row[]): Summary {
  const errors = rows.map(errorOf);
  const widths = rows.map(({ range }) => (range.likely === 0 ? 0 : (range.high - range.low) / range.likely));
  return {
    rows: rows.length,
    median: quantile(errors.map(Math.abs), 0.5),
    p90: quantile(errors.map(Math.abs), 0.9),
    bias: quantile(errors, 0.5),
    inside: rows.filter(holds).length / rows.length,
    width: quantile(widths, 0.5),
  };
}

const percent = (value: number): string => (Number.isFinite(value) ? `${(value * 100).toFixed(1)} %` : '-');

export function line(label: string, summary: Summary): string {
  const { rows, median, p90, bias, inside, width } = summary;
  return `${label.padEnd(34)} ${String(rows).padStart(4)} rows   median ${percent(median).padStart(7)}   p90 ${percent(p90).padStart(8)}   bias ${percent(bias).padStart(8)}   inside ${percent(inside).padStart(7)}   width ${percent(width).padStart(8)}`;
}

export function rowLine(row: Row): string {
  const bytes = (value: number) => String(Math.round(value)).padStart(11);
  const mark = holds(row) ? ' ' : '!';
  return `${mark} ${row.unit.padEnd(10)} ${row.kind.padEnd(9)} ${bytes(row.truth)} ${bytes(row.range.likely)} ${bytes(row.range.low)}–${bytes(row.range.high).trimStart().padEnd(11)} ${percent(errorOf(row)).padStart(9)}  ${row.name.slice(0, 150)}`;
}
