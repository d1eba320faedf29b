// Paths as Go's `path.Clean` leaves them, for parsing and model alike.

/** The shortest way to write a path: no empty and no `.` parts, `..` takes one back; `.` when nothing is left. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push('..');
  }
  const joined = kept.join('/');
  return rooted ? `/${joined}` : joined === '' ? '.' : joined;
}
