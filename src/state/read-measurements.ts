// Brings back what this browser kept of measurements. What another version of this program wrote may have another shape:
// then it is dropped.

import type { GivenMeasurement } from '../core';
import { CATALOGUE, KEY, quietly, write } from './measurements';

/** The text of the person's own catalogue; `null` when there is none. */
export const readCatalogue = (): string | null => quietly(() => localStorage.getItem(CATALOGUE), null);

export const writeCatalogue = (text: string | null): boolean => write(() => localStorage, CATALOGUE, text);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isBytes = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
const isText = (value: unknown): boolean => value === null || typeof value === 'string';
const each = (value: unknown, fits: (one: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(value) && value.every((one) => isObject(one) && fits(one));

function isMeasurement(value: unknown): value is GivenMeasurement {
  if (!isObject(value) || typeof value['tool'] !== 'string') return false;
  if (value['of'] !== undefined && typeof value['of'] !== 'string') return false;
  const sized = (one: Record<string, unknown>): boolean => isBytes(one['disk']) && isBytes(one['pull']);
  return (
    each(value['index'], (one) => typeof one['platform'] === 'string' && typeof one['digest'] === 'string') &&
    each(
      value['images'],
      (one) =>
        sized(one) &&
        isText(one['platform']) &&
        Array.isArray(one['references']) &&
        one['references'].every((name) => typeof name === 'string') &&
        each(one['layers'], (layer) => sized(layer) && isText(layer['by'])),
    )
  );
}

/** What this tab was given. */
export const readMeasured = (): readonly GivenMeasurement[] =>
  quietly(() => {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isMeasurement) : [];
  }, []);
