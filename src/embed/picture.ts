// The static picture: a scene as SVG elements, made without markup text, so that no Content-Security-Policy and no trusted-types rule
// stands in its way, and without Svelte, so that it is there first.

import {
  cardClass,
  cardMarks,
  edgeClass,
  edgeMarks,
  foldMarks,
  imageClass,
  imageMarks,
  labelMarks,
  rowMarks,
  type Card,
  type Mark,
  type Scene,
} from '../core';
import { filled, type Attributes } from './filled';

/** No picture is blown up beyond this. */
const LARGEST = 1.15;

const make = (tag: string, attributes: Attributes, children: readonly (Element | string)[] = []): SVGElement =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

function shape(mark: Mark): SVGElement {
  const { class: kind } = mark;
  if (mark.tag === 'path') return make('path', { class: kind, d: mark.d, 'stroke-width': mark.stroke });
  if (mark.tag === 'text') {
    const anchor = mark.end ? 'end' : undefined;
    return make('text', { class: kind, x: mark.x, y: mark.y, 'text-anchor': anchor }, [mark.text]);
  }
  const { x, y, width, height, rx } = mark;
  return make('rect', { class: kind, x, y, width, height, rx });
}

const group = (kind: string, x: number, y: number, id: string | undefined, inside: readonly Element[]): SVGElement =>
  make('g', { class: kind, transform: `translate(${x} ${y})`, 'data-id': id }, inside);

function cardGroup(card: Card): SVGElement {
  const rows = card.rows.map((row) => group('row', 0, row.y - card.y, row.id, rowMarks(row).map(shape)));
  const fold = card.fold ? [group('fold', 0, card.fold.y - card.y, undefined, foldMarks(card).map(shape))] : [];
  return group(cardClass(card), card.x, card.y, card.id, [...cardMarks(card).map(shape), ...rows, ...fold]);
}

/** `label` says in words what the picture shows. */
export function picture(scene: Scene, label: string): SVGElement {
  const { width, height } = scene;
  const labels = scene.edges.flatMap(({ id, kind, label: own }) =>
    own ? [group('label', own.x, own.y, id, labelMarks(own, kind).map(shape))] : [],
  );
  const svg = make(
    'svg',
    { class: 'dfg picture', role: 'img', 'aria-label': label, viewBox: `0 0 ${width} ${height}` },
    [
      ...scene.edges.map((edge) =>
        make('g', { class: edgeClass(edge), 'data-id': edge.id }, edgeMarks(edge).map(shape)),
      ),
      ...scene.images.map((image) =>
        group(imageClass(image), image.x, image.y, image.id, imageMarks(image).map(shape)),
      ),
      ...scene.cards.map(cardGroup),
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
