// What the scene yields: boxes and paths with coordinates, in CSS pixels at zoom 1, rounded to a tenth.
// Pure and deterministic: the same build and sizes give the same scene, in Node and in the browser. Everything flows one
// way, left to right or top to bottom: a reference to a later stage is drawn as a missing origin, never as an edge that
// runs back.

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
  /** Behind the keyword, shortened and cut to fit; `full` is the whole instruction. */
  readonly text: string;
  readonly full: string;
  readonly kind: Kind;
  /** `+752 MB`, or empty for metadata. */
  readonly bytes: string;
  /** Length of the bytes bar in pixels, one scale for the whole scene; 0 when there is none. */
  readonly bar: number;
  readonly problem: 'error' | 'warning' | null;
}

/** The line that stands for the rows folded away, or that folds them again. */
export interface Fold extends Box {
  readonly text: string;
  readonly hidden: number;
}

export interface Footer extends Box {
  /** "878 MB left behind" and of what, "shipped: 1 layer, 1 file", or why it is not built; the first line is the loud one. */
  readonly lines: readonly string[];
  /** Something stays behind: the ground is hatched. */
  readonly leaves: boolean;
}

export interface Card extends Box {
  readonly id: StageId;
  /** Its place in the file, 0-based, for `AnalyseOptions.unfolded`. */
  readonly stage: number;
  /** What makes it the same stage after an edit: its name (counted where it repeats), or its number. Unique in the scene. */
  readonly key: string;
  readonly title: string;
  readonly fullTitle: string;
  readonly subtitle: string;
  readonly total: string;
  readonly fate: 'shipped' | 'left-behind' | 'not-built';
  readonly target: boolean;
  readonly problem: 'error' | 'warning' | null;
  readonly rows: readonly Row[];
  readonly fold: Fold | null;
  readonly footer: Footer | null;
}

/** A base image, one that files are copied from, or the place of one that does not exist. */
export interface ImageBox extends Box {
  /** A missing origin goes by the id of the link that names it. */
  readonly id: ImageId | LinkId;
  readonly kind: 'image' | 'unknown' | 'missing';
  readonly title: string;
  readonly full: string;
  readonly subtitle: string;
  readonly dimmed: boolean;
}

export interface LabelLine {
  readonly text: string;
  /** `path` is set in the monospace. */
  readonly role: 'path' | 'bytes';
  readonly link: LinkId | null;
}

export interface EdgeLabel extends Box {
  readonly lines: readonly LabelLine[];
}

/** Which way an arrow points. */
export type Heading = 'right' | 'down' | 'left';

/** One strand: what goes from one row to another. Strands between the same two boxes form a ribbon with one label. */
export interface Edge {
  /** Unique in the scene. */
  readonly key: string;
  /** The link it draws; the first of `links` when several share both ends. */
  readonly id: LinkId;
  readonly links: readonly LinkId[];
  readonly kind: 'from' | 'copy' | 'mount' | 'external' | 'missing';
  readonly from: ElementId;
  readonly to: StageId;
  /** SVG path data of the centre line, always commands M, C and L, from its origin to its arrow. */
  readonly path: string;
  /** Where the arrow's tip touches the box it goes to, and which way it points. */
  readonly tip: Point;
  readonly heading: Heading;
  /** Stroke width of the ribbon in pixels; see `ribbon.ts` for the scale. */
  readonly width: number;
  /** Bytes are not known. */
  readonly unknown: boolean;
  readonly label: EdgeLabel | null;
  readonly dimmed: boolean;
}

/** `right` for wide windows, `down` for narrow ones: one column in the order of the file. */
export type Direction = 'right' | 'down';

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly Card[];
  readonly images: readonly ImageBox[];
  readonly edges: readonly Edge[];
  /** Which way it reads. */
  readonly direction: Direction;
  /** How it was laid out: `lanes` is the cheap way for graphs too large for crossing reduction, `column` reads down. */
  readonly method: 'layered' | 'lanes' | 'column';
}
