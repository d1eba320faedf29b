// Look: what each distance shows of a card, a row, a label. The playground and the embed's static picture both draw by it.

import type { Card, Edge, EdgeLabel, ImageBox, Row } from '../scene';
import { cardMarks, foldMarks, imageMarks, rowMarks } from './card-marks';
import { foldDigest, labelDigest, rowDigest } from './digest-marks';
import { labelMarks } from './edge-marks';
import type { Mark } from './mark';
import { cardOverview, imageOverview, labelOverview, type Overview } from './overview-marks';

/** How much of a scene can be read: all of it, or less and less. */
export type Detail = 'rows' | Overview;

const NOTHING: readonly Mark[] = [];

/** A card without its rows. */
export const cardAt = (card: Card, detail: Detail): readonly Mark[] =>
  detail === 'rows' ? cardMarks(card) : cardOverview(card, detail);

export const imageAt = (image: ImageBox, detail: Detail): readonly Mark[] =>
  detail === 'rows' ? imageMarks(image) : imageOverview(image, detail);

/** Far off a row is its bar; farther still there is no room for it beside the name. */
export function rowAt(row: Row, detail: Detail): readonly Mark[] {
  if (detail === 'rows') return rowMarks(row);
  if (detail === 'digest') return rowDigest(row);
  return detail === 'names' ? rowMarks(row).filter(({ tag }) => tag === 'rect') : NOTHING;
}

/** The line that stands for folded rows, where rows have words. */
export function foldAt(card: Card, detail: Detail): readonly Mark[] {
  if (detail === 'rows') return foldMarks(card);
  return detail === 'digest' ? foldDigest(card) : NOTHING;
}

export function labelAt(label: EdgeLabel, kind: Edge['kind'], detail: Detail): readonly Mark[] {
  if (detail === 'rows') return labelMarks(label, kind);
  if (detail === 'titles' || detail === 'shapes') return NOTHING;
  return (detail === 'digest' ? labelDigest(label, kind) : null) ?? labelOverview(label);
}
