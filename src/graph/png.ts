// The exported SVG as a PNG, drawn by the browser at once or twice its size. Everything stays in the page.

/** No browser draws a canvas with a longer side, nor many more pixels. */
const longestSide = 16_384;
const mostPixels = 120_000_000;

export interface Drawn {
  readonly blob: Blob;
  /** Less than was asked for where the picture would be larger than a browser can draw. */
  readonly scale: number;
}

/** Rejects when the browser cannot draw the picture. */
export async function toPng(svg: string, width: number, height: number, wanted: 1 | 2): Promise<Drawn> {
  const scale = Math.min(wanted, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser cannot draw pictures.');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/png');
  });
  if (!blob) throw new Error('The picture is too large for this browser.');
  return { blob, scale };
}

/** Width and height an exported SVG says of itself. */
export function svgSize(svg: string): { readonly width: number; readonly height: number } {
  const [, width = '300', height = '150'] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
