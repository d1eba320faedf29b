// What to offer beside an image: its tags for completion, and leaner or newer relatives for "what if".

import type { Alternative, Suggestion } from './first';
import { architecture, bestTag, byNewest } from './images';
import { distance, newer, type Shaped } from './nearest';
import { readReference } from './reference';
import { sizesOf } from './sizes';
import type { Family, ImageStore } from './store';
import { readTag, type TagShape } from './tag';

/** The editor narrows the list down itself as somebody types on; beyond this are tags of years ago. */
const LIMIT = 2000;

/** Completions of what is typed after FROM: names while there is no colon, tags of that image after one. Newest first. */
export function tagSuggestions(store: ImageStore, typed: string, platform: string): Suggestion[] {
  const colon = typed.lastIndexOf(':');
  if (colon <= typed.lastIndexOf('/')) return nameSuggestions(store, typed, platform);
  const prefix = typed.slice(colon + 1).toLowerCase();
  const family = store.family(readReference(typed.slice(0, colon)).name);
  if (!family) return [];
  const offers: { tag: string; from: Shaped }[] = [];
  for (const each of [...family.groups].sort(byNewest))
    for (const tag of each.group.tags) if (tag.startsWith(prefix)) offers.push({ tag, from: each });
  const sized = offers.filter((each) => each.from.group.rows.length > 0);
  const rest = offers.filter((each) => each.from.group.rows.length === 0);
  return [...sized, ...rest]
    .slice(0, LIMIT)
    .map(({ tag, from }) => suggestion(`${typed.slice(0, colon)}:${tag}`, family, from, platform));
}

function nameSuggestions(store: ImageStore, typed: string, platform: string): Suggestion[] {
  const prefix = typed.toLowerCase();
  return store
    .names()
    .filter((name) => name.startsWith(prefix))
    .slice(0, LIMIT)
    .map((name) => {
      const family = store.family(name);
      const from = family?.byTag.get('latest') ?? family?.groups[0];
      return family && from
        ? suggestion(name, family, from, platform)
        : { reference: name, disk: null, pull: null, asOf: null };
    });
}

function suggestion(reference: string, family: Family, from: Shaped, platform: string): Suggestion {
  const sized = sizesOf(family.name, from, architecture(platform), family.groups);
  return {
    reference,
    disk: sized?.disk.likely ?? null,
    pull: sized?.pull.likely ?? null,
    asOf: sized?.row.asOf ?? null,
  };
}

const DISTROLESS: readonly (readonly [RegExp, string])[] = [
  [/^python$/, 'gcr.io/distroless/python3'],
  [/^node$/, 'gcr.io/distroless/nodejs22-debian12'],
  [/^(?:eclipse-temurin|openjdk|amazoncorretto|ibm-semeru-runtimes|sapmachine)$/, 'gcr.io/distroless/java21-debian12'],
  [/^(?:debian|ubuntu|golang|alpine|busybox)$/, 'gcr.io/distroless/static-debian12'],
  [/^rust$/, 'gcr.io/distroless/cc-debian12'],
];

/** Relatives worth trying instead, each with its size: only those whose size is known. */
export function alternativesTo(store: ImageStore, reference: string, platform: string): Alternative[] {
  const ref = readReference(reference);
  const family = store.family(ref.name);
  if (!family) return [];
  const shape = family.byTag.get(ref.tag)?.shape ?? readTag(ref.name, ref.tag);
  const sized = family.groups.filter((each) => each.group.rows.length > 0 && !each.shape.early);
  const offers: Alternative[] = [];
  const offer = (kind: Alternative['kind'], wanted: TagShape, fits: (each: Shaped) => boolean) => {
    const best = sized
      .filter(fits)
      .sort((a, b) => distance(wanted, a.shape) - distance(wanted, b.shape) || byNewest(a, b))[0];
    if (best && !best.group.tags.includes(ref.tag))
      offers.push({ kind, ...suggestion(`${ref.name}:${bestTag(best.group.tags)}`, family, best, platform) });
  };
  const isAlpine = (each: TagShape) => each.distro?.id === 'alpine';
  const isSlim = (each: TagShape) => each.variant.includes('slim');
  if (!isSlim(shape) && !isAlpine(shape))
    offer(
      'slim',
      { ...shape, variant: [...shape.variant, 'slim'] },
      (each) => isSlim(each.shape) && near(shape, each.shape),
    );
  if (!isAlpine(shape) && ref.name !== 'alpine') {
    const plain = shape.variant.filter((word) => word !== 'slim');
    offer(
      'alpine',
      { ...shape, variant: plain, distro: { id: 'alpine', version: null } },
      (each) => isAlpine(each.shape) && near(shape, each.shape),
    );
  }
  offer(
    'newer',
    { ...shape, version: null },
    (each) =>
      newer(each.shape, shape) &&
      each.shape.version !== null &&
      distance({ ...shape, version: each.shape.version }, each.shape) < 12,
  );
  for (const [pattern, name] of DISTROLESS) {
    const distroless = pattern.test(ref.name) ? store.family(name) : null;
    const from = distroless?.groups.find((each) => each.group.rows.length > 0);
    if (distroless && from) offers.push({ kind: 'distroless', ...suggestion(name, distroless, from, platform) });
  }
  return offers;
}

/** The same major version, where both say one. */
function near(a: TagShape, b: TagShape): boolean {
  return a.version === null || b.version === null || a.version[0] === b.version[0];
}
