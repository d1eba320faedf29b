// Sizing of apk steps: an Alpine index behind the shape that sizing speaks. In: names as written after `apk add`.
// Out: what is new, and what its layer weighs. Follows apk: every dependency, and packages whose install_if is met.

import type { Bytes, PackageIndex } from '../facts';
import type { Range } from '../size';
import { nearestName } from '../apt/near';
import type { ApkIndex } from './decode';

export interface ApkNaming {
  /** `alpine-3.22`. */
  readonly id: string;
  /** `Alpine 3.24` and what its packages weigh as a multiple of these, when this index stands in for that release. */
  readonly standsInFor: { readonly label: string; readonly factor: number } | null;
  /** Id of the complete index while it is not loaded. */
  readonly fuller: string | null;
}

/** What apk writes besides files, fitted on layers of published images: its database is stored whole in every layer. */
const DATABASE = { disk: 40_000, pull: 10_000, diskPerPackage: 3_500, pullPerPackage: 900 };
/** ca-certificates writes its bundle anew when it is installed. */
const CERTIFICATES = { disk: 230_000, pull: 60_000 };
/** What may have to be stored again: these need the very build of a library that the base has an older one of. */
const RENEWS = new Set(['openssl', 'openssl-dev', 'musl-dev', 'busybox-extras', 'apk-tools-dev', 'zlib-dev']);
const RENEWED = { disk: 6_100_000, pull: 2_500_000 };
/** Doubt nine in ten, by where a package's figures are from, and for another release standing in. */
const DOUBT = { exact: 0.06, old: 0.5, standIn: 0.08 };
const FLOOR = 40_000;
/** /var/cache/apk without --no-cache: the index of main and community. */
const LISTS = { disk: 2_600_000, pull: 2_550_000 };

export function apkPackages(index: ApkIndex, naming: ApkNaming): PackageIndex {
  const label = `Alpine ${index.release} index of ${index.asOf}`;
  const sorted = { names: index.names, count: index.names.length };
  const stretch = naming.standsInFor === null ? 0 : DOUBT.standIn;
  const factor = naming.standsInFor?.factor ?? 1;
  return {
    id: naming.id,
    label,
    evidence: { entry: label, source: `APKINDEX of Alpine ${index.release} main`, asOf: index.asOf },
    standsInFor: naming.standsInFor?.label ?? null,
    factor,
    fuller: naming.fuller,
    base: () => new Set(index.base),
    resolve: (names, present) => resolve(index, names, present),
    nearest: (name) => index.names[nearestName(sorted, name) ?? -1] ?? null,
    weigh: (added, present) => weigh(index, added, present, stretch, factor),
    lists: { disk: spread(LISTS.disk, 0.2), pull: spread(LISTS.pull, 0.2) },
  };
}

function resolve(index: ApkIndex, names: readonly string[], present: ReadonlySet<string>) {
  const has = new Set<number>();
  for (const name of present) {
    const id = index.ids.get(name);
    if (id !== undefined) has.add(id);
  }
  const added: number[] = [];
  const missing: string[] = [];
  const take = (id: number) => {
    if (has.has(id)) return;
    has.add(id);
    added.push(id);
  };
  for (const written of names) {
    if (written.startsWith('!')) continue;
    const name = written.replace(/[<>=~@].*$/, '');
    const id = index.ids.get(name);
    if (id === undefined) missing.push(written);
    else take(id);
  }
  for (let done = 0; ;) {
    for (; done < added.length; done++) for (const id of index.packages[added[done] ?? 0]?.depends ?? []) take(id);
    const before = added.length;
    index.packages.forEach((each, id) => {
      // Only what something new completes: the base would have the rest already.
      if (
        each.installIf.length > 0 &&
        each.installIf.every((other) => has.has(other)) &&
        each.installIf.some((other) => added.includes(other))
      )
        take(id);
    });
    if (added.length === before) break;
  }
  return { added: added.map((id) => index.names[id] ?? ''), missing };
}

function weigh(index: ApkIndex, added: readonly string[], present: number, stretch: number, factor: number): Bytes {
  let disk = DATABASE.disk + DATABASE.diskPerPackage * (present + added.length);
  let pull = DATABASE.pull + DATABASE.pullPerPackage * (present + added.length);
  let diskDoubt = 0;
  let pullDoubt = 0;
  if (added.length === 0) return { disk: spread(disk, 0.5), pull: spread(pull, 0.5) };
  for (const name of added) {
    const id = index.ids.get(name);
    const known = id === undefined ? undefined : index.packages[id];
    if (!known) continue;
    const doubt = known.old ? DOUBT.old : DOUBT.exact;
    disk += known.installed * factor;
    pull += known.download * factor;
    diskDoubt += (known.installed * doubt) ** 2;
    pullDoubt += (known.download * doubt) ** 2;
    if (name === 'ca-certificates') {
      disk += CERTIFICATES.disk;
      pull += CERTIFICATES.pull;
    }
  }
  const more = added.some((name) => RENEWS.has(name)) ? RENEWED : { disk: 0, pull: 0 };
  return {
    disk: spread(disk, Math.hypot(disk * (0.03 + stretch), Math.sqrt(diskDoubt), FLOOR) / disk, more.disk),
    pull: spread(pull, Math.hypot(pull * (0.04 + stretch), Math.sqrt(pullDoubt), FLOOR) / pull, more.pull),
  };
}

function spread(likely: number, share: number, more = 0): Range {
  return {
    low: Math.round(likely * Math.max(0, 1 - share)),
    likely: Math.round(likely),
    high: Math.round(likely * (1 + share) + more),
  };
}
