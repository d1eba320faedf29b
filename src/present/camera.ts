// Where the camera stands: pure arithmetic. The whole picture where its type can be read from the back row; else what the step is about,
// at the smallest scale that can be read, so that the camera only pans and never breathes.

import type { Box, Point } from '../core';
import type { Size, View } from '../graph/view';

/** Nothing is blown up beyond this multiple of the scale that can just be read. */
const MOST = 1.5;
const RIM = 18;

export function around(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (!first) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: x - RIM, y: y - RIM, width: right - x + 2 * RIM, height: bottom - y + 2 * RIM };
}

const fitting = (what: Size, window: Size): number => Math.min(window.width / what.width, window.height / what.height);

export const wholeFits = (scene: Size, window: Size, legible: number): boolean => fitting(scene, window) >= legible;

/** Offset of one axis: centred on `from`–`to`, but never showing more emptiness beyond the scene than there has to be. */
function offset(centre: number, scene: number, window: number, k: number): number {
  if (scene * k <= window) return (window - scene * k) / 2;
  return Math.min(0, Math.max(window - scene * k, window / 2 - centre * k));
}

/** The view at scale `k` with a point in the middle, as far as the scene's edges allow. */
export function centredOn({ x, y }: Point, scene: Size, window: Size, k: number): View {
  return { k, x: offset(x, scene.width, window.width, k), y: offset(y, scene.height, window.height, k) };
}

export function wholeView(scene: Size, window: Size, most: number): View {
  const k = Math.min(fitting(scene, window), most);
  return centredOn({ x: scene.width / 2, y: scene.height / 2 }, scene, window, k);
}

/** What a step is about, in several widths each: the first that can be seen whole is shown. */
export interface Focus {
  /** Where something comes from and where it goes. */
  readonly both: readonly (readonly Box[])[];
  /** The step by itself. */
  readonly one: readonly (readonly Box[])[];
}

const fits = (boxes: readonly Box[], window: Size, k: number): boolean => {
  const all = around(boxes);
  return all !== null && fitting(all, window) >= k;
};

/** Whether both ends of what happens are in view at once. */
export const focusFits = ({ both }: Focus, window: Size, legible: number): boolean =>
  both.length === 0 || both.some((boxes) => fits(boxes, window, legible));

const contains = ({ x, y, k }: View, box: Box, window: Size): boolean =>
  x + box.x * k >= 0 &&
  y + box.y * k >= 0 &&
  x + (box.x + box.width) * k <= window.width &&
  y + (box.y + box.height) * k <= window.height;

/**
 * `legible`: the scale at which the smallest type can be read. `last`: where the camera stands; it stays there while what the step is about
 * can be seen from there.
 */
export function frame(scene: Size, focus: Focus, window: Size, legible: number, last: View | null = null): View {
  if (wholeFits(scene, window, legible)) return wholeView(scene, window, legible * MOST);
  const k = legible;
  const widths = [...focus.both, ...focus.one];
  const all = around(widths.find((boxes) => fits(boxes, window, legible)) ?? widths.at(-1) ?? []);
  if (all !== null && last?.k === k && contains(last, all, window)) return last;
  if (all === null) return centredOn({ x: 0, y: 0 }, scene, window, k);
  return centredOn({ x: all.x + all.width / 2, y: all.y + all.height / 2 }, scene, window, k);
}

/** A view on the way from one to another; `t` from 0 to 1. */
export const between = (from: View, to: View, t: number): View => ({
  k: from.k + (to.k - from.k) * t,
  x: from.x + (to.x - from.x) * t,
  y: from.y + (to.y - from.y) * t,
});
