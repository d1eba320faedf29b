// Step 3 of the walk: measurements → the instructions and bases of this build. A build only ever adds at the end, so
// what lies below the instructions that were found is the base image.

import type { ImageId, StepId } from '../../element';
import type { Build } from '../../model/build';
import type { Reading, ReadingFigure } from '../report';
import { align, bottom, shippedSteps } from './align';
import { ofLayers, type GivenMeasurement, type MeasuredImage, type MeasuredLayer } from './measurement';

export interface Figure {
  readonly disk: number | null;
  readonly pull: number | null;
  readonly tool: string;
  /** ISO date, where it is known. */
  readonly asOf: string | null;
}

export interface Matched {
  readonly steps: ReadonlyMap<StepId, Figure>;
  readonly images: ReadonlyMap<ImageId, Figure>;
  /** One for each measurement, in their order. */
  readonly readings: readonly Reading[];
}

interface Found {
  readonly steps: Map<StepId, Figure>;
  readonly images: Map<ImageId, Figure>;
}

interface Place {
  readonly id: ImageId;
  readonly reference: string;
  readonly platform: string;
}

const NOTHING: Omit<Reading, 'tool' | 'note'> = { of: null, used: [], unused: [], missing: [], whole: null };

/** Later measurements win over earlier ones. `layersOf`: how many layers an image has; 0 where that is not known. */
export function match(
  build: Build,
  given: readonly GivenMeasurement[],
  layersOf: (reference: string, platform: string) => number,
): Matched {
  const found: Found = { steps: new Map(), images: new Map() };
  const places = given.length > 0 ? placesOf(build) : [];
  const readings = given.map((one): Reading => ({
    tool: one.tool,
    ...NOTHING,
    ...read(build, places, one, found, layersOf),
  }));
  return { ...found, readings };
}

type Told = Partial<Reading> & { readonly note: string };

function read(
  build: Build,
  places: readonly Place[],
  given: GivenMeasurement,
  found: Found,
  layersOf: (reference: string, platform: string) => number,
): Told {
  if (given.images.length === 0) return { note: ofIndex(build, given) };
  const fitting = given.images.filter((image) => fits(image.platform, build.platform));
  if (given.of === 'result') return result(build, given, fitting[0] ?? given.images[0], found);
  if (given.of !== undefined) return asBase(places, given, given.of, found);
  const bases = namedBases(places, given, found);
  if (bases) return bases;
  const [image] = fitting;
  if (!image) {
    const platforms = [...new Set(given.images.flatMap(({ platform }) => platform ?? []))].join(', ');
    return { note: `It is of ${platforms}; this build is for ${build.platform}.` };
  }
  if (image.layers.length === 0) {
    return {
      note: 'None of these images is a base of this Dockerfile.',
      unused: given.images.map(({ references, disk, pull }) => ({ by: references[0] ?? 'unnamed', disk, pull })),
    };
  }
  const base = places.find(({ id }) => id === bottom(build));
  const own = base && image.layers.every(({ by }) => by === null) ? layersOf(base.reference, base.platform) : 0;
  // Nameless sizes: their number tells whether they are the base's alone.
  return base && own > 0 && image.layers.length === own
    ? asBase(places, given, base.id, found)
    : result(build, given, image, found);
}

function ofIndex(build: Build, { index }: GivenMeasurement): string {
  const one = index.find(({ platform }) => fits(platform, build.platform)) ?? index[0];
  const ask = one ? ` Ask for one of them: docker buildx imagetools inspect --raw NAME@${one.digest}` : '';
  return `This is an index of ${count(index.length, 'platform')}, which holds no sizes.${ask}`;
}

const fits = (platform: string | null, wanted: string): boolean => {
  if (platform === null) return true;
  const plain = (name: string): string => name.replace(/^(linux\/arm64)\/v8$/, '$1');
  return plain(platform) === plain(wanted);
};

const count = (number: number, what: string): string => `${String(number)} ${what}${number === 1 ? '' : 's'}`;

/** Images from outside: those that stages start from, and those that files are copied from. */
function placesOf(build: Build): readonly Place[] {
  const bases = build.stages.flatMap(({ base, runsOn }) =>
    base.kind === 'image' ? [{ id: base.id, reference: base.reference, platform: runsOn }] : [],
  );
  const sources = build.links.flatMap(({ from }) =>
    from.kind === 'image' ? [{ id: from.id, reference: from.reference, platform: build.platform }] : [],
  );
  return [...new Map([...sources, ...bases].map((place) => [place.id, place])).values()];
}

