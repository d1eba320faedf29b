// Sizing of apt-get steps: what the layer weighs in which packages are new. In: an index and ids. Out: bytes with doubt.
// Besides the packages' files a layer holds dpkg's status and file lists, debconf's templates, apt's and dpkg's logs
// and compiled Python; the coefficients were fitted on layers measured for real and stand in the index's header.

import type { Bytes } from '../facts';
import type { Range } from '../size';
import type { AptIndex, Coefficients, Weighed } from './types';

/** Doubt about the fixed part of the model, and by package according to how it was weighed: shares, nine in ten. */
const DOUBT = { disk: 0.025, pull: 0.025 };
const DOUBT_OF: Readonly<Record<Weighed, { readonly disk: number; readonly pull: number }>> = {
  measured: { disk: 0.01, pull: 0.01 },
  related: { disk: 0.1, pull: 0.14 },
  class: { disk: 0.25, pull: 0.4 },
};
/** Bytes of doubt that do not grow with the packages: logs, timestamps, templates. */
const FLOOR = { disk: 60_000, pull: 20_000 };
/** apt's own traces when nothing new is installed. */
const NOTHING_NEW = { disk: 5000, pull: 1000 };

/** `present` counts the packages there before; `stretch` widens for an index that stands in for another release. */
export function weighLayer(
  index: AptIndex,
  added: readonly number[],
  present: number,
  slim: boolean,
  stretch: number,
): Bytes {
  if (added.length === 0) return { disk: exactly(NOTHING_NEW.disk), pull: exactly(NOTHING_NEW.pull) };
  const pick = (values: Float64Array, id: number) => values[id] ?? 0;
  let disk = 0;
  let pull = 0;
  let files = 0;
  let diskDoubt = 0;
  let pullDoubt = 0;
  const newNames = new Set(added.map((id) => index.names[id] ?? ''));
  let python = 0;
  for (const id of added) {
    const bytes = slim ? pick(index.slim, id) : pick(index.full, id);
    const packed = pick(index.gzip, id) + (slim ? 0 : pick(index.gzipExcluded, id));
    const doubt = DOUBT_OF[index.weighed[id] ?? 'class'];
    disk += bytes;
    pull += packed;
    files += pick(index.files, id);
    diskDoubt += (bytes * doubt.disk) ** 2;
    pullDoubt += (packed * doubt.pull) ** 2;
    if (compiles(index.names[id] ?? '', newNames)) python += pick(index.python, id);
  }
  const counts = { packages: present + added.length, files, debconf: usesDebconf(index, added) ? 1 : 0, python };
  disk += overhead(index.coefficients.unc, counts);
  pull += overhead(index.coefficients.gz, counts);
  return {
    disk: spread(disk, Math.hypot(disk * (DOUBT.disk + stretch), Math.sqrt(diskDoubt), FLOOR.disk)),
    pull: spread(pull, Math.hypot(pull * (DOUBT.pull + stretch), Math.sqrt(pullDoubt), FLOOR.pull)),
  };
}

/** Python's own library is compiled by the interpreter's package, not by the library's. */
function compiles(name: string, newNames: ReadonlySet<string>): boolean {
  const library = /^lib(python\d[\d.]*)-(stdlib|minimal)$/.exec(name);
  if (!library) return true;
  return newNames.has(library[2] === 'stdlib' ? (library[1] ?? '') : `${library[1] ?? ''}-minimal`);
}

function usesDebconf(index: AptIndex, added: readonly number[]): boolean {
  const debconf = index.ids.get('debconf');
  return (
    debconf !== undefined &&
    added.some((id) => index.depends[id]?.some((number) => index.clauses[number]?.includes(debconf) === true) === true)
  );
}

interface Counts {
  readonly packages: number;
  readonly files: number;
  readonly debconf: number;
  readonly python: number;
}

function overhead(per: Coefficients, counts: Counts): number {
  return (
    per.const +
    per.per_installed_pkg * counts.packages +
    per.per_file * counts.files +
    per.debconf * counts.debconf +
    per.py * counts.python
  );
}

function exactly(bytes: number): Range {
  return { low: bytes, likely: bytes, high: bytes };
}

function spread(likely: number, doubt: number): Range {
  return { low: Math.round(Math.max(0, likely - doubt)), likely: Math.round(likely), high: Math.round(likely + doubt) };
}
