// Which things of a scene are elements of their own now: all that is in view, or, from so far that the picture is one mass
// (`Shapes.svelte`), only what is lit or walked on.
import type { Card, Edge, ElementId, ImageBox, Scene } from '../core';
import type { Stand } from './stand.svelte';

interface Drawn {
  readonly cards: readonly Card[];
  readonly images: readonly ImageBox[];
  readonly edges: readonly Edge[];
}

export function drawn(scene: Scene, stand: Stand, current: ElementId | null, marked: ReadonlySet<ElementId>): Drawn {
  if (stand.detail !== 'shapes') {
    return {
      cards: stand.visible<Card>(scene.cards, current),
      images: stand.visible<ImageBox>(scene.images, current),
      edges: stand.visibleEdges(scene.edges, current),
    };
  }
  const own = (id: ElementId): boolean => id === current || marked.has(id);
  return {
    cards: scene.cards.filter((card) => own(card.id) || card.rows.some(({ id }) => own(id))),
    images: scene.images.filter(({ id }) => own(id)),
    edges: scene.edges.filter((edge) => edge.links.some(own)),
  };
}
