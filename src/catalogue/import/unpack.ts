// Reading tables that may be packed: plain, .gz or .xz (by the `xz` command, which every Debian has).

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const LIMIT = 512 * 1024 * 1024;

/** The text of the file, or of the file with `.xz` or `.gz` behind its name; `null` when there is none. */
export function readPacked(path: string): string | null {
  if (existsSync(path)) return unpack(path);
  for (const packed of [`${path}.xz`, `${path}.gz`]) if (existsSync(packed)) return unpack(packed);
  return null;
}

function unpack(path: string): string {
  if (path.endsWith('.xz')) return execFileSync('xz', ['-dc', path], { maxBuffer: LIMIT }).toString('utf8');
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
