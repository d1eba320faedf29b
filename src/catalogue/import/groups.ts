// Joins published sizes with the alias tables: tags that are one image share what is known of any of them.

import type { ImageEntry, LayerEntry, SizeRow, TagGroup } from '../entry';
import type { AliasGroup, SizeTableRow } from './tables';

const RANK = { exact: 0, rounded: 1, approximate: 2 };

/** Exact before rounded before approximate, then the newest; rows without a date last. */
export function better(a: SizeRow, b: SizeRow): number {
  return RANK[a.precision] - RANK[b.precision] || (b.asOf ?? '').localeCompare(a.asOf ?? '');
}

/** Per architecture the best row that tells the pull and the best that tells the disk (often the same). */
export function bestRows(rows: readonly SizeRow[]): SizeRow[] {
  const kept = new Set<SizeRow>();
  for (const arch of new Set(rows.map((row) => row.arch))) {
    const ranked = rows.filter((row) => row.arch === arch).sort(better);
    for (const key of ['pull', 'disk'] as const) {
      const best = ranked.find((row) => row[key] !== null);
      if (best) kept.add(best);
    }
  }
  return [...kept];
}

export function joinGroups(
  sizes: readonly SizeTableRow[],
  current: readonly AliasGroup[],
  retired: readonly AliasGroup[],
  layers: readonly LayerEntry[],
): ImageEntry[] {
  const lastRetired = latestByTag(retired);
  const distros = new Map(layers.map((entry) => [`${entry.name}:${entry.tag}`, distroOf(entry.layers[0]?.by ?? '')]));
  const names = [...new Set([...sizes.map((row) => row.image), ...current.map((group) => group.image)])].sort();
  return names.map((name) => {
    const groups = new Map<string, { tags: string[]; rows: SizeRow[] }>();
    const byTag = new Map<string, { tags: string[]; rows: SizeRow[] }>();
    const open = (tags: readonly string[]) => {
      const group = { tags: [...tags], rows: [] };
      groups.set(tags.join(), group);
      for (const tag of tags) byTag.set(tag, group);
      return group;
    };
    for (const alias of current) if (alias.image === name) open(alias.tags);
    for (const { image, tag, ...row } of sizes) {
      if (image !== name) continue;
      // Of a retired group only the tags that are in no current one still mean this build.
      const siblings = (lastRetired.get(`${name}:${tag}`)?.tags ?? [tag]).filter(
        (each) =>
          each === tag ||
          (!byTag.has(each) && lastRetired.get(`${name}:${each}`) === lastRetired.get(`${name}:${tag}`)),
      );
      const group = byTag.get(tag) ?? floating(tag, byTag) ?? open(siblings);
      if (!group.tags.includes(tag)) group.tags.push(tag);
      byTag.set(tag, group);
      group.rows.push(row);
    }
    return { name, groups: [...groups.values()].map((group) => finish(name, group, distros)) };
  });
}

/** A patch release newer than the alias table belongs to the group of its minor version: 3.4.11-slim to 3.4-slim's. */
function floating<T>(tag: string, byTag: ReadonlyMap<string, T>): T | undefined {
  const patch = /^(\d+\.\d+)\.\d+(-.*)?$/.exec(tag);
  return patch ? byTag.get(`${patch[1] ?? ''}${patch[2] ?? ''}`) : undefined;
}

function finish(
  name: string,
  group: { tags: string[]; rows: SizeRow[] },
  distros: ReadonlyMap<string, string | null>,
): TagGroup {
  const told = group.tags
    .map((tag) => distros.get(`${name}:${tag}`))
    .find((distro) => distro !== undefined && distro !== null);
  return { tags: group.tags, distro: told ?? null, rows: bestRows(group.rows) };
}

/** The group in which each retired tag was seen last. */
export function latestByTag(retired: readonly AliasGroup[]): Map<string, AliasGroup> {
  const latest = new Map<string, AliasGroup>();
  for (const group of retired)
    for (const tag of group.tags) {
      const key = `${group.image}:${tag}`;
      if ((latest.get(key)?.lastSeen ?? '') <= (group.lastSeen ?? '')) latest.set(key, group);
    }
  return latest;
}

const UBUNTU = /ubuntu[: ](?:rockcraft-base.*--tag )?(\d\d\.\d\d)/i;

/** The distribution that a first layer tells: `alpine 3.24`, `debian 13`, `ubuntu 24.04`; `null` when it does not. */
export function distroOf(firstLayer: string): string | null {
  const alpine = /alpine-minirootfs-(\d+\.\d+)\./.exec(firstLayer) ?? /alpine (\d+\.\d+)/.exec(firstLayer);
  if (alpine?.[1]) return `alpine ${alpine[1]}`;
  const suites: Readonly<Record<string, string>> = {
    buster: '10',
    bullseye: '11',
    bookworm: '12',
    trixie: '13',
    sid: 'sid',
  };
  const suite = /debian/i.test(firstLayer) ? Object.keys(suites).find((each) => firstLayer.includes(each)) : undefined;
  if (suite !== undefined) return `debian ${suites[suite] ?? ''}`;
  const ubuntu = UBUNTU.exec(firstLayer) ?? /rootfs \((2\d\.04)\)/.exec(firstLayer);
  if (ubuntu?.[1]) return `ubuntu ${ubuntu[1]}`;
  const oracle = /oraclelinux-(\d+)/.exec(firstLayer);
  if (oracle?.[1]) return `ol ${oracle[1]}`;
  const alma = /almalinux-(\d+)/.exec(firstLayer);
  return alma?.[1] ? `almalinux ${alma[1]}` : null;
}
