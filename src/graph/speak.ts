// What each element says of itself where no better sentence is given; `t` puts it into the language of the page.
import type { Card, Edge, ImageBox, Row, Say, Scene } from '../core';

export const sayCard = (card: Card, t: Say): string =>
  [t(`Stage ${card.fullTitle}`), card.subtitle, card.total, ...(card.footer?.lines ?? [])].filter(Boolean).join(', ');

export const sayRow = (row: Row, t: Say): string =>
  [
    row.full,
    row.bytes === '' ? '' : t(row.bytes.replace('+', 'adds ')),
    row.problem === null ? '' : t(`has ${row.problem === 'error' ? 'an error' : 'a warning'}`),
  ]
    .filter(Boolean)
    .join(', ');

export const sayImage = (image: ImageBox, t: Say): string =>
  image.kind === 'missing' ? `${image.full}: ${image.subtitle}` : `${t(`Image ${image.full}`)}, ${image.subtitle}`;

const ways: Readonly<Record<Edge['kind'], string>> = {
  from: 'FROM',
  copy: 'COPY --from',
  external: 'COPY --from an image',
  mount: 'Mount, not carried,',
  missing: 'Reference to what does not exist,',
};

export function sayEdge(scene: Scene, edge: Edge, t: Say): string {
  const box = (id: string): string =>
    scene.cards.find((card) => card.id === id)?.fullTitle ?? scene.images.find((image) => image.id === id)?.full ?? id;
  const what = edge.label?.lines.map(({ text }) => text).join(' ') ?? '';
  return [t(`${ways[edge.kind]} from ${box(edge.from)} to ${box(edge.to)}`), what].filter(Boolean).join(': ');
}
