// A PNG of our own SVG, drawn by the browser. The SVG comes as a data: address, which the page's policy lets an image have,
// and refers to nothing outside itself, so the canvas stays readable.

/** Pixels a side and in all that every current browser's canvas can hold. */
const LONGEST = 16_000;
const MOST = 60_000_000;

/** The scale a picture of this size can be drawn at, `wanted` at most. */
export function scaleThatFits(width: number, height: number, wanted: number): number {
  return Math.min(wanted, LONGEST / width, LONGEST / height, Math.sqrt(MOST / (width * height)));
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const side = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 1);
  return { width: side('width'), height: side('height') };
}

/** Rejects when the browser cannot draw it. A picture too large for a canvas comes out smaller. */
export async function drawPng(svg: string, wanted: number): Promise<Blob> {
  const { width, height } = sizeOf(svg);
  const scale = scaleThatFits(width, height, wanted);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the canvas gave no picture'));
    }, 'image/png');
  });
}
