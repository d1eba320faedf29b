// Where the picture stands in its window: pure arithmetic of the view, no DOM.
import type { Box, Direction, Detail } from '../core';

/** A point of the scene is drawn at `x + k * point`. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const smallest = 0.004;
export const largest = 3;
/** No picture is blown up beyond this when it is fitted. */
const fitsUpTo = 1.15;
/** Rows can be read down to this. */
const readable = 0.7;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The whole picture, in the middle. */
export function fitAll(scene: Size, window: Size): View {
  const k = clamp(Math.min(window.width / scene.width, window.height / scene.height), smallest, fitsUpTo);
  return { k, x: (window.width - scene.width * k) / 2, y: (window.height - scene.height * k) / 2 };
}

/** Read down, the picture is not made smaller than this to show its end at once: it begins at its top. */
const readableDown = 0.8;

/** What is shown first: all of it, or, of a picture that reads down and is too long to be read whole, its beginning. */
export function firstView(scene: Size & { readonly direction: Direction }, window: Size): View {
  const whole = fitAll(scene, window);
  if (scene.direction === 'right' || whole.k >= readableDown) return whole;
  const k = clamp(window.width / scene.width, whole.k, 1);
  return { k, x: (window.width - scene.width * k) / 2, y: 0 };
}

/** What can be read at a scale; below `rows` the picture is drawn as an overview. */
export function detailAt(k: number): Detail {
  if (k >= 0.68) return 'rows';
  if (k >= 0.42) return 'digest';
  if (k >= 0.24) return 'names';
  return k >= 0.09 ? 'titles' : 'shapes';
}

/** A view with `box` in its middle, at a size that can be read. */
export function centred(box: Box, window: Size, k: number): View {
  const fitting = Math.min(window.width / (box.width + 80), window.height / (box.height + 80));
  const scale = clamp(Math.min(Math.max(k, readable), fitting), smallest, fitsUpTo);
  return {
    k: scale,
    x: window.width / 2 - (box.x + box.width / 2) * scale,
    y: window.height / 2 - (box.y + box.height / 2) * scale,
  };
}

/** The same view moved just enough for `box` to be seen; the view itself when it is. */
export function revealing(view: View, box: Box, window: Size, margin = 24): View {
  const shift = (from: number, to: number, room: number): number => {
    if (to - from > room - 2 * margin || from < margin) return margin - from;
    return to > room - margin ? room - margin - to : 0;
  };
  const left = view.x + box.x * view.k;
  const top = view.y + box.y * view.k;
  const dx = shift(left, left + box.width * view.k, window.width);
  const dy = shift(top, top + box.height * view.k, window.height);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}

/** The part of the scene a window shows, in coarse steps so that small moves change nothing, with a rim around it. */
export function shown(view: View, window: Size): Box {
  const rim = 400;
  const step = 200;
  const floor = (value: number): number => Math.floor(value / step) * step;
  const x = floor(-view.x / view.k - rim);
  const y = floor(-view.y / view.k - rim);
  const width = floor(window.width / view.k + 2 * rim) + 2 * step;
  const height = floor(window.height / view.k + 2 * rim) + 2 * step;
  return { x, y, width, height };
}

export const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
