// The static picture: a scene as SVG elements, made without markup text, so that no Content-Security-Policy and no trusted-types rule
// stands in its way, and without Svelte, so that it is there first.

import {
  cardAt,
  cardClass,
  edgeClass,
  edgeMarks,
  edgeOverview,
  foldAt,
  imageAt,
  imageClass,
  labelAt,
  rowAt,
  type Card,
  type Detail,
  type Mark,
  type Scene,
} from '../core';
import { detailAt } from '../graph/view';
import { filled, type Attributes } from './filled';

export type { Detail };

/** No picture is blown up beyond this. */
const LARGEST = 1.15;

const make = (tag: string, attributes: Attributes, children: readonly (Element | string)[] = []): SVGElement =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

function shape(mark: Mark): SVGElement {
  const { class: kind } = mark;
  if (mark.tag === 'path') return make('path', { class: kind, d: mark.d, 'stroke-width': mark.stroke });
  if (mark.tag === 'text') {
    const anchor = mark.end ? 'end' : undefined;
    const text = make('text', { class: kind, x: mark.x, y: mark.y, 'text-anchor': anchor }, [mark.text]);
    // As a property: a Content-Security-Policy may forbid style attributes.
    if (mark.size !== undefined) text.style.fontSize = `${mark.size}px`;
    return text;
  }
  const { x, y, width, height, rx } = mark;
  return make('rect', { class: kind, x, y, width, height, rx });
}

const group = (kind: string, x: number, y: number, id: string | undefined, inside: readonly Element[]): SVGElement =>
  make('g', { class: kind, transform: `translate(${x} ${y})`, 'data-id': id }, inside);

/** The marks as a group, unless there are none. */
const filledGroup = (
  kind: string,
  x: number,
  y: number,
  id: string | undefined,
  marks: readonly Mark[],
): SVGElement[] => (marks.length > 0 ? [group(kind, x, y, id, marks.map(shape))] : []);

function cardGroup(card: Card, detail: Detail): SVGElement {
  const rows = card.rows.flatMap((row) => filledGroup('row', 0, row.y - card.y, row.id, rowAt(row, detail)));
  const fold = card.fold ? filledGroup('fold', 0, card.fold.y - card.y, undefined, foldAt(card, detail)) : [];
  return group(cardClass(card), card.x, card.y, card.id, [...cardAt(card, detail).map(shape), ...rows, ...fold]);
}

/** What can be read of a scene drawn into that many pixels; all of it while nothing is laid out. */
export function detailIn({ width, height }: Scene, room: { readonly width: number; readonly height: number }): Detail {
  return room.width > 0 && room.height > 0 ? detailAt(Math.min(room.width / width, room.height / height)) : 'rows';
}

/** `label` says in words what the picture shows. */
export function picture(scene: Scene, label: string, detail: Detail): SVGElement {
  const { width, height } = scene;
  const labels = scene.edges.flatMap(({ id, kind, label: own }) =>
    own ? filledGroup('label', own.x, own.y, id, labelAt(own, kind, detail)) : [],
  );
  const svg = make(
    'svg',
    { class: 'dfg picture', role: 'img', 'aria-label': label, viewBox: `0 0 ${width} ${height}` },
    [
      ...scene.edges.map((edge) =>
        make(
          'g',
          { class: edgeClass(edge), 'data-id': edge.id },
          (detail === 'shapes' ? edgeOverview(edge) : edgeMarks(edge)).map(shape),
        ),
      ),
      ...scene.images.map((image) =>
        group(imageClass(image), image.x, image.y, image.id, imageAt(image, detail).map(shape)),
      ),
      ...scene.cards.map((card) => cardGroup(card, detail)),
      ...labels,
    ],
  );
  svg.style.maxWidth = `${width * LARGEST}px`;
  svg.style.maxHeight = `${height * LARGEST}px`;
  return svg;
}

/** Lights one thing up and makes what is not built yet faint; `built` is `null` when everything is. */
export function showProgress(svg: Element, current: ReadonlySet<string>, built: ReadonlySet<string> | null): void {
  for (const each of svg.querySelectorAll('[data-id]')) {
    const id = each.getAttribute('data-id') ?? '';
    each.classList.toggle('now', current.has(id));
    each.classList.toggle('later', built !== null && !built.has(id) && !current.has(id));
  }
}
