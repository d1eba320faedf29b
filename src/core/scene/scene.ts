// What the scene yields: boxes and paths with coordinates, in CSS pixels at zoom 1, rounded to a tenth.
// Pure and deterministic: the same build and sizes give the same scene, in Node and in the browser.

import type { ElementId, ImageId, LinkId, StageId, StepId } from '../element';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Colour follows kind, everywhere the same. */
export type Kind = 'base' | 'added' | 'carried' | 'left-behind' | 'shipped' | 'unknown' | 'problem' | 'plain';

/** One instruction on a card. Coordinates are absolute. */
export interface Row extends Box {
  readonly id: StepId;
  readonly keyword: string;
  /** Behind the keyword, cut to fit; `full` is the whole. */
  readonly text: string;
  readonly full: string;
  readonly kind: Kind;
  /** `+752 MB`, or empty for metadata. */
  readonly bytes: string;
  /** Length of the bytes bar in pixels, 0 when there is none. */
  readonly bar: number;
  readonly broken: boolean;
}

export interface Card extends Box {
  readonly id: StageId;
  readonly title: string;
  readonly subtitle: string;
  readonly total: string;
  readonly fate: 'shipped' | 'left-behind' | 'not-built';
  readonly target: boolean;
  readonly rows: readonly Row[];
  /** Steps folded away. */
  readonly hidden: number;
  /** "878 MB left behind", "shipped: 1 layer, 1 file", or why it is not built. */
  readonly footer: readonly string[];
  readonly footerBox: Box;
}

/** A base image, or one that files are copied from. */
export interface ImageBox extends Box {
  readonly id: ImageId | 'image:scratch';
  readonly title: string;
  readonly subtitle: string;
  readonly unknown: boolean;
}

export interface EdgeLabel extends Box {
  readonly lines: readonly string[];
}

export interface Edge {
  readonly id: LinkId;
  readonly kind: 'from' | 'copy' | 'mount' | 'external';
  readonly from: ElementId;
  readonly to: ElementId;
  /** SVG path data. */
  readonly path: string;
  /** Stroke width of the ribbon in pixels. */
  readonly width: number;
  readonly label: EdgeLabel | null;
  readonly dimmed: boolean;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly Card[];
  readonly images: readonly ImageBox[];
  readonly edges: readonly Edge[];
}
