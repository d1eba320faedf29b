// The last versions of the text, kept in this browser. Storage may be blocked or full: then none are kept.

export interface Version {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

export const MOST = 50;
/** A version younger than this grows with small edits instead of becoming many. */
const FRESH = 30_000;
const SMALL = 200;
const KEY = 'dockerfile-playground:versions';

/** The list with the text as its newest version, newest first. */
export function remember(versions: readonly Version[], text: string, now: number): readonly Version[] {
  const newest = versions[0];
  if (text.trim() === '' || newest?.text === text) return versions;
  const grows = newest && now - newest.at < FRESH && Math.abs(newest.text.length - text.length) <= SMALL;
  const older = (grows ? versions.slice(1) : versions).filter((one) => one.text !== text);
  return [{ at: grows ? newest.at : now, text }, ...older].slice(0, MOST);
}

/** The list with what the text was before its first change: an example or a link's text, kept apart from what comes of it. */
export function rememberStart(versions: readonly Version[], before: string, now: number): readonly Version[] {
  if (before.trim() === '' || versions.some((one) => one.text === before)) return versions;
  return [{ at: now - FRESH, text: before }, ...versions].slice(0, MOST);
}

export function readVersions(storage: () => Storage = () => localStorage): readonly Version[] {
  try {
    const stored: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.filter(
      (one: unknown): one is Version =>
        typeof one === 'object' &&
        one !== null &&
        'at' in one &&
        'text' in one &&
        typeof one.text === 'string' &&
        typeof one.at === 'number',
    );
  } catch {
    return [];
  }
}

/** Older versions give way when there is no room for all. False when nothing could be kept. */
export function writeVersions(versions: readonly Version[], storage: () => Storage = () => localStorage): boolean {
  for (let count = versions.length; count > 0; count = Math.floor(count / 2)) {
    try {
      storage().setItem(KEY, JSON.stringify(versions.slice(0, count)));
      return true;
    } catch {
      continue;
    }
  }
  return versions.length === 0;
}
