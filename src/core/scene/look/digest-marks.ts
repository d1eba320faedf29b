// Look: cards and labels where rows can still be told apart but hardly read: the same rows in larger type, of each as much
// as fits. Everything stays inside the places it has close up, so that zooming moves nothing.

import { card as m } from '../measures';
import type { Card, Edge, EdgeLabel, Row } from '../scene';
import { fit, fitMiddle, textWidth } from '../text-width';
import { flag } from './card-marks';
import { path, rect } from './mark';
import type { Mark } from './mark';

const size = 15.5;
const baseline = 17.5;

function words(c: string, x: number, y: number, text: string, end = false): Mark {
  return end
    ? { tag: 'text', class: c, x, y, text, end, size }
    : { tag: 'text', class: c, x: Math.round(x * 10) / 10, y, text, size };
}

/** A row, its corner at 0,0. */
export function rowDigest(row: Row): Mark[] {
  const inner = row.width - 2 * m.padding;
  const bytes = row.bytes === '' ? 0 : textWidth(row.bytes, 'bold', size) + 10;
  const keyword = fit(row.keyword, 'mono', size, inner - bytes);
  const start = textWidth(`${keyword} `, 'mono', size);
  const text = fit(row.text, 'mono', size, Math.max(0, inner - bytes - start));
  const marks = [words('m k', m.padding, baseline, keyword)];
  // A letter or two of an argument say nothing.
  if (text === row.text || text.length > 4) marks.push(words('m', m.padding + start, baseline, text));
  if (row.bytes !== '') {
    const kind = row.kind === 'carried' ? 'b carried-text' : 'b s';
    marks.push(words(kind, row.width - m.padding, baseline, row.bytes, true));
  }
  if (row.bar > 0) marks.push(rect(`bar ${row.kind}`, m.padding, m.barTop, row.bar, m.barHeight, row.bar < 6 ? 1 : 2));
  if (row.problem) marks.push(...flag(row.problem, 9, baseline - 5));
  return marks;
}

/** The line that stands for folded rows. */
export function foldDigest({ fold }: Card): Mark[] {
  if (!fold) return [];
  const y = baseline - 5;
  const sign = fold.hidden > 0 ? `M${m.padding} ${y - 2}l5 5l5 -5` : `M${m.padding} ${y + 3}l5 -5l5 5`;
  return [path('fold-sign', sign, 2), words('s', m.padding + 18, baseline, fold.text)];
}

/** A label of one path: what goes where; of several, see `labelOverview`. */
export function labelDigest(label: EdgeLabel, kind: Edge['kind']): Mark[] | null {
  const [source, dest] = label.lines;
  if (label.lines.length !== 2 || !source || dest?.role !== 'bytes') return null;
  const room = label.width - 16;
  const figure = kind === 'mount' ? 'not carried' : (dest.text.split(' · ').at(-1) ?? '');
  const tone = kind === 'mount' ? 's' : 'carried-text';
  return [
    rect(kind === 'mount' ? 'chip plain' : 'chip', 0.5, 0.5, label.width - 1, label.height - 1, 6),
    words(`m ${tone}`, 8, 18.5, fitMiddle(source.text, 'mono', size, room)),
    words(`b ${tone}`, 8, 37.5, fit(figure, 'bold', size, room)),
  ];
}
