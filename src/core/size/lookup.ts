// Step 3 of the walk, for COPY --from: what a path of a stage holds and which step made it.
// In: a stage's files after all its steps. Out: bytes, whence, and how sure; a path nothing can have made is said.

import type { StepId } from '../element';
import type { ContextFile } from '../options';
import { isText, picked, portion } from './portion';
import { megabytes } from './commands/guess';
import { unknown, type Entry, type Grounds } from './entry';
import type { Bytes } from './facts';
import { plain } from './again';
import { Files, type Holding } from './files';
import { knownPath } from './known-paths';
import { absolute, below, globMatcher, isGlob, isUnder, parentOf } from './paths';
import { times } from './range';
import type { Estimate } from './size';

export interface Piece extends Bytes {
  /** Path relative to the one asked for; empty when it is that very path. */
  readonly rest: string;
  readonly kind: Entry['kind'];
  readonly grounds: Grounds;
  readonly madeBy: StepId | null;
  readonly listing?: readonly ContextFile[];
}

export interface Finding {
  readonly path: string;
  readonly pieces: readonly Piece[];
  readonly found: 'made' | 'base' | 'maybe' | 'nothing';
  readonly madeBy: StepId | null;
  /** Set when no bytes can be given. */
  readonly unknown: Extract<Estimate, { kind: 'unknown' }> | null;
}

/** A place files come from: a stage, or an image from outside. */
export interface Source {
  /** `builder`, `ghcr.io/astral-sh/uv`. */
  readonly label: string;
  readonly files: Files | null;
  /** Normalised reference of the image at the bottom; `null` for scratch. */
  readonly image: string | null;
  readonly imageSize: Estimate | null;
  /** Steps whose words nobody understood: they may have made anything. */
  readonly puzzling: readonly { readonly step: StepId; readonly text: string }[];
}

/** What `written` (a COPY source, seen from the root) holds in a source. */
export function find(source: Source, written: string): Finding {
  const path = absolute(written, '/');
  if (path === '/') return everything(source);
  // Which Python it is says the image's tag at best: its folders are kept without the version.
  const plain = withoutPython(path);
  return plain === path ? findAt(source, path) : { ...findAt(source, plain), path };
}

const withoutPython = (path: string): string =>
  path.replace(/\/python3\.[\d*]+(?=\/|$)/, '/python3').replace('/python3/dist-packages', '/python3/site-packages');

function findAt(source: Source, path: string): Finding {
  if (isGlob(path)) return findGlob(source, path);
  const holdings = source.files?.holding(path) ?? [];
  const whole = holdings.filter((one) => !one.inside);
  if (whole.length > 0) return withBase(source, made(path, whole));
  const [near] = holdings;
  if (near) return inside(path, near);
  return inBase(source, path);
}

function made(path: string, whole: readonly Holding[]): Finding {
  const pieces = whole.map(({ entry }) => piece(entry, below(entry.path, path)));
  const makers = new Set(whole.map(({ entry }) => entry.step));
  const [only] = [...makers];
  // Several steps below one folder: the largest made most of it.
  const largest = [...whole].sort((a, b) => b.entry.disk.likely - a.entry.disk.likely)[0]?.entry.step ?? null;
  return { path, pieces, found: 'made', madeBy: makers.size === 1 ? (only ?? null) : largest, unknown: null };
}

/** The whole file system. A stage's files hold those of its base already; an image from outside is one piece. */
function everything(source: Source): Finding {
  const { files, image, imageSize, label } = source;
  const whole = (files?.holding('/') ?? []).filter((one) => !one.inside);
  if (whole.length > 0) return made('/', whole);
  if (image !== null && imageSize?.kind !== 'known') return inUnknownImage(source, '/');
  if (files !== null || imageSize?.kind !== 'known') return nowhere(source, '/', source.puzzling[0]);
  const { certainty, evidence, disk, pull } = imageSize;
  const grounds: Grounds = { certainty, evidence, reason: `Everything in ${label}: ${imageSize.reason}` };
  const base: Piece = { rest: '', kind: 'spread', disk, pull, grounds, madeBy: null };
  return { path: '/', pieces: [base], found: 'base', madeBy: null, unknown: null };
}

/** What the image below is known to hold at the same folder comes along. */
function withBase(source: Source, finding: Finding): Finding {
  const known = source.image === null ? null : knownPath(source.image, finding.path);
  if (known?.kind !== 'tree') return finding;
  return { ...finding, pieces: [...finding.pieces, basePiece(source, finding.path, known)] };
}

function basePiece(source: Source, path: string, known: NonNullable<ReturnType<typeof knownPath>>): Piece {
  const grounds: Grounds = { certainty: 'assumed', reason: `${path} of ${source.label}: ${known.what}.` };
  return { rest: '', kind: known.kind, ...known.bytes, grounds, madeBy: null };
}

