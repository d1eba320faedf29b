// Scene, step 4: an image from outside, or an origin that does not exist → its box, measured, with its corner at 0,0.

import type { ImageId } from '../element';
import { shortImage } from '../explain/describe';
import type { Link } from '../model/build';
import type { Say } from '../options';
import type { SizeReport } from '../size/report';
import { sizeFigure } from './figures';
import { image as m, type } from './measures';
import type { ImageBox } from './scene';
import { fit, fitMiddle, textWidth } from './text-width';
import type { TopologyNode } from './topology';

function box(id: ImageBox['id'], kind: ImageBox['kind'], full: string, note: string): ImageBox {
  const wanted = Math.max(textWidth(full, 'bold', type.title), textWidth(note, 'sans', type.body)) + 2 * m.padding;
  const width = Math.ceil(Math.min(m.widest, Math.max(m.narrowest, wanted)) / 4) * 4;
  return {
    id,
    kind,
    x: 0,
    y: 0,
    width,
    height: m.height,
    title: fitMiddle(full, 'bold', type.title, width - 2 * m.padding),
    full,
    subtitle: fit(note, 'sans', type.body, width - 2 * m.padding),
    dimmed: false,
  };
}

/** Why there is nothing to take from: the box says it in three words, the problem list in full. */
function missingNote(link: Link): string {
  if (link.from.kind === 'stage') return link.from.stage === link.to ? 'the stage itself' : 'comes later in the file';
  return link.kind === 'base' ? 'no such base' : 'no such stage';
}

export function draftImage(node: TopologyNode, size: SizeReport, say: Say): ImageBox {
  const link = node.link;
  const from = link?.from;
  if (link === null || from === undefined) return box(node.id as ImageId, 'unknown', node.id, '');
  if (from.kind !== 'image') return box(link.id, 'missing', from.written || say('nothing'), say(missingNote(link)));
  const estimate = size.images[from.id];
  const figure = say(sizeFigure(estimate));
  return box(from.id, estimate?.kind === 'known' ? 'image' : 'unknown', shortImage(from.reference), figure);
}
