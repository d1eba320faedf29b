// What a new list of packages changes against the one before, in lines a person can read.

const LARGEST = 10;
/** Sizes that differ by less are noise: rebuilds. */
const SAME = 0.02;

/** Installed bytes by name, before and now. `title` opens the first line. */
export function changes(
  title: string,
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): string[] {
  const gone = [...before.keys()].filter((name) => !now.has(name));
  const added = [...now.keys()].filter((name) => !before.has(name));
  const grown = [...before].flatMap(([name, from]) => {
    const to = now.get(name) ?? 0;
    return to > 0 && from > 0 && Math.abs(to / from - 1) > SAME ? [{ name, from, to }] : [];
  });
  const largest = grown.sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)).slice(0, LARGEST);
  const mebibytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1);
  return [
    `  ${title}: ${String(added.length)} new, ${String(gone.length)} gone, ${String(grown.length)} of another size`,
    ...largest.map(({ name, from, to }) => `  ${name}: ${mebibytes(from)} → ${mebibytes(to)} MiB installed`),
  ];
}
