// Scene, step 8: drafts, places and paths → the scene, moved so that everything stands inside its margins.

import type { Build } from '../model/build';
import { stageId } from '../element';
import { barScale } from './bars';
import { placeCard } from './card';
import type { CardDraft } from './card';
import { labelKey } from './label-text';
import type { LabelDraft } from './label-text';
import type { Layout } from './layout';
import type { Edge, EdgeLabel, ImageBox, Scene } from './scene';
import type { Strand } from './strands';
import type { Topology } from './topology';

interface Parts {
  readonly build: Build;
  readonly topology: Topology;
  readonly layout: Layout;
  readonly cards: ReadonlyMap<number, CardDraft>;
  readonly images: ReadonlyMap<number, ImageBox>;
  readonly strands: readonly (readonly Strand[])[];
  readonly labels: readonly LabelDraft[];
}

export function finish({ build, topology, layout, cards, images, strands, labels }: Parts): Scene {
  const { boxes, extent, margin } = layout;
  const dx = Math.ceil(margin - extent.left);
  const dy = Math.ceil(margin - extent.top);
  const needed = (node: number): boolean => build.stages[node]?.reachable ?? false;
  const useful = new Set(topology.trunks.filter(({ target }) => needed(target)).map(({ source }) => source));

  const pixelsPerByte = barScale(cards);
  const drafts = new Map(labels.map((label) => [labelKey(label.trunk, label.kind), label]));
  const edges = topology.trunks.flatMap(({ source, target }, trunk) => {
    const origin = topology.nodes[source];
    const unlabelled = new Set<'copy' | 'mount'>(['copy', 'mount']);
    /** Said once a trunk, by the first strand of its kind. */
    const labelOf = (kind: Edge['kind']): EdgeLabel | null => {
      const group = kind === 'mount' ? 'mount' : kind === 'copy' || kind === 'external' ? 'copy' : null;
      if (group === null || !unlabelled.delete(group)) return null;
      const key = labelKey(trunk, group);
      const box = layout.labels.get(key);
      const draft = drafts.get(key);
      return box && draft ? { ...box, x: box.x + dx, y: box.y + dy, lines: draft.lines } : null;
    };
    return (strands[trunk] ?? []).flatMap((strand, nth): Edge[] => {
      const way = layout.paths[trunk]?.[nth];
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
          path: way.path(dx, dy),
          tip: { x: way.tip.x + dx, y: Math.round((way.tip.y + dy) * 10) / 10 },
          heading: way.heading,
          width: strand.width,
          unknown: strand.unknown,
          label: labelOf(strand.kind),
          dimmed: !needed(target),
        },
      ];
    });
  });
  return {
    width: Math.ceil(extent.right + dx + margin),
    height: Math.ceil(extent.bottom + dy + margin),
    cards: [...cards].map(([node, draft]) =>
      placeCard(draft, (boxes[node]?.x ?? 0) + dx, (boxes[node]?.y ?? 0) + dy, pixelsPerByte),
    ),
    images: [...images].map(([node, image]) => ({
      ...image,
      x: (boxes[node]?.x ?? 0) + dx,
      y: (boxes[node]?.y ?? 0) + dy,
      dimmed: !useful.has(node),
    })),
    edges,
    direction: layout.direction,
    method: layout.method,
  };
}
