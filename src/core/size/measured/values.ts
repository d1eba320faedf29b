// Step 3 of the walk: reading JSON that others wrote: what has the wrong type is not there.

import { parseSize } from '../own';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Bytes: a number, or a size as docker prints it. */
export const bytes = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? Math.round(value)
    : typeof value === 'string'
      ? parseSize(value)
      : null;

/** `linux/arm64/v8` of what tools call os, architecture and variant; `null` when they are not told. */
export function platformOf(of: Json): string | null {
  const [os, architecture, variant] = ['os', 'architecture', 'variant'].map(
    (name) => text(of[name]) ?? text(of[name.charAt(0).toUpperCase() + name.slice(1)]),
  );
  if (!os || !architecture || architecture === 'unknown') return null;
  return variant ? `${os}/${architecture}/${variant}` : `${os}/${architecture}`;
}
