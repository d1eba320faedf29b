// Sizing of apt-get steps: what the layer weighs in which packages are new. In: an index and ids. Out: bytes with doubt.
// Besides the packages' files a layer holds dpkg's status and file lists, debconf's templates, apt's and dpkg's logs
// and compiled Python; the coefficients were fitted on layers measured for real and stand in the index's header.

import type { Bytes } from '../facts';
import type { Range } from '../size';
import type { AptIndex, Coefficients, Weighed } from './types';

/**
 * Doubt about a layer as a whole: shares, nine in ten. Packages are patched between the index's day and the build's,
 * and builders compress some two per cent less than the gzip the packages were weighed with: hence more upwards.
 */
const DOUBT = { disk: [0.011, 0.014], pull: [0.017, 0.025] } as const;
/** Between that gzip and what published layers weigh, as either may be asked for. */
const PACKING = 1.009;
/** By package, according to how it was weighed. */
const DOUBT_OF: Readonly<Record<Weighed, { readonly disk: number; readonly pull: number }>> = {
  measured: { disk: 0.01, pull: 0.01 },
  related: { disk: 0.1, pull: 0.14 },
  class: { disk: 0.25, pull: 0.4 },
};
/**
 * Bytes of doubt that do not grow with the packages. Downwards: debconf's templates, which some builds store with every
 * install and others do not. Upwards: a library of the base that a new package wants in a later build.
 */
const FLOOR = { disk: [420_000, 380_000], pull: [210_000, 250_000] } as const;
/**
 * What packages make of their files when they are set up: the database of file types, TeX's formats. Bytes, as layers
 * measured for real hold them.
 */
const GENERATED: Readonly<Record<string, { readonly disk: number; readonly pull: number }>> = {
  'shared-mime-info': { disk: 3_750_000, pull: 200_000 },
  'texlive-base': { disk: 5_650_000, pull: 3_550_000 },
};
/** apt's own traces when nothing new is installed. */
const NOTHING_NEW = { disk: 5000, pull: 1000 };

/** What is known of an index that stands in for another release. */
export interface StandIn {
  /** What the other release's packages weigh, as a multiple of these. */
  readonly factor: number;
  /** Doubt about a layer as a whole that comes on top, as a share. */
  readonly doubt: number;
}

const ITSELF: StandIn = { factor: 1, doubt: 0 };

/** `present` counts the packages there before. */
export function weighLayer(
  index: AptIndex,
  added: readonly number[],
  present: number,
  slim: boolean,
  standIn: StandIn = ITSELF,
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
    const generated = GENERATED[index.names[id] ?? ''];
    disk += generated?.disk ?? 0;
    pull += generated?.pull ?? 0;
  }
  const counts = { packages: present + added.length, files, debconf: usesDebconf(index, added) ? 1 : 0, python };
  disk += overhead(index.coefficients.unc, counts);
  pull += overhead(index.coefficients.gz, counts);
  const { factor } = standIn;
  return {
    disk: spread(disk * factor, Math.sqrt(diskDoubt), standIn.doubt, DOUBT.disk, FLOOR.disk),
    pull: spread(pull * factor * PACKING, Math.sqrt(pullDoubt), standIn.doubt, DOUBT.pull, FLOOR.pull),
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

type Sides = readonly [down: number, up: number];

/** `packages`: bytes of doubt about the packages; `whole`: share of doubt about the layer besides `sides`. */
function spread(likely: number, packages: number, whole: number, sides: Sides, floor: Sides): Range {
  const doubt = (side: 0 | 1) => Math.hypot(likely * sides[side], likely * whole, packages, floor[side]);
  return {
    low: Math.round(Math.max(0, likely - doubt(0))),
    likely: Math.round(likely),
    high: Math.round(likely + doubt(1)),
  };
}
