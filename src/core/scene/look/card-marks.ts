// Look: a card and an image box as marks, with their corner at 0,0, so that moving one moves a group.

import { card as m, image as im } from '../measures';
import type { Card, Footer, ImageBox, Row } from '../scene';
import { textWidth } from '../text-width';
import { hatching, path, rect, text } from './mark';
import type { Mark } from './mark';

const radius = 10;

/** What marks a row or a card that has a problem: a disc for errors, a triangle for warnings, both with a stroke in it. */
export function flag(problem: 'error' | 'warning', x: number, y: number): Mark[] {
  const body = problem === 'error' ? `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z` : `M${x} ${y - 5.5}l6 10.5h-12z`;
  return [path(`flag ${problem}`, body), path('flag-sign', `M${x} ${y - 2.5}v3.4M${x} ${y + 2.6}v.9`, 1.6)];
}

/** Everything of a card but its rows and its fold. */
export function cardMarks(card: Card): Mark[] {
  const { width, height } = card;
  const marks: Mark[] = [rect('box', 0.5, 0.5, width - 1, height - 1, radius)];
  const body = card.rows.length > 0 || card.fold !== null;
  if (card.footer) marks.push(...footerMarks(card, card.footer));
  if (body || card.footer?.lines.length) marks.push(path('hair', `M1 ${m.header}.5H${width - 1}`, 1));
  marks.push(text('t', m.padding, m.titleLine, card.title));
  if (card.total !== '') {
    const kind = card.target ? 'b shipped-text' : 's';
    marks.push(text(kind, width - m.padding, m.titleLine, card.total, true));
  }
  marks.push(text('s', m.padding, m.subtitleLine, card.subtitle));
  if (card.problem) marks.push(...flag(card.problem, 9, m.titleLine - 5));
  return marks;
}

function footerMarks(card: Card, footer: Footer): Mark[] {
  const y = footer.y - card.y;
  const { width, height } = footer;
  const left = footer.leaves;
  const marks: Mark[] = [];
  if (left) {
    const d = `M1 ${y}H${width - 1}V${y + height - radius}a${radius - 1} ${radius - 1} 0 0 1 -${radius - 1} ${radius - 1}H${radius}a${radius - 1} ${radius - 1} 0 0 1 -${radius - 1} -${radius - 1}z`;
    marks.push(path('left-ground', d), path('hatch', hatching(2, y + 1, width - 4, height - 4)));
  }
  const shipped = card.fate === 'shipped';
  const loud = shipped ? 'b shipped-text' : left ? 'b halo' : 'b s';
  footer.lines.forEach((line, nth) => {
    const base = y + m.footerPadding + 11 + nth * m.footerLine;
    const indent = shipped && nth === 0 ? m.tick : 0;
    if (indent > 0) marks.push(path('tick', `M${m.padding + 1} ${base - 4}l3.5 3.5l6 -7.5`));
    marks.push(text(nth === 0 ? loud : left ? 's halo' : 's', m.padding + indent, base, line));
  });
  return marks;
}

/** A row, its corner at 0,0. */
export function rowMarks(row: Row): Mark[] {
  const marks: Mark[] = [text('m k', m.padding, m.rowLine, row.keyword)];
  if (row.text !== '') {
    const x = m.padding + textWidth(`${row.keyword} `, 'mono', 11.5);
    marks.push(text('m', Math.round(x * 10) / 10, m.rowLine, row.text));
  }
  if (row.bytes !== '') {
    const kind = row.kind === 'carried' ? 'carried-text' : 's';
    marks.push(text(kind, row.width - m.padding, m.rowLine, row.bytes, true));
  }
  if (row.bar > 0) marks.push(rect(`bar ${row.kind}`, m.padding, m.barTop, row.bar, m.barHeight, row.bar < 6 ? 1 : 2));
  if (row.problem) marks.push(...flag(row.problem, 9, m.rowLine - 4));
  return marks;
}

export function foldMarks(card: Card): Mark[] {
  if (!card.fold) return [];
  const { text: words, hidden } = card.fold;
  const y = m.rowLine - 4;
  const sign = hidden > 0 ? `M${m.padding} ${y - 2}l4 4l4 -4` : `M${m.padding} ${y + 2}l4 -4l4 4`;
  return [path('fold-sign', sign, 1.5), text('s', m.padding + 15, m.rowLine, words)];
}

export function imageMarks(image: ImageBox): Mark[] {
  return [
    rect('box', 0.5, 0.5, image.width - 1, image.height - 1, 8),
    text('t', im.padding, im.titleLine, image.title),
    text('s', im.padding, im.subtitleLine, image.subtitle),
  ];
}
