// Step 3 of the walk: what a COPY or ADD adds to its layer, and what a link carries. In: the step, its stage's machine
// (which it changes) and where files may come from. Out: carried paths and what could not be known.

import type { Action, Step } from '../model/build';
import { fetched } from './commands/fetched';
import { assumed, megabytes } from './commands/guess';
import { fromContext } from './context';
import { estimate, weakest, written, type Entry } from './entry';
import { find, type Piece, type Source } from './lookup';
import { isFolder, type Machine } from './machine';
import { absolute, baseName, below, globMatcher } from './paths';
import { Sum } from './range';
import type { CarriedPath } from './report';
import type { Puzzle } from './shell';
import type { ContextFile } from '../options';
import type { Estimate } from './size';
import { byteLength } from './stream';

export type Copy = Extract<Action, { kind: 'copy' }>;

export interface CopyWorld {
  readonly context: readonly ContextFile[] | undefined;
  /** Where `COPY --from` takes its files; `null` when that is broken. */
  readonly source: Source | null;
}

export interface Copied {
  readonly paths: readonly CarriedPath[];
  readonly puzzles: readonly Puzzle[];
}

/** Copies into the machine's running layer. */
export function copy(step: Step, action: Copy, machine: Machine, world: CopyWorld): Copied {
  const puzzles: Puzzle[] = [];
  const paths: CarriedPath[] = [];
  const put = putter(step, machine);
  const place = placer(action, machine);
  for (const file of action.files) {
    const bytes = byteLength(file.content);
    put(place(file.name), 'file', written(bytes), { certainty: 'exact', reason: 'Written in the Dockerfile.' });
  }
  const excluded = exclusion(action.exclude);
  for (const source of action.sources) {
    if (action.files.some((file) => file.name === source)) continue;
    if (action.origin.kind === 'context') fromOutside(source, action, world, { put, place }, excluded, puzzles);
    else if (world.source) paths.push(...fromSource(source, action, world.source, { put, place }, excluded, puzzles));
    else puzzles.push({ text: source, reason: 'Where it is copied from is not known.', fallback: null });
  }
  return { paths, puzzles };
}

type Put = (
  path: string,
  kind: Entry['kind'],
  bytes: Pick<Entry, 'disk' | 'pull'>,
  grounds: Entry['grounds'],
  listing?: Entry['listing'],
) => void;

interface Target {
  readonly put: Put;
  readonly place: Place;
}

const putter =
  (step: Step, machine: Machine): Put =>
  (path, kind, bytes, grounds, listing) => {
    machine.files.add({
      path: absolute(path, '/'),
      kind,
      disk: bytes.disk,
      pull: bytes.pull,
      grounds,
      step: step.id,
      by: step.text,
      ...(listing ? { listing } : {}),
    });
  };

type Place = (name: string) => string;

/** Where a source with a base name of its own lands: in a folder that is there or is meant, else under the name given. */
function placer(action: Copy, machine: Machine): Place {
  const folder =
    action.dest.endsWith('/') ||
    action.sources.length + action.files.length > 1 ||
    (!action.linked && isFolder(machine, absolute(action.dest, '/')));
  return (name) => (folder ? `${action.dest}/${name}` : action.dest);
}

function exclusion(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => globMatcher(pattern.replace(/^\/+|\/+$/g, '')));
  return (path) => {
    if (tests.length === 0) return false;
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
      if (tests.some((fits) => fits(path.slice(0, at)))) return true;
    return tests.some((fits) => fits(path));
  };
}

function fromOutside(
  source: string,
  action: Copy,
  world: CopyWorld,
  { put, place }: Target,
  excluded: (path: string) => boolean,
  puzzles: Puzzle[],
): void {
  if (action.add && /^(https?|ftp):\/\//.test(source) && !/\.git(#|$)/.test(source)) {
    const stream = fetched(source);
    put(place(baseName(source.replace(/[?#].*$/, '')) || 'index'), 'file', stream, stream.grounds);
    return;
  }
  if (action.add && /^(git@|git:|ssh:|https?:)/.test(source)) {
    put(action.dest, 'tree', megabytes(0.3, 12, 200, 0.45), assumed(`${source}: a checkout whose size is not known.`));
    return;
  }
  const pieces = fromContext(source, action.dest, world.context, excluded);
  if (pieces.length === 0)
    puzzles.push({ text: source, reason: `Nothing in the folder you dropped matches ${source}.`, fallback: null });
  for (const piece of pieces) {
    const archive = action.add && piece.kind === 'file' && /\.(tar|tar\.\w+|tgz|txz|tbz2?)$/i.test(piece.name);
    const parents = action.parents ? `${action.dest}/${source.replace(/^\.?\/+/, '')}` : null;
    if (archive) {
      // A local archive is unpacked by ADD.
      const unpacked = {
        disk: { low: piece.disk.low, likely: Math.round(piece.disk.likely * 2.6), high: piece.disk.high * 5 },
        pull: piece.pull,
      };
      put(action.dest, 'tree', unpacked, {
        ...piece.grounds,
        certainty: 'assumed',
        reason: `${piece.grounds.reason} Unpacked by ADD.`,
      });
    } else if (piece.kind === 'file') put(parents ?? place(piece.name), 'file', piece, piece.grounds);
    else put(parents ?? action.dest, 'tree', piece, piece.grounds, piece.listing);
  }
}

function fromSource(
  source: string,
  action: Copy,
  from: Source,
  { put, place }: Target,
  excluded: (path: string) => boolean,
  puzzles: Puzzle[],
): CarriedPath[] {
  const finding = find(from, source);
  const name = baseName(finding.path);
  if (finding.unknown)
    puzzles.push({ text: source, reason: finding.unknown.reason, fallback: finding.unknown.fallback });
  const kept = finding.pieces.filter((piece) => !excluded(piece.rest || name));
  for (const piece of kept)
    put(
      landing(action, place, finding.path, name, piece),
      piece.kind,
      piece,
      { ...piece.grounds, reason: piece.grounds.reason },
      piece.listing,
    );
  const [first] = kept;
  const single = kept.length === 1 && first?.rest === '' && first.kind === 'file' ? first : null;
  return [
    {
      source: finding.path,
      dest: single ? absolute(landing(action, place, finding.path, name, single), '/') : action.dest,
      size: finding.unknown ?? sizeOf(kept),
      madeBy: finding.madeBy,
      found: finding.found,
    },
  ];
}

function landing(action: Copy, place: Place, path: string, name: string, piece: Piece): string {
  if (action.parents) return `${action.dest}/${path}/${piece.rest}`;
  if (piece.kind === 'spread') return action.dest;
  const file = piece.kind === 'file' && piece.rest === '';
  if (file) return place(name);
  return piece.rest === '' ? action.dest : `${action.dest}/${below(`/${piece.rest}`, '/')}`;
}

function sizeOf(pieces: readonly Piece[]): Estimate {
  const sum = Sum.of(pieces.map((piece) => ({ ...piece, assumption: piece.grounds.assumption })));
  const [largest] = [...pieces].sort((a, b) => b.disk.likely - a.disk.likely);
  const more = pieces.length > 1 ? ` And ${String(pieces.length - 1)} more.` : '';
  return estimate(sum.bytes, {
    certainty: weakest(pieces.map((piece) => piece.grounds.certainty)),
    reason: `${largest?.grounds.reason ?? 'Nothing.'}${more}`,
    evidence: pieces.flatMap((piece) => piece.grounds.evidence ?? []),
    ...(pieces.length === 1 && largest?.grounds.assumption !== undefined
      ? { assumption: largest.grounds.assumption }
      : {}),
  });
}
