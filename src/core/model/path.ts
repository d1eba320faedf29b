// Model: paths inside an image. In: a path as written, the folder in force, the system. Out: the absolute path BuildKit
// makes of it: on Linux an absolute path stays as written, a relative one is joined and cleaned; on Windows the drive letter
// goes and backslashes turn. Throws a Refusal for another drive. Follows BuildKit's util/system (NormalizePath,
// NormalizeWorkdir).

import { cleanPath } from '../clean-path';
import { quote } from '../parse/quote';
import { Refusal } from './refusal';

/** Go's `path.Join`: empty parts left out. */
export function joinPath(...parts: readonly string[]): string {
  const given = parts.filter((part) => part !== '');
  return given.length === 0 ? '' : cleanPath(given.join('/'));
}

/** Forward slashes, on Windows too. */
export const slashes = (path: string, os: string): string => (os === 'windows' ? path.replaceAll('\\', '/') : path);

/** Takes the drive letter off a Windows path; leaves any other alone. */
function withoutDrive(path: string, os: string, keepSlash: boolean): string {
  if (os !== 'windows' || path === '') return path;
  const turned = slashes(path, os);
  if (turned.length === 2 && turned[1] === ':') throw new Refusal(`No relative path specified in ${quote(path)}`);
  if (turned.startsWith('//')) throw new Refusal('UNC paths are not supported');
  const colon = turned.indexOf(':');
  if (colon >= 0 && turned.slice(0, colon).toLowerCase() !== 'c')
    throw new Refusal('The specified path is not on the system drive (C:)');
  const rest = turned.slice(colon + 1);
  const clean = cleanPath(rest);
  return keepSlash && rest.endsWith('/') && clean.length > 1 ? `${clean}/` : clean;
}

/** An absolute path with forward slashes; `keepSlash` keeps a trailing `/` or `/.`, which COPY minds. */
function absolutePath(parent: string, path: string, os: string, keepSlash: boolean): string {
  const written = slashes(path, os);
  const from = withoutDrive(parent === '' ? '/' : parent, os, false);
  const base = from.startsWith('/') ? from : joinPath('/', from);
  const given = withoutDrive(path === '' ? base : path, os, keepSlash);
  let full = given.startsWith('/') ? given : joinPath(base, given);
  if (!keepSlash) return full;
  if (written.endsWith('/') && !full.endsWith('/')) full += '/';
  else if (written.endsWith('/.')) full = full === '/' ? '/.' : `${full}/.`;
  return full;
}

/** Destination of COPY and ADD. */
export function destination(workdir: string, path: string, os: string): string {
  const given = withoutDrive(path, os, true);
  if (given.startsWith('/')) return absolutePath('/', given, os, true);
  return absolutePath(workdir, given === '.' || given === '' ? './' : given, os, true);
}

/** WorkingDir after a WORKDIR: with backslashes on Windows. */
export function workingDir(current: string, path: string, os: string): string {
  const full = absolutePath(current, path, os, false);
  return os === 'windows' ? full.replaceAll('/', '\\') : full;
}
