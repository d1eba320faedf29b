// `npm run catalogue -- refresh`: asks registries what the catalogue's tags weigh today and writes the data files anew.
// Done work is kept in a state file, so that a run that was stopped goes on where it was.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decodeImages, decodeLayers } from '../decode';
import type { ImageFile } from '../entry';
import { bestTag } from '../images';
import { applyLayers, applySizes, type Change, type Fetched } from './apply';
import { encodeImages, encodeLayers } from './encode';
import { published } from './manifest';
import type { Progress } from './progress';
import { NotFound, RateLimited, type Registry } from './registry';
import { writeAtomically } from './write';

export interface RefreshOptions {
  /** Folder of the data files. */
  readonly data: string;
  readonly state: string;
  /** `amd64`, `arm64`. */
  readonly architectures: readonly string[];
  /** Names to ask for; empty for all. */
  readonly only: readonly string[];
  /** Ask for tags that have no size yet, too. */
  readonly all: boolean;
  /** ISO day written into the files. */
  readonly made: string;
}

export interface RefreshResult {
  /** False when a rate limit ended the run early: nothing is written yet, run again to go on. */
  readonly finished: boolean;
  readonly changes: readonly Change[];
  /** Tags that are not published any more. */
  readonly gone: readonly string[];
  readonly failed: readonly string[];
}

interface State {
  readonly fetched: Record<string, Fetched>;
}

export async function refresh(
  registry: Registry,
  options: RefreshOptions,
  progress: (total: number) => Progress,
): Promise<RefreshResult> {
  const images = decodeImages(readFileSync(join(options.data, 'images.txt'), 'utf8'));
  const plan = tagsToAsk(images, options);
  const state = readState(options.state);
  const failed: string[] = [];
  const bar = progress(plan.length);
  let done = 0;
  for (const { name, tag } of plan) {
    const key = `${name}:${tag}`;
    bar.step(done++, key);
    if (state.fetched[key] !== undefined) continue;
    try {
      state.fetched[key] = { name, tag, found: await published(registry, name, tag, options.architectures) };
    } catch (error) {
      if (error instanceof RateLimited) {
        bar.note(`${key}: ${error.message}; run again to go on`);
        bar.end();
        return { finished: false, changes: [], gone: [], failed };
      }
      if (error instanceof NotFound) state.fetched[key] = { name, tag, found: null };
      else failed.push(`${key}: ${error instanceof Error ? error.message : String(error)}`);
    }
    writeAtomically(options.state, JSON.stringify(state));
  }
  bar.step(done, 'done');
  bar.end();
  return write(images, Object.values(state.fetched), options, failed);
}

function write(
  images: ImageFile,
  fetched: readonly Fetched[],
  options: RefreshOptions,
  failed: readonly string[],
): RefreshResult {
  const morePath = join(options.data, 'images-more.txt');
  const layersPath = join(options.data, 'layers.txt');
  const more = decodeImages(readFileSync(morePath, 'utf8'));
  const layers = decodeLayers(readFileSync(layersPath, 'utf8'));
  const result = applySizes(images, more, fetched, options.made);
  if (result.changes.length > 0) {
    writeAtomically(join(options.data, 'images.txt'), encodeImages(result.images));
    writeAtomically(morePath, encodeImages(result.more));
    writeAtomically(layersPath, encodeLayers(applyLayers(layers, fetched), options.made, 'docker-library/repo-info'));
  }
  rmSync(options.state, { force: true });
  const gone = fetched.filter((each) => each.found === null).map((each) => `${each.name}:${each.tag}`);
  return { finished: true, changes: result.changes, gone, failed };
}

/** One tag for every group: its tags are the same image. Those that have a size come first, or alone. */
function tagsToAsk(images: ImageFile, { only, all }: RefreshOptions): { name: string; tag: string }[] {
  const groups = images.images
    .filter((image) => only.length === 0 || only.includes(image.name))
    .flatMap((image) =>
      image.groups.map((group) => ({ name: image.name, tag: bestTag(group.tags), sized: group.rows.length > 0 })),
    );
  const sized = groups.filter((group) => group.sized);
  return all ? [...sized, ...groups.filter((group) => !group.sized)] : sized;
}

/** A state file that cannot be read is as good as none. */
function readState(path: string): State {
  if (!existsSync(path)) return { fetched: {} };
  try {
    const state = JSON.parse(readFileSync(path, 'utf8')) as Partial<State>;
    return { fetched: state.fetched ?? {} };
  } catch {
    return { fetched: {} };
  }
}

const MB = 1e6;

/** What a reader of the change wants to know, as lines of Markdown. */
export function diffSummary(result: RefreshResult): string[] {
  const lines = result.changes.map(({ tag, arch, before, after }) => {
    const now = (after / MB).toFixed(1);
    if (before === null) return `- ${tag} ${arch}: new, ${now} MB`;
    const share = ((after / before - 1) * 100).toFixed(1);
    return `- ${tag} ${arch}: ${(before / MB).toFixed(1)} → ${now} MB (${share.startsWith('-') ? '' : '+'}${share} %)`;
  });
  return [
    `${String(result.changes.length)} sizes changed, ${String(result.gone.length)} tags gone, ${String(result.failed.length)} failed`,
    ...lines,
    ...result.gone.map((tag) => `- ${tag}: not published any more, its last size is kept`),
    ...result.failed.map((failure) => `- failed: ${failure}`),
  ];
}
