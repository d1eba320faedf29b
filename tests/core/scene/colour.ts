// Measures of colours: WCAG's contrast, distance in OKLab, and how somebody without one kind of cone sees a colour
// (the matrices of Machado, Oliveira and Fernandes, 2009, at full severity).

export type Rgb = readonly [number, number, number];

/** `#abc` or `#aabbcc` in linear light, 0 to 1. */
function linear(hex: string): Rgb {
  const digits = hex.slice(1).length === 3 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1);
  const channel = (at: number): number => {
    const value = parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const sights = {
  everyone: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

const times = (matrix: readonly number[], [a, b, c]: Rgb): Rgb => {
  const row = (nth: number): number =>
    (matrix[3 * nth] ?? 0) * a + (matrix[3 * nth + 1] ?? 0) * b + (matrix[3 * nth + 2] ?? 0) * c;
  return [row(0), row(1), row(2)];
};

/** The colour as it looks to somebody, in linear light. */
export const seenBy = (hex: string, sight: keyof typeof sights): Rgb => {
  const [red, green, blue] = times(sights[sight], linear(hex));
  const bound = (value: number): number => Math.min(1, Math.max(0, value));
  return [bound(red), bound(green), bound(blue)];
};

/** Distance in OKLab: 0.02 is just seen side by side, black and white are 1 apart. */
export function distance(a: Rgb, b: Rgb): number {
  const lab = (colour: Rgb): Rgb => {
    const cones = times(
      [
        0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
        0.6299787005,
      ],
      colour,
    );
    return times(
      [
        0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
        -0.808675766,
      ],
      [Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])],
    );
  };
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
