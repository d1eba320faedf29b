// Look: the classes of the groups marks stand in, by which `css.ts` knows a thing's fate.

import type { Card, Edge, ImageBox } from '../scene';

export const cardClass = (card: Card): string =>
  `card${card.target ? ' target' : ''}${card.fate === 'not-built' ? ' unbuilt' : ''}`;
export const imageClass = ({ kind, dimmed }: ImageBox): string => `image ${kind}${dimmed ? ' unbuilt' : ''}`;
export const edgeClass = ({ kind, dimmed }: Edge): string => `edge ${kind}${dimmed ? ' dim' : ''}`;
