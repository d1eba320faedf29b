// Look: cards, images and labels seen from afar, where rows can no longer be read. `digest` and `names` set name, total and
// what is left behind large (of rows, `digest` keeps the words, `names` the bars); `titles` fills the card with its name; `shapes` leaves the box alone.

import { card as m } from '../measures';
import type { Card, EdgeLabel, ImageBox } from '../scene';
import { fitMiddle, textWidth } from '../text-width';
import { hatching, path, rect } from './mark';
import type { Mark } from './mark';

export type Overview = 'digest' | 'names' | 'titles' | 'shapes';

const radius = 10;

/** One line, as large as the room allows between two sizes; cut in its middle where even the smaller is too wide. */
function line(c: string, x: number, y: number, words: string, room: number, low: number, high: number): Mark {
  const face = c.startsWith('s') ? 'sans' : 'bold';
  const size = Math.floor(Math.min(high, Math.max(low, room / Math.max(0.1, textWidth(words, face, 1)))));
  return { tag: 'text', class: c, x, y, text: fitMiddle(words, face, size, room), size };
}

/** A card without its rows. */
export function cardOverview(card: Card, view: Overview): Mark[] {
  const { width, height } = card;
  const marks: Mark[] = [rect('box', 0.5, 0.5, width - 1, height - 1, radius)];
  if (view === 'shapes') return marks;
  const inner = width - 2 * m.padding;
  const totalClass = card.target ? 'b shipped-text' : 's';
  if (view === 'titles') {
    marks.push(line('t', m.padding, Math.min(72, height / 2), card.fullTitle, inner, 30, 52));
    if (height > 110 && card.total !== '') {
      marks.push(line(totalClass, m.padding, Math.min(132, height - 24), card.total, inner, 24, 44));
    }
    return marks;
  }
  if (card.footer?.leaves) {
    const y = card.footer.y - card.y;
    marks.push(
      path(
        'left-ground',
        `M1 ${y}H${width - 1}V${height - radius}a${radius - 1} ${radius - 1} 0 0 1 -${radius - 1} ${radius - 1}H${radius}a${radius - 1} ${radius - 1} 0 0 1 -${radius - 1} -${radius - 1}z`,
      ),
      path('hatch', hatching(2, y + 1, width - 4, height - y - 4, 12)),
    );
  }
  marks.push(path('hair', `M1 ${m.header}.5H${width - 1}`, 1));
  marks.push(line('t', m.padding, 30, card.fullTitle, inner, 18, 28));
  if (card.total !== '') marks.push(line(totalClass, m.padding, 56, card.total, inner, 16, 23));
  const said = card.footer?.lines[0];
  if (card.footer && said !== undefined) {
    const left = card.footer.leaves;
    const tone = card.fate === 'shipped' ? 'b shipped-text' : left ? 'b halo' : 'b s';
    const y = card.footer.y - card.y + card.footer.height / 2 + 6;
    marks.push(line(tone, m.padding, y, said, inner, 14, 20));
  }
  return marks;
}

export function imageOverview(image: ImageBox, view: Overview): Mark[] {
  const box = rect('box', 0.5, 0.5, image.width - 1, image.height - 1, 8);
  if (view === 'shapes') return [box];
  const room = image.width - 20;
  if (view === 'titles') return [box, line('t', 10, 44, image.full, room, 26, 42)];
  return [box, line('t', 10, 28, image.full, room, 15, 24), line('s', 10, 51, image.subtitle, room, 14, 20)];
}

/** Only the bytes, in the middle of the label's place; nothing where nothing is carried. */
export function labelOverview(label: EdgeLabel): Mark[] {
  const figure = /(\d[\d.,]*\s[kMGT]?[Bo])(?: \D+)?$/.exec(label.lines.at(-1)?.text ?? '')?.[1];
  if (figure === undefined) return [];
  const size = Math.min(24, Math.floor((label.width - 18) / textWidth(figure, 'bold', 1)));
  const width = Math.ceil(textWidth(figure, 'bold', size)) + 16;
  const x = (label.width - width) / 2;
  const y = (label.height - 34) / 2;
  return [
    rect('chip', x, y, width, 34, 6),
    { tag: 'text', class: 'b carried-text', x: x + 8, y: y + 26, text: figure, size },
  ];
}
