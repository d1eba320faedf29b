// Scene: links → strands. A strand leaves one box at one height and reaches another at one height; links (and paths of
// one link) that share both ends share a strand. The strands of a trunk keep together as a ribbon and share a label.

import type { LinkId, StepId } from '../element';
import type { Build, Link } from '../model/build';
import type { Payload, SizeReport } from '../size/report';
import { ribbonWidth, unknownRibbon } from './bytes-scale';
import type { CardDraft } from './card';
import { image as imageMeasures } from './measures';
import type { Edge } from './scene';
import type { TopologyNode, Trunk } from './topology';

export interface Strand {
  readonly key: string;
  readonly kind: Edge['kind'];
  readonly links: readonly Link[];
  /** Heights of both ends within their boxes. */
  readonly sourcePort: number;
  readonly targetPort: number;
  readonly width: number;
  readonly unknown: boolean;
}

/** Stroke of FROM edges and of mounts, which carry no bytes into the image. */
const fromWidth = 5;
const mountWidth = 2;

/** Where FROM leaves and reaches a card: level with its title. */
const headPort = 30;
/** Where a file leaves a card when nobody knows which instruction made it. */
const unknownMakerPort = 46;

function kindOf(link: Link, origin: TopologyNode): Edge['kind'] {
  if (origin.kind === 'missing') return 'missing';
  if (link.kind === 'base') return 'from';
  if (link.kind === 'mount') return 'mount';
  return origin.kind === 'image' ? 'external' : 'copy';
}

interface Leaving {
  readonly maker: StepId | null;
  readonly bytes: number;
  readonly unknown: boolean;
}

/** What a link carries, by the instruction that made it. */
function leavings(link: Link, payload: Payload | undefined): Leaving[] {
  if (link.kind !== 'copy' || payload === undefined || payload.paths.length === 0) {
    const bytes = payload?.total.disk.likely ?? 0;
    return [
      {
        maker: payload?.paths[0]?.madeBy ?? null,
        bytes,
        unknown: link.kind === 'copy' && (payload?.total.unknown ?? 1) > 0,
      },
    ];
  }
  const byMaker = new Map<StepId | null, Leaving>();
  for (const { madeBy, size } of payload.paths) {
    const known = byMaker.get(madeBy);
    const bytes = (known?.bytes ?? 0) + (size.kind === 'known' ? size.disk.likely : 0);
    byMaker.set(madeBy, { maker: madeBy, bytes, unknown: known?.unknown === true || size.kind === 'unknown' });
  }
  return [...byMaker.values()];
}

export function strandsOf(
  trunk: Trunk,
  origin: TopologyNode,
  drafts: ReadonlyMap<number, CardDraft>,
  size: SizeReport,
  /** Stands in for a maker that is not known. */
  guess: StepId | null,
): Strand[] {
  const source = origin.kind === 'stage' ? drafts.get(origin.stage) : undefined;
  const target = drafts.get(trunk.target);
  const merged = new Map<
    string,
    { kind: Edge['kind']; links: Link[]; sourcePort: number; targetPort: number; bytes: number; unknown: boolean }
  >();
  for (const link of trunk.links) {
    const kind = kindOf(link, origin);
    for (const { maker: known, bytes, unknown } of leavings(link, size.payloads[link.id])) {
      const maker = known ?? (kind === 'copy' ? guess : null);
      const boxPort =
        origin.kind === 'stage' ? (kind === 'from' ? headPort : unknownMakerPort) : imageMeasures.height / 2;
      const sourcePort = (kind !== 'from' && maker !== null ? source?.ports.get(maker) : undefined) ?? boxPort;
      const targetPort = (link.step === null ? undefined : target?.ports.get(link.step)) ?? headPort;
      const key = `${kind} ${sourcePort} ${targetPort}`;
      const strand = merged.get(key);
      if (strand) {
        if (!strand.links.includes(link)) strand.links.push(link);
        strand.bytes += bytes;
        strand.unknown ||= unknown;
      } else merged.set(key, { kind, links: [link], sourcePort, targetPort, bytes, unknown });
    }
  }
  const seen = new Map<LinkId, number>();
  return [...merged.values()]
    .map((strand): Strand => {
      const first = strand.links[0];
      const nth = first ? (seen.get(first.id) ?? 0) : 0;
      if (first) seen.set(first.id, nth + 1);
      const carries = strand.kind === 'copy' || strand.kind === 'external';
      const unknown = carries && strand.unknown && strand.bytes === 0;
      return {
        key: nth === 0 ? (first?.id ?? strand.kind) : `${first?.id ?? strand.kind}+${nth}`,
        kind: strand.kind,
        links: strand.links,
        sourcePort: strand.sourcePort,
        targetPort: strand.targetPort,
        width: carries
          ? unknown
            ? unknownRibbon
            : ribbonWidth(strand.bytes)
          : strand.kind === 'from'
            ? fromWidth
            : mountWidth,
        unknown,
      };
    })
    .sort((a, b) => a.sourcePort + a.targetPort - b.sourcePort - b.targetPort);
}

/** What the strands of a trunk need side by side. */
export const thickness = (strands: readonly Strand[]): number =>
  strands.reduce((sum, strand) => sum + strand.width, 0) + Math.max(0, strands.length - 1) * strandGap;

export const strandGap = 3;

/** What most often made a file that is carried on: the stage's last RUN, else its last COPY. */
export function likelyMaker({ stages }: Build, stage: number): StepId | null {
  const steps = stages[stage]?.steps ?? [];
  const last = (kind: 'run' | 'copy'): StepId | undefined => steps.findLast(({ action }) => action.kind === kind)?.id;
  return last('run') ?? last('copy') ?? null;
}

/** Steps whose files go on to another stage, for every payload of the build. */
export function makers(build: Build, size: SizeReport): Set<StepId> {
  const found = new Set<StepId>();
  for (const link of build.links) {
    if (link.kind !== 'copy') continue;
    for (const { madeBy } of size.payloads[link.id]?.paths ?? []) if (madeBy !== null) found.add(madeBy);
  }
  return found;
}
