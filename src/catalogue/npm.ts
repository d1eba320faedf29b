// What `npm install -g <name>` weighs, as measured.

import type { KnownThing, Range } from '../core';

interface Row extends KnownThing {
  readonly name: string;
  /** The major version the spec named (`typescript@5`), or `null` for the newest at the time. */
  readonly major: string | null;
}

/** Minor versions of the same package, and other Node versions, differ by about this much. */
const SPREAD = 0.12;

export class NpmStore {
  private readonly rows = new Map<string, Row[]>();

  /** First line a JSON header; then per line: spec, version, bytes, gzip bytes, cache bytes, packages; numbers in base 36. */
  put(text: string): void {
    const [header = '', ...lines] = text.split('\n');
    const { v, asOf, node } = JSON.parse(header) as { v: number; asOf: string; node: string };
    if (v !== 1) throw new Error(`npm facts: format ${String(v)} is not known`);
    for (const line of lines) {
      const [spec = '', version = '', disk = '', pull = '', cache = '', packages = ''] = line.split('\t');
      if (spec === '') continue;
      const { name, wanted } = readSpec(spec);
      const cached = parseInt(cache, 36);
      const row: Row = {
        name,
        major: wanted,
        disk: around(parseInt(disk, 36), SPREAD),
        pull: around(parseInt(pull, 36), SPREAD),
        // npm keeps what it downloaded, packed already.
        cache: { disk: around(cached, 0.2), pull: around(cached, 0.25) },
        label: `${name} ${version}, ${String(parseInt(packages, 36))} packages`,
        evidence: { entry: `npm install -g ${spec}, Node ${node}`, source: 'measured', asOf },
      };
      this.rows.set(name, [...(this.rows.get(name) ?? []), row]);
    }
  }

  /** The row of the asked major version, else the newest with a wider range; `null` when nobody measured the package. */
  of(spec: string): KnownThing | null {
    const { name, wanted } = readSpec(spec);
    const rows = this.rows.get(name);
    const major = wanted?.replace(/^[\^~>=v ]*/, '').split('.')[0] ?? null;
    const newest = rows?.find((row) => row.major === null) ?? rows?.[0];
    if (!rows || !newest) return null;
    const same = (row: Row) => row.major === major || row.label.startsWith(`${name} ${major ?? ''}.`);
    if (major === null || major === 'latest' || !/^\d/.test(major)) return newest;
    const exact = rows.find(same);
    return exact ?? { ...newest, disk: around(newest.disk.likely, 0.5), pull: around(newest.pull.likely, 0.5) };
  }
}

/** `@angular/cli@17` → name and version. */
function readSpec(spec: string): { name: string; wanted: string | null } {
  const at = spec.indexOf('@', 1);
  return at < 0 ? { name: spec, wanted: null } : { name: spec.slice(0, at), wanted: spec.slice(at + 1) };
}

function around(likely: number, share: number): Range {
  return { low: Math.round(likely * (1 - share)), likely, high: Math.round(likely * (1 + share)) };
}
