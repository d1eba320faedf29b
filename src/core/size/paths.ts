// Step 3 of the walk: absolute paths of a stage's file system, and the globs that name them. POSIX only.

/** `path` seen from `folder`, with `.` and `..` resolved and no slash at the end. */
export function absolute(path: string, folder: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const parentOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));

/** Whether `path` is `folder` or lies below it. */
export const isUnder = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || (path.startsWith(folder) && path.charAt(folder.length) === '/');

/** `path` as seen from `folder` that it lies under; empty for itself. */
export const below = (path: string, folder: string): string =>
  path === folder ? '' : path.slice(folder === '/' ? 1 : folder.length + 1);

export const isGlob = (path: string): boolean => /[*?[]/.test(path);

/** A glob over whole paths: `*` and `?` stay within a segment, `**` does not. Bounded, so that no pattern is slow. */
export function globMatcher(pattern: string): (path: string) => boolean {
  if (pattern.length > 512 || pattern.split('*').length > 12) return (path) => path === pattern;
  let body = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    if (char === '*' && pattern.charAt(at + 1) === '*') {
      body += pattern.charAt(at + 2) === '/' ? '(?:.*/)?' : '.*';
      at += pattern.charAt(at + 2) === '/' ? 2 : 1;
    } else if (char === '*') body += '[^/]*';
    else if (char === '?') body += '[^/]';
    else if (char === '[') {
      const close = pattern.indexOf(']', at + 1);
      if (close < 0) body += '\\[';
      else {
        body += `[${pattern
          .slice(at + 1, close)
          .replace(/^!/, '^')
          .replace(/[\\[]/g, '\\$&')}]`;
        at = close;
      }
    } else body += char.replace(/[.+^${}()|\\]/g, '\\$&');
  }
  try {
    const expression = new RegExp(`^${body}$`, 's');
    return (path) => expression.test(path);
  } catch {
    return (path) => path === pattern;
  }
}
