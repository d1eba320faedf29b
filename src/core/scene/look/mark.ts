// Look: a picture as plain shapes, drawn the same by the live graph (Svelte) and by the SVG export.
// Colour is never written on a mark: classes say kind, `css.ts` says how a kind looks.

export type Mark =
  | {
      readonly tag: 'rect';
      readonly class: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly rx: number;
    }
  | { readonly tag: 'path'; readonly class: string; readonly d: string; readonly stroke?: number }
  | {
      readonly tag: 'text';
      readonly class: string;
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly end?: true;
      /** Pixels, where it is not the size of its class. */
      readonly size?: number;
    };

export const rect = (c: string, x: number, y: number, width: number, height: number, rx = 0): Mark => ({
  tag: 'rect',
  class: c,
  x,
  y,
  width,
  height,
  rx,
});

export const path = (c: string, d: string, stroke?: number): Mark =>
  stroke === undefined ? { tag: 'path', class: c, d } : { tag: 'path', class: c, d, stroke };

export const text = (c: string, x: number, y: number, words: string, end = false): Mark =>
  end ? { tag: 'text', class: c, x, y, text: words, end } : { tag: 'text', class: c, x, y, text: words };

const round = (value: number): number => Math.round(value * 10) / 10;

/** Diagonal hatching of a rectangle as one path: needs no pattern, hence no id and no clipping. */
export function hatching(x: number, y: number, width: number, height: number, step = 8): string {
  let d = '';
  for (let at = step; at < width + height; at += step) {
    const fromX = Math.max(0, at - height);
    const toX = Math.min(width, at);
    d += `M${round(x + fromX)} ${round(y + at - fromX)}L${round(x + toX)} ${round(y + at - toX)}`;
  }
  return d;
}
