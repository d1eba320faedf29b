// Scene: how bytes become pixels. Bars are linear, one scale for the whole picture; ribbons are logarithmic, because
// a ribbon that is 400 times as wide as another could not be drawn.

/** Thinnest and widest ribbon in pixels. */
const thinnest = 3;
const widest = 20;

/** Stroke width of a ribbon: 3 px up to 10 kB, 3 px more for every tenfold (9 px at 1 MB, 18 px at 1 GB), 20 px at most. */
export function ribbonWidth(bytes: number): number {
  if (bytes <= 10_000) return thinnest;
  return Math.min(widest, Math.round((thinnest + 3 * Math.log10(bytes / 10_000)) * 10) / 10);
}

/** Width of a ribbon whose bytes are not known. */
export const unknownRibbon = 6;

/** Shortest bar of something that is not nothing. */
export const shortestBar = 3;

/** Length of a bytes bar; never invisible, 0 for nothing at all. */
export function barLength(bytes: number, pixelsPerByte: number): number {
  return bytes <= 0 ? 0 : Math.max(shortestBar, Math.floor(bytes * pixelsPerByte));
}