const piece = (entry: Entry, rest: string): Piece => ({
  rest,
  kind: entry.kind,
  disk: entry.disk,
  pull: entry.pull,
  grounds: { ...entry.grounds, reason: plain(entry.grounds.reason) },
  madeBy: entry.step,
  ...(entry.listing ? { listing: entry.listing } : {}),
});

function inside(path: string, { entry }: Holding): Finding {
  const rest = below(path, entry.path);
  const fits = entry.names?.test(rest) ?? false;
  const bytes =
    entry.kind === 'open' && (fits || !isText(rest))
      ? (outputOf(rest) ?? picked(entry, rest) ?? entry)
      : portion(entry, path);
  const single: Piece = {
    rest: '',
    kind: 'tree',
    disk: bytes.disk,
    pull: bytes.pull,
    grounds: entry.grounds,
    madeBy: entry.step,
  };
  const sure = entry.kind === 'open' ? fits : true;
  return { path, pieces: [single], found: sure ? 'made' : 'maybe', madeBy: entry.step, unknown: null };
}

/** Folders of a framework's build whose usual size says more than the build as a whole. */
function outputOf(rest: string): Bytes | null {
  if (/^\.next\/standalone/.test(rest)) return megabytes(15, 45, 250, 0.24);
  if (/^(\.next\/static|public)$/.test(rest)) return megabytes(0.01, 1.8, 40, 0.4);
  if (/^\.output$/.test(rest)) return megabytes(1, 12, 120, 0.26);
  return null;
}

function findGlob(source: Source, path: string): Finding {
  const fits = globMatcher(path);
  const folder = parentOf(path.slice(0, path.search(/[*?[]/)) + 'x');
  const pieces: Piece[] = [];
  let madeBy: StepId | null = null;
  let largest = -1;
  for (const entry of source.files?.near(path) ?? []) {
    if (entry.kind === 'spread' || !isUnder(entry.path, folder)) continue;
    for (let at = entry.path.length; at > folder.length; at = entry.path.lastIndexOf('/', at - 1)) {
      if (!fits(entry.path.slice(0, at))) continue;
      pieces.push(piece(entry, below(entry.path, folder)));
      if (entry.disk.likely > largest) madeBy = entry.step;
      largest = Math.max(largest, entry.disk.likely);
      break;
    }
  }
  if (pieces.length > 0) return { path, pieces, found: 'made', madeBy, unknown: null };
  const near = (source.files?.holding(folder) ?? []).filter(
    ({ entry }) => entry.kind !== 'spread' && entry.kind !== 'file',
  );
  // In a folder counted as a whole, or whose file names a build decides.
  const best = near.find(({ entry }) => entry.names?.test(below(path, entry.path))) ?? near[0];
  if (!best) return inBase(source, path);
  if (isUnder(best.entry.path, folder) && best.entry.path !== folder) return made(path, [best]);
  return inside(path, best);
}

/** What no step is known to write may be there from the start. */
function inUnknownImage({ label, files }: Source, path: string): Finding {
  const where = files === null ? label : `the image of \`${label}\``;
  const reason = `What ${where} holds at ${path} is not known: no facts about that image.`;
  return { path, pieces: [], found: 'base', madeBy: null, unknown: { kind: 'unknown', reason, fallback: null } };
}

/** Nothing in the steps: a path of the image below, or nowhere. */
function inBase(source: Source, path: string): Finding {
  const maybe = source.puzzling[0];
  if (source.image === null) return nowhere(source, path, maybe);
  const known = knownPath(source.image, path);
  if (known) return { path, pieces: [basePiece(source, path, known)], found: 'base', madeBy: null, unknown: null };
  if (maybe && !SYSTEM.test(path)) return nowhere(source, path, maybe);
  const whole = source.imageSize;
  if (whole?.kind !== 'known') return inUnknownImage(source, path);
  if (source.files !== null && !SYSTEM.test(path)) return nowhere(source, path, maybe);
  const bytes = { disk: times(whole.disk, 0.002, 0.12, 0.95), pull: times(whole.pull, 0.002, 0.12, 0.95) };
  const grounds: Grounds = {
    certainty: 'assumed',
    reason: `${path} of ${source.label}: not known, but below the image’s size.`,
  };
  return {
    path,
    pieces: [{ rest: '', kind: 'tree', ...bytes, grounds, madeBy: null }],
    found: 'base',
    madeBy: null,
    unknown: null,
  };
}

// Folders that base images fill.
const SYSTEM = /^\/(usr|etc|lib|lib64|bin|sbin|opt|var|root|home|go|nix|rootfs|runtime|docker-entrypoint)(\/|$|[.-])/;

function nowhere(source: Source, path: string, maybe: Source['puzzling'][number] | undefined): Finding {
  const may = maybe ? `; \`${maybe.text.slice(0, 60)}\` may` : '';
  return {
    path,
    pieces: [],
    found: maybe ? 'maybe' : 'nothing',
    madeBy: maybe?.step ?? null,
    unknown: unknown(`Nothing in \`${source.label}\` is known to write ${path}${may}.`) as Extract<
      Estimate,
      { kind: 'unknown' }
    >,
  };
}
