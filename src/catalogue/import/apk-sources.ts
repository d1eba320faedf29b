// Where facts on Alpine's packages come from: a release's indexes as a mirror serves them (`APKINDEX.tar.gz`), tables of
// the same fields, and single facts without an index → plain records.

import { gunzipSync } from 'node:zlib';
import { readTable } from './tables';

export interface ApkSource {
  readonly name: string;
  /** Bytes. */
  readonly installed: number;
  readonly download: number;
  readonly depends: readonly string[];
  readonly provides: readonly string[];
  readonly installIf: readonly string[];
  readonly priority: number;
  /** Of another release, or rounded. */
  readonly old: boolean;
}

const BLOCK = 512;

/** The index inside an `APKINDEX.tar.gz`: a signature and an archive, packed one behind the other. Throws without one. */
export function readApkIndexArchive(packed: Uint8Array): ApkSource[] {
  const bytes = gunzipSync(packed);
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const text = (from: number, to: number) =>
      bytes
        .subarray(at + from, at + to)
        .toString('latin1')
        .replace(/\0.*$/s, '');
    const name = text(0, 100);
    if (name === '') {
      at += BLOCK;
      continue;
    }
    const size = parseInt(text(124, 136).trim(), 8);
    if (!Number.isSafeInteger(size)) break;
    if (name === 'APKINDEX') return readApkIndex(bytes.subarray(at + BLOCK, at + BLOCK + size).toString('utf8'));
    at += BLOCK * (1 + Math.ceil(size / BLOCK));
  }
  throw new Error('the archive holds no APKINDEX');
}

/** Stanzas of `X:value` lines; of several versions of a name the last stands. */
export function readApkIndex(text: string): ApkSource[] {
  const sources = new Map<string, ApkSource>();
  for (const stanza of text.split(/\n\n+/)) {
    const fields = new Map(stanza.split('\n').map((line) => [line.slice(0, 1), line.slice(2)] as const));
    const name = fields.get('P');
    if (name === undefined || name === '') continue;
    sources.set(name, {
      name,
      installed: Number(fields.get('I') ?? 0),
      download: Number(fields.get('S') ?? 0),
      depends: list(fields.get('D')),
      provides: list(fields.get('p')).map((each) => each.replace(/=.*$/, '')),
      installIf: list(fields.get('i')),
      priority: Number(fields.get('k') ?? 0),
      old: false,
    });
  }
  return [...sources.values()];
}

/** A table with a row a package. The old one counts blocks: every file rounded up to 4 KiB. */
export function readApkTable(text: string, old: boolean): ApkSource[] {
  return readTable(text).map((row) => ({
    name: row['name'] ?? '',
    installed: Number(row['installed_bytes']),
    download: Number(row['apk_bytes']),
    depends: list(row['depends']),
    provides: list(row['provides']),
    installIf: old ? [] : list(row['install_if']),
    priority: Number(row['provider_priority'] ?? 0),
    old,
  }));
}

/** What packages of single facts need, where an index has it: then their own bytes count, else those of all they bring. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  npm: ['nodejs'], mercurial: ['python3'], ansible: ['python3'], 'py3-cryptography': ['python3'],
  'py3-pillow': ['python3'], 'py3-virtualenv': ['python3'],
}; // prettier-ignore
/** npm's own files are small and many, so counting blocks doubles them: npm 10 and 11 as measured without. */
const NPM = { installed: 11_900_000, download: 3_110_000 };

/** Facts without an index. */
export function readApkFacts(text: string): ApkSource[] {
  return readTable(text).map((row) => {
    const name = row['name'] ?? '';
    const needs = NEEDS[name];
    const whole = needs === undefined && row['closure_bytes'] !== '';
    const installed = name === 'npm' ? NPM.installed : Number(row[whole ? 'closure_bytes' : 'installed_bytes']);
    const told = name === 'npm' ? NPM.download : whole || !needs ? Number(row['apk_download_bytes'] ?? 0) : 0;
    return {
      name,
      installed,
      download: told > 0 ? told : Math.round(installed / 2.7),
      depends: needs ?? [],
      provides: [],
      installIf: [],
      priority: 0,
      old: row['precision'] !== 'exact',
    };
  });
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((each) => each !== '');
}
