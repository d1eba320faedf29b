// The walk by arrow keys: up and down through a card's rows and on to the next card of the column, left and right along
// edges; a picture that reads down is one column. Pure: scene, where one is, key → where to go.
import type { Edge, ElementId, Scene } from '../core';
import { firstOf, inOrder } from './first';

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** What can be walked to. An edge goes by the id of its (first) link. */
interface Spot {
  readonly id: ElementId;
  readonly x: number;
  readonly y: number;
  readonly box: ElementId;
}

function spots(scene: Scene): Spot[] {
  const all: Spot[] = [];
  for (const image of scene.images) all.push({ id: image.id, x: image.x, y: image.y, box: image.id });
  for (const card of scene.cards) {
    all.push({ id: card.id, x: card.x, y: card.y, box: card.id });
    for (const row of card.rows) all.push({ id: row.id, x: card.x, y: row.y, box: card.id });
  }
  return all;
}

const edgeAt = (scene: Scene, id: ElementId): Edge | undefined =>
  scene.edges.find((edge) => edge.links.some((link) => link === id));

const levelWith = (edge: Edge, y: number): number => Math.abs(edge.tip.y - y);

/** Where a key leads from `from`; `from` itself where there is nothing that way. */
export function walk(scene: Scene, from: ElementId | null, direction: Direction): ElementId | null {
  const down = scene.direction === 'down';
  if (direction === 'first') return firstOf(scene);
  const all = spots(scene).sort(inOrder(scene));
  if (direction === 'last') return scene.cards.find(({ target }) => target)?.id ?? all.at(-1)?.id ?? null;
  const here = all.find(({ id }) => id === from);
  const edge = here || from === null ? undefined : edgeAt(scene, from);
  if (edge) return alongEdge(scene, edge, direction);
  if (!here) return firstOf(scene);
  if (direction === 'up' || direction === 'down') {
    const column = down ? all : all.filter(({ x }) => x === here.x);
    const next = column[column.indexOf(here) + (direction === 'up' ? -1 : 1)];
    return next?.id ?? from;
  }
  const row = here.id.startsWith('step:') ? here.id : null;
  const arriving = (e: Edge): boolean => e.to === here.box && (row === null || stepOf(e) === row);
  const leaving = (e: Edge): boolean => e.from === here.box;
  const ways = scene.edges.filter(direction === 'left' ? arriving : leaving);
  const exact = [...ways].sort((a, b) => levelWith(a, here.y) - levelWith(b, here.y));
  return exact[0]?.id ?? (row === null ? from : here.box);
}

const stepOf = (edge: Edge): string => edge.id.replace(/^link:(\d+)\.(\d+)\.\d+$/, 'step:$1.$2');

function alongEdge(scene: Scene, edge: Edge, direction: Direction): ElementId {
  if (direction === 'right') {
    const step = stepOf(edge);
    const row = scene.cards.flatMap(({ rows }) => rows).find(({ id }) => id === step);
    return row?.id ?? edge.to;
  }
  if (direction === 'left') return edge.kind === 'missing' ? edge.to : edge.from;
  const siblings = scene.edges.filter(({ from, to }) => from === edge.from || to === edge.to);
  siblings.sort((a, b) => a.tip.y - b.tip.y || a.tip.x - b.tip.x);
  const next = siblings[siblings.indexOf(edge) + (direction === 'up' ? -1 : 1)];
  return next?.id ?? edge.id;
}
