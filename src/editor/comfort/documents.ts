// Several named Dockerfiles, kept in this browser one by one, so that two tabs of the browser do not write over each
// other's. One of them is open; its text is the page's.

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface Documents {
  readonly all: readonly Named[];
  readonly open: string;
}

const KEY = 'dockerfile-playground:file:';

/** A name not taken yet: `Dockerfile`, `Dockerfile 2`. */
export function freeName(all: readonly Named[], wanted = 'Dockerfile'): string {
  const taken = new Set(all.map((one) => one.name));
  if (!taken.has(wanted)) return wanted;
  let n = 2;
  while (taken.has(`${wanted} ${n}`)) n += 1;
  return `${wanted} ${n}`;
}

/** What is stored, with the page's text open: in the file that holds it, or else in a new one. */
export function begin(stored: readonly Named[], text: string, newId: () => string): Documents {
  const holding = stored.find((one) => one.text === text);
  if (holding) return { all: stored, open: holding.id };
  const blank = stored.find((one) => one.text.trim() === '');
  if (blank) return { all: stored.map((one) => (one === blank ? { ...one, text } : one)), open: blank.id };
  const mine = { id: newId(), name: freeName(stored), text };
  return { all: [...stored, mine], open: mine.id };
}

export const add = ({ all }: Documents, name: string, text: string, id: string): Documents => ({
  all: [...all, { id, name: freeName(all, name), text }],
  open: id,
});

export const write = (files: Documents, text: string): Documents => ({
  ...files,
  all: files.all.map((one) => (one.id === files.open ? { ...one, text } : one)),
});

export const rename = (files: Documents, id: string, name: string): Documents => ({
  ...files,
  all: files.all.map((one) =>
    one.id === id && name.trim() !== '' && name.trim() !== one.name
      ? {
          ...one,
          name: freeName(
            files.all.filter((other) => other.id !== id),
            name.trim().slice(0, 60),
          ),
        }
      : one,
  ),
});

/** Takes a file away; the last one cannot go. */
export function close({ all, open }: Documents, id: string): Documents {
  const at = all.findIndex((one) => one.id === id);
  const rest = all.filter((one) => one.id !== id);
  const next = rest[Math.min(at, rest.length - 1)];
  return at < 0 || !next ? { all, open } : { all: rest, open: open === id ? next.id : open };
}

/** What the file with this text is called on a disk: a number that keeps two names apart here is no part of that. */
export function fileNameOf(text: string, stored: readonly Named[] = readDocuments()): string {
  const name = stored.find((one) => one.text === text)?.name ?? 'Dockerfile';
  return name.replace(/^Dockerfile \d+$/, 'Dockerfile');
}

export function readDocuments(storage: () => Storage = () => localStorage): readonly Named[] {
  try {
    const local = storage();
    const keys = Array.from({ length: local.length }, (_, i) => local.key(i) ?? '').filter((key) =>
      key.startsWith(KEY),
    );
    return keys.sort().flatMap((key) => {
      const one = JSON.parse(local.getItem(key) ?? 'null') as Partial<Named> | null;
      const whole = typeof one?.name === 'string' && typeof one.text === 'string';
      return whole ? [{ id: key.slice(KEY.length), name: one.name ?? '', text: one.text ?? '' }] : [];
    });
  } catch {
    return [];
  }
}

export function keep(file: Named, storage: () => Storage = () => localStorage): boolean {
  try {
    storage().setItem(KEY + file.id, JSON.stringify({ name: file.name, text: file.text }));
    return true;
  } catch {
    return false;
  }
}

export function forget(id: string, storage: () => Storage = () => localStorage): void {
  try {
    storage().removeItem(KEY + id);
  } catch {
    // Blocked storage holds nothing to forget.
  }
}
