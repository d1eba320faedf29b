// Scene, step 1: Build → the bare graph: boxes (stages, images, missing origins) and trunks between them.
// Trunks always run from an earlier box to a later stage; a link that cannot (broken, or back in the file) gets a
// missing origin of its own, so the graph never has a cycle. At most one trunk joins two boxes.

import type { ElementId } from '../element';
import { stageId } from '../element';
import type { Build, Link } from '../model/build';

export type NodeKind = 'stage' | 'image' | 'missing';

export interface TopologyNode {
  readonly index: number;
  readonly id: ElementId;
  readonly kind: NodeKind;
  /** Stage number; -1 for the others. */
  readonly stage: number;
  /** For images and missing origins: the link that brought it up first. */
  readonly link: Link | null;
}

export interface Trunk {
  readonly source: number;
  readonly target: number;
  readonly links: readonly Link[];
}

/** What the layout must know of a trunk: its thickness and where it is tied to its boxes. */
export interface TrunkShape {
  readonly thickness: number;
  readonly sourcePort: number;
  readonly targetPort: number;
}

export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly trunks: readonly Trunk[];
  /** The same for graphs of the same shape: what a kept layout is found by. */
  readonly key: string;
}

/** Whether a link names a stage that is built before the one that takes. */
const runsForward = (link: Link): boolean => link.from.kind !== 'stage' || link.from.stage < link.to;

export function topology(build: Build): Topology {
  const nodes: TopologyNode[] = build.stages.map((stage, index) => ({
    index,
    id: stageId(stage.index),
    kind: 'stage',
    stage: stage.index,
    link: null,
  }));
  const found = new Map<string, number>();
  const origin = (link: Link): number => {
    if (link.from.kind === 'stage' && runsForward(link)) return link.from.stage;
    const id: ElementId = link.from.kind === 'image' ? link.from.id : link.id;
    const known = found.get(id);
    if (known !== undefined) return known;
    const index = nodes.length;
    nodes.push({ index, id, kind: link.from.kind === 'image' ? 'image' : 'missing', stage: -1, link });
    found.set(id, index);
    return index;
  };

  const trunks = new Map<string, { source: number; target: number; links: Link[] }>();
  for (const link of build.links) {
    if (link.to >= build.stages.length) continue;
    const source = origin(link);
    const key = `${source}>${link.to}`;
    const trunk = trunks.get(key);
    if (trunk) trunk.links.push(link);
    else trunks.set(key, { source, target: link.to, links: [link] });
  }
  return {
    nodes,
    trunks: [...trunks.values()],
    key: `${nodes.map((node) => node.kind[0]).join('')} ${[...trunks.keys()].join(' ')}`,
  };
}
