// What this browser keeps of measurements: those given in this tab, until it is closed, and the person's own catalogue of
// images, for good. Storage may be blocked or full: then nothing is kept, and the caller learns of it.

import type { GivenMeasurement } from '../core';

export const KEY = 'dockerfile-playground:measured';
export const CATALOGUE = 'dockerfile-playground:catalogue';

export function quietly<T>(use: () => T, otherwise: T): T {
  try {
    return use();
  } catch {
    return otherwise;
  }
}

/** Whether there is anything to bring back. */
export const keepsMeasurements = (): boolean =>
  quietly(() => sessionStorage.getItem(KEY) !== null || localStorage.getItem(CATALOGUE) !== null, false);

export function write(place: () => Storage, key: string, text: string | null): boolean {
  return quietly(() => {
    if (text === null) place().removeItem(key);
    else place().setItem(key, text);
    return true;
  }, false);
}

/** Of this tab. False when it is not kept. */
export const writeMeasured = (measured: readonly GivenMeasurement[]): boolean =>
  write(() => sessionStorage, KEY, measured.length > 0 ? JSON.stringify(measured) : null);
