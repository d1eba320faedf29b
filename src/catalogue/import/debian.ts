// Debian's package lists as a mirror serves them (`Packages`), or as tables of the same facts → plain records.

import { join } from 'node:path';
import { readTable } from './tables';
import { readPacked } from './unpack';

export interface DebianPackage {
  readonly name: string;
  readonly installedKib: number;
  readonly debBytes: number;
  /** Clauses of alternatives, Pre-Depends first. */
  readonly depends: readonly (readonly string[])[];
  readonly recommends: readonly (readonly string[])[];
  readonly provides: readonly string[];
  /** 0 required … 4 extra; 3 when the source does not say. */
  readonly priority: number;
}

const PRIORITIES = ['required', 'important', 'standard', 'optional', 'extra'];

/** `Packages-<suite>` or `debian-<suite>.tsv`, packed or not; `null` when the folder has neither. */
export function readSuite(folder: string, suite: string): DebianPackage[] | null {
  const list = readPacked(join(folder, `Packages-${suite}`));
  if (list !== null) return readPackagesFile(list);
  const table = readPacked(join(folder, `debian-${suite}.tsv`));
  if (table === null) return null;
  return readTable(table).map((row) => ({
    name: row['name'] ?? '',
    installedKib: Number(row['installed_kib']),
    debBytes: Number(row['deb_bytes']),
    depends: clauses(row['depends']),
    recommends: clauses(row['recommends']),
    provides: clauses(row['provides']).flat(),
    priority: 3,
  }));
}

/** The stanzas of a Packages file; of several versions of a name the last stands. */
export function readPackagesFile(text: string): DebianPackage[] {
  const packages = new Map<string, DebianPackage>();
  for (const stanza of text.split(/\n\n+/)) {
    const fields = new Map<string, string>();
    for (const line of stanza.split('\n')) {
      const colon = line.indexOf(': ');
      if (colon > 0 && !line.startsWith(' ')) fields.set(line.slice(0, colon), line.slice(colon + 2));
    }
    const name = fields.get('Package');
    if (name === undefined) continue;
    const field = (key: string) => clauses(fields.get(key));
    const priority = PRIORITIES.indexOf(fields.get('Priority') ?? 'optional');
    packages.set(name, {
      name,
      installedKib: Number(fields.get('Installed-Size') ?? 0),
      debBytes: Number(fields.get('Size') ?? 0),
      depends: [...field('Pre-Depends'), ...field('Depends')],
      recommends: field('Recommends'),
      provides: field('Provides').flat(),
      priority: priority < 0 ? 3 : priority,
    });
  }
  return [...packages.values()];
}

/** `a (>= 1) | b:any, c [amd64]` → names only. */
function clauses(text: string | undefined): string[][] {
  if (text === undefined || text === '') return [];
  return text.split(',').map((clause) =>
    clause.split('|').map((each) =>
      each
        .trim()
        .replace(/[ (:[<].*$/, '')
        .trim(),
    ),
  );
}