/** `debian:12` and `docker.io/library/debian:12` are the same. */
const short = (reference: string): string => {
  const bare = reference
    .replace(/@.*$/, '')
    .replace(/^docker\.io\//, '')
    .replace(/^library\//, '');
  return /:[^/]+$/.test(bare) ? bare : `${bare}:latest`;
};

const digest = (reference: string): string | null => /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1] ?? null;

function names(image: MeasuredImage, reference: string): boolean {
  const pinned = digest(reference);
  return image.references.some(
    (name) => (pinned !== null && digest(name) === pinned) || (!digest(name) && short(name) === short(reference)),
  );
}

const figureOf = (given: GivenMeasurement, image: MeasuredImage): Figure => ({
  disk: image.disk,
  pull: image.pull,
  tool: image.tool ?? given.tool,
  asOf: image.asOf ?? null,
});

function setBase(place: Place, given: GivenMeasurement, image: MeasuredImage, found: Found): ReadingFigure {
  const figure = figureOf(given, image);
  const before = found.images.get(place.id);
  // One tool prints what is packed, another what is unpacked: together they are the whole truth.
  found.images.set(place.id, {
    ...figure,
    disk: figure.disk ?? before?.disk ?? null,
    pull: figure.pull ?? before?.pull ?? null,
  });
  return { element: place.id, by: image.references[0] ?? short(place.reference), disk: image.disk, pull: image.pull };
}

/** Images of the measurement that are bases by their names; `null` when none is. */
function namedBases(places: readonly Place[], given: GivenMeasurement, found: Found): Told | null {
  const used: ReadingFigure[] = [];
  for (const place of places) {
    const image = given.images.find((one) => fits(one.platform, place.platform) && names(one, place.reference));
    if (image) used.push(setBase(place, given, image, found));
  }
  const [first] = used;
  return first ? { note: `Sizes of ${count(used.length, 'base image')}.`, used, of: first.element } : null;
}

/** The person says which base it is, whatever it calls itself. */
function asBase(places: readonly Place[], given: GivenMeasurement, id: ImageId, found: Found): Told {
  const place = places.find((one) => one.id === id);
  const image = given.images.find((one) => fits(one.platform, place?.platform ?? '')) ?? given.images[0];
  if (!place || !image) return { note: `${short(id.slice('image:'.length))} is no base of this Dockerfile any more.` };
  return { note: `Size of ${short(place.reference)}.`, used: [setBase(place, given, image, found)], of: id };
}

/** The layers of the image that this Dockerfile builds. */
function result(build: Build, given: GivenMeasurement, image: MeasuredImage | undefined, found: Found): Told {
  if (!image) return { note: 'It holds no image.' };
  const whole = { disk: image.disk, pull: image.pull };
  if (image.layers.length === 0) return { note: 'The image as a whole.', of: 'result', whole };
  const aligned = align(build, image.layers);
  const stored = shippedSteps(build).filter((step) => step.effect === 'layer');
  const figure = (row: MeasuredLayer) => ({ disk: row.disk, pull: row.pull, tool: given.tool, asOf: null });
  const used: ReadingFigure[] = [];
  for (const step of stored) {
    const row = aligned.rows.get(step.id);
    if (!row || (row.disk === null && row.pull === null)) continue;
    found.steps.set(step.id, figure(row));
    used.push({ element: step.id, by: row.by, disk: row.disk, pull: row.pull });
  }
  const missing = stored.filter((step) => !aligned.rows.has(step.id)).map((step) => step.id);
  const unused = aligned.unused
    .filter((row) => (row.disk ?? 0) + (row.pull ?? 0) > 0)
    .map((row) => ({ by: row.by ?? 'a layer', disk: row.disk, pull: row.pull }));
  if (used.length === 0) return { note: 'None of these layers is one of this Dockerfile’s.', unused, missing };
  const base = aligned.base ? placesOf(build).find((place) => place.id === aligned.base?.id) : undefined;
  if (base && aligned.base) used.unshift(setBase(base, given, ofLayers(aligned.base.rows), found));
  return {
    note: `${count(used.length - (base ? 1 : 0), 'instruction')}${base ? ' and the base image' : ''} measured.`,
    of: 'result',
    used,
    unused,
    missing,
    whole: unused.length === 0 && missing.length === 0 ? whole : null,
  };
}
