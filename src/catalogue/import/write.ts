// Writing generated files: whole or not at all.

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes beside the file and renames, so that an interrupted run never leaves half a file. */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.new-${String(process.pid)}`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}
