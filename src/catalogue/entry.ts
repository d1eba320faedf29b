// What the catalogue holds about images, in memory. All sizes in bytes.

export type Precision = 'exact' | 'rounded' | 'approximate';

/** One published size of one build of one image for one architecture. */
export interface SizeRow {
  /** As Docker writes it after `linux/`: `amd64`, `arm64`, `arm/v7`. */
  readonly arch: string;
  /** Compressed, as a pull moves it; `null` when the source does not say. */
  readonly pull: number | null;
  /** Unpacked, as it lies on disk; `null` when the source does not say. */
  readonly disk: number | null;
  /** ISO date of the newest layer, whole or cut (`2021-12`, `2019`); `null` when the source has none. */
  readonly asOf: string | null;
  readonly precision: Precision;
  /** Where it stands. */
  readonly source: string;
}

/** Tags that are one image, with what is known of its size: none, one or several rows. */
export interface TagGroup {
  readonly tags: readonly string[];
  /** `debian 12`, `alpine 3.22`, where a source says; otherwise read from the tags. */
  readonly distro: string | null;
  readonly rows: readonly SizeRow[];
}

export interface ImageEntry {
  /** As people write it, without `docker.io/library/`: `python`, `gcr.io/distroless/base`. */
  readonly name: string;
  readonly groups: readonly TagGroup[];
}

/** One data file of images. */
export interface ImageFile {
  /** ISO day it was made. */
  readonly made: string;
  readonly images: readonly ImageEntry[];
}

/** The layers of one published image, oldest first. */
export interface LayerEntry {
  readonly name: string;
  readonly tag: string;
  readonly layers: readonly { readonly by: string; readonly pull: number }[];
}
