// Exports: the scene as one SVG file that stands alone: title and description for those who cannot see it, light and
// dark by media query, and the Dockerfile itself in <metadata>, so that dropping the file on the page opens it again.
// No script, no link, no font of its own: it renders as <img>. Same input, same bytes.

import { cardMarks, foldMarks, imageMarks, rowMarks } from '../look/card-marks';
import { cardClass, edgeClass, imageClass } from '../look/classes';
import { paint, shape } from '../look/css';
import { edgeMarks, labelMarks } from '../look/edge-marks';
import { legend } from '../look/legend';
import { text } from '../look/mark';
import type { Mark } from '../look/mark';
import type { Card, Row, Scene } from '../scene';
import { dark, light } from './theme';
import { escapeXml } from './xml';

export interface SvgInput {
  readonly scene: Scene;
  /** What the picture is of: its <title>. */
  readonly title: string;
  /** The whole graph in words: its <desc>. */
  readonly description: string;
  /** The Dockerfile, to be found again by `dockerfileInSvg`. */
  readonly source: string;
  /** Without one: both, by the viewer's preference. */
  readonly theme?: 'light' | 'dark';
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

export function markToSvg(mark: Mark): string {
  switch (mark.tag) {
    case 'rect': {
      const rx = mark.rx > 0 ? ` rx="${n(mark.rx)}"` : '';
      return `<rect class="${mark.class}" x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}"${rx}/>`;
    }
    case 'path': {
      const stroke = mark.stroke === undefined ? '' : ` stroke-width="${n(mark.stroke)}"`;
      return `<path class="${mark.class}" d="${mark.d}"${stroke}/>`;
    }
    case 'text': {
      const end = mark.end ? ' text-anchor="end"' : '';
      const size = mark.size === undefined ? '' : ` style="font-size:${n(mark.size)}px"`;
      return `<text class="${mark.class}" x="${n(mark.x)}" y="${n(mark.y)}"${end}${size}>${escapeXml(mark.text)}</text>`;
    }
  }
}

function group(kind: string, x: number, y: number, marks: readonly Mark[], inside = '', full = ''): string {
  const title = full === '' ? '' : `<title>${escapeXml(full)}</title>`;
  return `<g class="${kind}" transform="translate(${n(x)} ${n(y)})">${title}${marks.map(markToSvg).join('')}${inside}</g>`;
}

const rowGroup = (card: Card, row: Row): string => group('row', 0, row.y - card.y, rowMarks(row), '', row.full);

function cardGroup(card: Card): string {
  const rows = card.rows.map((row) => rowGroup(card, row)).join('');
  const fold = card.fold ? group('fold', 0, card.fold.y - card.y, foldMarks(card)) : '';
  return group(cardClass(card), card.x, card.y, cardMarks(card), rows + fold, '');
}

/** Room between the picture and its legend. */
const legendGap = 8;
const margin = 24;

export function toSvg({ scene, title, description, source, theme }: SvgInput): string {
  const empty = scene.cards.length === 0;
  const key = legend(scene, Math.max(280, scene.width - 2 * margin));
  const width = Math.max(scene.width, key.width + 2 * margin, empty ? 280 : 0);
  const height = scene.height + (key.height > 0 ? legendGap + key.height + 12 : 0);
  const paper = (colour: string): string => `.dfg>.paper{fill:${colour}}`;
  const first = theme === 'dark' ? dark : light;
  const other =
    theme === undefined
      ? `\n@media (prefers-color-scheme:dark){\n${paint((token) => dark[token])}\n${paper(dark.paper)}\n}`
      : '';
  const style = `${shape}\n${paint((token) => first[token])}\n${paper(first.paper)}${other}`;
  const edges = scene.edges.map(
    (edge) => `<g class="${edgeClass(edge)}">${edgeMarks(edge).map(markToSvg).join('')}</g>`,
  );
  const labels = scene.edges.map(({ label, kind }) =>
    label ? group('label', label.x, label.y, labelMarks(label, kind)) : '',
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="dfg" role="img" aria-labelledby="t d" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="t">${escapeXml(title)}</title>`,
    `<desc id="d">${escapeXml(description)}</desc>`,
    `<metadata><dockerfile xmlns="urn:dockerfile-playground">${escapeXml(source)}</dockerfile></metadata>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...(empty ? [markToSvg(text('s', margin, margin + 6, 'There is no stage to draw.'))] : []),
    ...edges,
    ...scene.images.map((image) => group(imageClass(image), image.x, image.y, imageMarks(image), '', image.full)),
    ...scene.cards.map(cardGroup),
    ...labels.filter((label) => label !== ''),
    ...key.items.map((item) => group(item.class, margin + item.x, scene.height + legendGap + item.y, item.marks)),
    '</svg>',
    '',
  ].join('\n');
}
