/** Path of a Chromium that opens. Throws when there is none and none can be installed. */
export function findChromium(): Promise<string>;
