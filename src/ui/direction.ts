// Which way the picture reads in a window of a given size: down where it is narrow, as on a phone held upright.

import type { Direction } from '../core';

/** Wider than this, two cards and the label between them can be read side by side. */
const NARROW = 560;
/** Lower than this share of its width, a window shows no whole card of a column: a phone on its side. */
const LOWEST = 0.4;
/** How far beyond the limits a window must go before the picture turns back: dragging a divider must not make it flicker. */
const SLACK = 1.12;

export function directionFor(width: number, height: number, now: Direction): Direction {
  const slack = now === 'down' ? SLACK : 1;
  return width < NARROW * slack && height * slack > width * LOWEST ? 'down' : 'right';
}

/** Before anything is laid out: a phone held upright shows the picture as wide as its screen. */
export const firstDirection = (): Direction =>
  matchMedia('(max-width: 560px) and (orientation: portrait)').matches ? 'down' : 'right';
