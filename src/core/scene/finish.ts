// Scene, step 8: drafts, places and paths → the scene, moved so that everything stands inside its margins.

import type { Build } from '../model/build';
import { stageId } from '../element';
import type { Arrangement } from './arrange';
import { moveCard } from './card';
import type { CardDraft } from './card';
import { pathOf } from './curve';
import { gaps } from './measures';
import type { routes } from './route';
import { labelKey } from './label-text';
import type { LabelDraft } from './label-text';
import type { Edge, EdgeLabel, ImageBox, Scene } from './scene';
import type { Strand } from './strands';
import type { Topology } from './topology';

interface Parts {
  readonly build: Build;
  readonly topology: Topology;
  readonly arrangement: Arrangement;
  readonly cards: ReadonlyMap<number, CardDraft>;
  readonly images: ReadonlyMap<number, ImageBox>;
  readonly strands: readonly (readonly Strand[])[];
  readonly labels: readonly LabelDraft[];
  readonly routed: ReturnType<typeof routes>;
}

export function finish({ build, topology, arrangement, cards, images, strands, labels, routed }: Parts): Scene {
  const { boxes, lanes, method } = arrangement;
  let top = 0;
  let bottom = 0;
  let right = 0;
  for (const box of [...boxes, ...routed.labels.values()]) {
    top = Math.min(top, box.y);
    bottom = Math.max(bottom, box.y + box.height);
    right = Math.max(right, box.x + box.width);
  }
  lanes.forEach((heights, trunk) => {
    const half = 12 * (strands[trunk]?.length ?? 0);
    for (const y of heights) {
      top = Math.min(top, y - half);
      bottom = Math.max(bottom, y + half);
    }
  });
  const dx = gaps.margin;
  const dy = Math.ceil(gaps.margin - top);
  const needed = (node: number): boolean => build.stages[node]?.reachable ?? false;
  const useful = new Set(topology.trunks.filter(({ target }) => needed(target)).map(({ source }) => source));

  const drafts = new Map(labels.map((label) => [labelKey(label.trunk, label.kind), label]));
  const edges = topology.trunks.flatMap(({ source, target }, trunk) => {
    const origin = topology.nodes[source];
    const unlabelled = new Set<'copy' | 'mount'>(['copy', 'mount']);
    /** Said once a trunk, by the first strand of its kind. */
    const labelOf = (kind: Edge['kind']): EdgeLabel | null => {
      const group = kind === 'mount' ? 'mount' : kind === 'copy' || kind === 'external' ? 'copy' : null;
      if (group === null || !unlabelled.delete(group)) return null;
      const key = labelKey(trunk, group);
      const box = routed.labels.get(key);
      const draft = drafts.get(key);
      return box && draft ? { ...box, x: box.x + dx, y: box.y + dy, lines: draft.lines } : null;
    };
    return (strands[trunk] ?? []).flatMap((strand, nth): Edge[] => {
      const way = routed.paths[trunk]?.[nth];
      const first = strand.links[0];
      if (!way || !first || !origin) return [];
      return [
        {
          key: strand.key,
          id: first.id,
          links: strand.links.map(({ id }) => id),
          kind: strand.kind,
          from: origin.id,
          to: stageId(target),
          path: pathOf(way, dx, dy),
          tip: { x: way.tip.x + dx, y: Math.round((way.tip.y + dy) * 10) / 10 },
          width: strand.width,
          unknown: strand.unknown,
          label: labelOf(strand.kind),
          dimmed: !needed(target),
        },
      ];
    });
  });
  return {
    width: Math.ceil(right + 2 * dx),
    height: Math.ceil(bottom + dy + gaps.margin),
    cards: [...cards].map(([node, { card }]) => moveCard(card, (boxes[node]?.x ?? 0) + dx, (boxes[node]?.y ?? 0) + dy)),
    images: [...images].map(([node, image]) => ({
      ...image,
      x: (boxes[node]?.x ?? 0) + dx,
      y: (boxes[node]?.y ?? 0) + dy,
      dimmed: !useful.has(node),
    })),
    edges,
    method,
  };
}
