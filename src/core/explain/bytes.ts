// Bytes as a person reads them, everywhere the same: decimal units as Docker prints them (1 MB = 1,000,000 bytes),
// one decimal below 10, none above, two below 1 when a unit is imposed: 1.9 MB, 78 MB, 0.85 GB.

import type { Range, Total } from '../size/size';

export type Unit = 'B' | 'kB' | 'MB' | 'GB' | 'TB';

const UNITS: readonly (readonly [Unit, number])[] = [
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
];

const factor = (unit: Unit): number => UNITS.find(([name]) => name === unit)?.[1] ?? 1;

/** Rounded as printed, so that 999,950 bytes are 1.0 MB and never 1000 kB. */
function digits(value: number): string {
  if (value === 0) return '0';
  if (value < 0.995) return String(Number(value.toPrecision(2)));
  return value < 9.95 ? value.toFixed(1) : String(Math.round(value));
}

/** The unit in which `bytes` are printed. */
export function unitOf(bytes: number): Unit {
  const size = Math.abs(bytes);
  return UNITS.find(([, scale]) => size >= scale * 0.9995)?.[0] ?? 'B';
}

function valueIn(bytes: number, unit: Unit): string {
  if (unit === 'B') return String(Math.round(bytes));
  return bytes < 0 ? `−${digits(-bytes / factor(unit))}` : digits(bytes / factor(unit));
}

/** `1.9 MB`. With a non-breaking blank, as number and unit belong together. */
export function formatBytes(bytes: number, unit: Unit = unitOf(bytes)): string {
  return `${valueIn(bytes, unit)}\u00a0${unit}`;
}

/** `1.7–2.3`, in the unit of the likely value; `null` when both ends print like the value itself. */
export function formatRange({ low, likely, high }: Range, unit: Unit = unitOf(likely)): string | null {
  const [from, middle, to] = [valueIn(low, unit), valueIn(likely, unit), valueIn(high, unit)];
  return from === middle && middle === to ? null : `${from}–${to}`;
}

/** `1.9 MB`, `78 MB + unknown`, `unknown`. */
export function formatTotal(total: Total, of: 'disk' | 'pull' = 'disk'): string {
  const { likely } = total[of];
  if (total.unknown === 0) return formatBytes(likely);
  return likely === 0 ? 'unknown' : `${formatBytes(likely)} + unknown`;
}

/** `12,345`. The first use of the browser's own number formats takes some 20 ms, which a first picture does not have. */
const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** `450×`, `1.4×`; `null` when the two print alike or one of them is nothing. */
export function formatTimes(big: number, small: number): string | null {
  if (small <= 0 || big <= 0) return null;
  const ratio = big / small;
  if (ratio < 1.05) return null;
  return `${ratio < 9.95 ? ratio.toFixed(1) : grouped(Math.round(ratio))}×`;
}
