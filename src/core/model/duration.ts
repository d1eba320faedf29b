// Model: durations of HEALTHCHECK. In: `1m30s`. Out: nanoseconds, and back again as Go prints them in the image history.
// Follows Go's time.ParseDuration and Duration.String.

import { quote } from '../parse/quote';

const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};

/** Nanoseconds, or null when `text` is no duration. */
export function parseDuration(text: string): number | null {
  const match = /^([+-]?)(0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/u.exec(text);
  if (!match) return null;
  let total = 0;
  for (const [, number = '0', unit = 's'] of text.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/gu))
    total += Number(number) * (UNITS[unit] ?? 0);
  if (total > Number.MAX_SAFE_INTEGER * 1024) return null;
  return (match[1] === '-' ? -1 : 1) * Math.round(total);
}

/** Go's words for a text that is none. */
export function whyNoDuration(text: string): string {
  const parts = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))*(?:\d+\.?\d*|\.\d+)([^\d.]*)/u.exec(text);
  const unit = parts?.[1];
  if (unit === undefined) return `time: invalid duration ${quote(text)}`;
  return unit === ''
    ? `time: missing unit in duration ${quote(text)}`
    : `time: unknown unit ${quote(unit)} in duration ${quote(text)}`;
}

/** `1m30s`, `500ms`, `0s`. */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  if (nanoseconds < 0) return `-${formatDuration(-nanoseconds)}`;
  for (const [unit, size] of [
    ['ns', 1],
    ['µs', 1e3],
    ['ms', 1e6],
  ] as const)
    if (nanoseconds < 1e9 && nanoseconds < size * 1000) return `${String(nanoseconds / size)}${unit}`;
  const hours = Math.floor(nanoseconds / 3.6e12);
  const minutes = Math.floor((nanoseconds % 3.6e12) / 6e10);
  const seconds = (nanoseconds % 6e10) / 1e9;
  if (hours > 0) return `${String(hours)}h${String(minutes)}m${String(seconds)}s`;
  return minutes > 0 ? `${String(minutes)}m${String(seconds)}s` : `${String(seconds)}s`;
}
