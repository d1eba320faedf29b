// Step 3 of the walk: measurements → the instructions and bases of this build. Newest first, as a build only ever adds
// at the end: what is left below the oldest matched instruction is the base image.

import { imageId, type ImageId, type StepId } from '../../element';
import type { Build, Step } from '../../model/build';
import { readJson } from './json';
import type { MeasuredLayer, Measurement } from './measurement';
import { readTable } from './tables';

export interface Figure {
  readonly disk: number | null;
  readonly pull: number | null;
  readonly tool: string;
}

export interface Matched {
  readonly steps: ReadonlyMap<StepId, Figure>;
  readonly images: ReadonlyMap<ImageId, Figure>;
  /** One line a text: what it was taken for and how much of it was used. */
  readonly notes: readonly string[];
}

const LONGEST = 4_000_000;

/** Recognises a pasted text by itself; `null` when it is nothing that measures images. */
export function recognise(text: string): Measurement | null {
  return text.length > LONGEST ? null : (readJson(text) ?? readTable(text));
}

export function match(build: Build, texts: readonly string[]): Matched {
  const steps = new Map<StepId, Figure>();
  const images = new Map<ImageId, Figure>();
  const notes: string[] = [];
  for (const text of texts) {
    const measurement = recognise(text);
    if (!measurement) notes.push('This is not the output of a tool that measures images.');
    else if (measurement.kind === 'images') notes.push(wholeImages(build, measurement, images));
    else notes.push(layersOf(build, measurement, steps, images));
  }
  return { steps, images, notes };
}

function basesOf(build: Build): { id: ImageId; reference: string }[] {
  return build.stages.flatMap(({ base }) =>
    base.kind === 'image' ? [{ id: base.id, reference: base.reference }] : [],
  );
}

/** `debian:12` and `docker.io/library/debian:12` are the same. */
const short = (reference: string): string => {
  const bare = reference
    .replace(/@.*$/, '')
    .replace(/^docker\.io\//, '')
    .replace(/^library\//, '');
  return /:[^/]+$/.test(bare) ? bare : `${bare}:latest`;
};

function wholeImages(
  build: Build,
  measurement: Extract<Measurement, { kind: 'images' }>,
  into: Map<ImageId, Figure>,
): string {
  let used = 0;
  for (const { id, reference } of basesOf(build)) {
    const image = measurement.images.find((one) => one.references.some((name) => short(name) === short(reference)));
    if (!image) continue;
    into.set(id, { disk: image.disk, pull: image.pull, tool: measurement.tool });
    used += 1;
  }
  return used > 0
    ? `${measurement.tool}: sizes of ${count(used, 'base image')}.`
    : `${measurement.tool}: none of these images is a base of this Dockerfile.`;
}

const count = (number: number, what: string): string => `${String(number)} ${what}${number === 1 ? '' : 's'}`;

function layersOf(
  build: Build,
  measurement: Extract<Measurement, { kind: 'layers' }>,
  steps: Map<StepId, Figure>,
  images: Map<ImageId, Figure>,
): string {
  const { tool, reference } = measurement;
  const named =
    reference === null ? undefined : basesOf(build).find((base) => short(base.reference) === short(reference));
  if (named) {
    images.set(named.id, sum(measurement.layers, tool));
    return `${tool}: size of ${named.reference}.`;
  }
  const rest = [...measurement.layers];
  const chain = shippedSteps(build);
  let used = 0;
  for (const step of chain.reverse()) {
    const at = findRow(rest, step);
    const row = rest[at];
    if (!row) continue;
    rest.length = at;
    if (step.effect !== 'layer') continue;
    steps.set(step.id, { disk: row.disk, pull: row.pull, tool });
    used += 1;
  }
  if (used === 0) return `${tool}: none of these layers is one of this Dockerfile’s.`;
  const base = bottom(build);
  if (base && rest.length > 0) images.set(base, sum(rest, tool));
  return `${tool}: ${count(used, 'instruction')} measured.`;
}

function shippedSteps(build: Build): Step[] {
  const steps: Step[] = [];
  for (let at = build.target, hops = 0; at !== null && hops <= build.stages.length; hops += 1) {
    const stage = build.stages[at];
    if (!stage) break;
    steps.unshift(...stage.steps);
    at = stage.base.kind === 'stage' ? stage.base.stage : null;
  }
  return steps;
}

function bottom(build: Build): ImageId | null {
  for (let at = build.target, hops = 0; at !== null && hops <= build.stages.length; hops += 1) {
    const base = build.stages[at]?.base;
    if (base?.kind === 'image') return imageId(base.reference);
    at = base?.kind === 'stage' ? base.stage : null;
  }
  return null;
}

const sum = (layers: readonly MeasuredLayer[], tool: string): Figure => {
  const total = (pick: (layer: MeasuredLayer) => number | null): number | null =>
    layers.every((layer) => pick(layer) === null) ? null : layers.reduce((all, layer) => all + (pick(layer) ?? 0), 0);
  return { disk: total((layer) => layer.disk), pull: total((layer) => layer.pull), tool };
};

/** The newest row that is this step; a list without instructions holds stored layers only, one after the other. */
function findRow(rows: readonly MeasuredLayer[], step: Step): number {
  if (rows.every((row) => row.by === null)) return step.effect === 'layer' ? rows.length - 1 : -1;
  const wanted = plain(step.text);
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const said = plain(rows[at]?.by ?? '');
    if (said.keyword !== wanted.keyword) continue;
    // Old builders print hashes for what COPY took; a trimmed table cuts the end.
    if (said.legacy || said.rest === '' || same(said.rest, wanted.rest)) return at;
  }
  return -1;
}

function same(said: string, wanted: string): boolean {
  const cut = said.replace(/(…|\.\.\.)$/, '');
  const length = Math.min(cut.length, wanted.length, 60);
  return length > 0 && cut.slice(0, length) === wanted.slice(0, length);
}

const KEYWORD =
  /^(RUN|COPY|ADD|WORKDIR|ENV|ARG|LABEL|USER|EXPOSE|VOLUME|CMD|ENTRYPOINT|HEALTHCHECK|STOPSIGNAL|SHELL|ONBUILD|MAINTAINER)\s+/i;

/** An instruction as BuildKit, the classic builder or we write it, on common ground. */
function plain(text: string): { readonly keyword: string; readonly rest: string; readonly legacy: boolean } {
  let bare = text
    .replace(/\s+/g, ' ')
    .replace(/ ?# buildkit$/, '')
    .trim();
  bare = bare.replace(/^\/bin\/sh -c #\(nop\) ?/, '').trim();
  if (!KEYWORD.test(`${bare} `)) bare = `RUN ${bare}`;
  const keyword = (KEYWORD.exec(`${bare} `)?.[1] ?? 'RUN').toUpperCase();
  const rest = bare
    .slice(keyword.length)
    .trim()
    .replace(/^\|\d+ .*?(?=\/bin\/)/, '')
    .replace(/^(?:--\S+ )+/, '')
    .replace(/^(?:\/bin\/(?:ba|da|a)?sh) (?:-o pipefail )?-\w*c /, '');
  return { keyword, rest: rest.replaceAll('\\ ', '').trim(), legacy: /^(file|dir|multi):[0-9a-f]{8}/.test(rest) };
}
