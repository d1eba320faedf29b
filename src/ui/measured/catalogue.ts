// The person's own catalogue: base images they have measured, kept in this browser, exported and taken in as JSON.

import { recognise, type Analysis, type GivenMeasurement, type MeasuredImage, type Reading } from '../../core';
import { readCatalogue, writeCatalogue } from '../../state/read-measurements';

const FORMAT = 'dockerfile-playground/measured-images';

/** The catalogue as a measurement, which goes before those of this visit; `null` when it is empty. */
export function catalogueMeasurement(): GivenMeasurement | null {
  const text = readCatalogue();
  return text === null ? null : recognise(text);
}

export const keptImages = (): readonly MeasuredImage[] => catalogueMeasurement()?.images ?? [];

const same = (one: MeasuredImage, other: MeasuredImage): boolean =>
  one.references[0] === other.references[0] && one.platform === other.platform;

/** As a file for other browsers and people. */
export function exported(images: readonly MeasuredImage[]): string {
  const rows = images.map(({ references, platform, disk, pull, tool, asOf }) => ({
    reference: references[0],
    platform,
    disk,
    pull,
    tool,
    asOf,
  }));
  return `${JSON.stringify({ format: FORMAT, images: rows }, null, 2)}\n`;
}

const write = (images: readonly MeasuredImage[]): boolean =>
  writeCatalogue(images.length > 0 ? exported(images) : null);

/** False when the browser does not keep it. */
export function keep(image: MeasuredImage): boolean {
  const before = keptImages().find((one) => same(one, image));
  // One tool told what is unpacked, another what is packed.
  const whole = { ...image, disk: image.disk ?? before?.disk ?? null, pull: image.pull ?? before?.pull ?? null };
  return write([...keptImages().filter((one) => !same(one, image)), whole]);
}

export const drop = (image: MeasuredImage): boolean => write(keptImages().filter((one) => !same(one, image)));

/** The images that a measurement set, ready to be kept. `day`: ISO date. */
export function imagesOf({ build }: Analysis, reading: Reading, day: string): readonly MeasuredImage[] {
  return reading.used.flatMap(({ element, disk, pull }): MeasuredImage[] => {
    if (!element.startsWith('image:')) return [];
    const stage = build.stages.find(({ base }) => base.kind === 'image' && base.id === element);
    const reference = element.slice('image:'.length);
    const platform = stage?.runsOn ?? build.platform;
    return [{ references: [reference], platform, disk, pull, layers: [], tool: reading.tool, asOf: day }];
  });
}
