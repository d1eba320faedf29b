// What sizing yields: bytes for every base, step, payload, stage and the image, and the ledger that balances them.

import type { ImageId, LinkId, StageId, StepId } from '../element';
import type { Estimate, Evidence, Total } from './size';

/** A file or folder known or assumed to be in a stage. */
export interface FileEntry {
  /** Absolute; ends in `/` for a folder whose content is counted as a whole. */
  readonly path: string;
  readonly size: Estimate;
  /** The step that put it there; `null` when it came with the base. */
  readonly madeBy: StepId | null;
}

/** What one command of a RUN, or one source of a COPY, adds to its layer. */
export interface StepPart {
  /** The command or source as written, on one line. */
  readonly text: string;
  readonly size: Estimate;
}

export interface StepSize {
  readonly step: StepId;
  /** What its layer weighs; zero and exact for metadata. The sum of the parts that are known. */
  readonly added: Estimate;
  /** Where `added` comes from, largest first; parts that add nothing are left out. */
  readonly parts: readonly StepPart[];
  /** Parts whose bytes are not known; a total that holds this step says "+ unknown". */
  readonly unknown: number;
  /** Our own estimate, where the person's figure stands in `added`. */
  readonly estimated: Estimate | null;
  /** The stage's total once it has run. */
  readonly after: Total;
}

/** One path carried over a link, traced to what made it. */
export interface CarriedPath {
  readonly source: string;
  readonly dest: string;
  readonly size: Estimate;
  /** The step in the origin stage (or one of its parents) that made it, where that is known. */
  readonly madeBy: StepId | null;
  /** `maybe`: a step may have made it. `nothing`: no step is known to, and the base is not known to hold it. */
  readonly found: 'made' | 'base' | 'maybe' | 'nothing';
}

export interface Payload {
  readonly link: LinkId;
  readonly paths: readonly CarriedPath[];
  readonly total: Total;
}

export interface BaseSize {
  /** Unpacked and compressed size of the base image; for a base that is a stage, that stage's total. */
  readonly size: Estimate;
  /** Debian 12, Alpine 3.22 …; `null` when not known. Inherited through parent stages. */
  readonly distro: Distro | null;
}

export interface Distro {
  /** As in os-release: `debian`, `ubuntu`, `alpine`, `fedora`, `scratch`. */
  readonly id: string;
  /** `12`, `24.04`, `3.22`; `null` when the tag does not say. */
  readonly version: string | null;
  /** What a person reads: `Debian 12`. */
  readonly label: string;
}

export interface StageSize {
  readonly stage: StageId;
  readonly base: BaseSize;
  readonly added: Total;
  readonly total: Total;
  /** Copied out of it into stages the target needs. */
  readonly carriedOut: Total;
  /** `total` less what is carried out, for a stage that is built but not shipped. */
  readonly leftBehind: Total;
  /** `shipped`: its layers are in the final image. `left-behind`: built, but only what is copied out goes on. `not-built`: the target does not need it. */
  readonly fate: 'shipped' | 'left-behind' | 'not-built';
  readonly files: readonly FileEntry[];
}

/** A layer of the final image, oldest first. */
export interface Layer {
  /** `null` for a layer of the base image. */
  readonly step: StepId | null;
  /** The base image it belongs to, when it is the base's. */
  readonly image: ImageId | null;
  readonly by: string;
  readonly size: Estimate;
}

export interface SizeReport {
  readonly stages: readonly StageSize[];
  readonly steps: Readonly<Record<StepId, StepSize>>;
  readonly payloads: Readonly<Partial<Record<LinkId, Payload>>>;
  /** Images from outside, by id. */
  readonly images: Readonly<Partial<Record<ImageId, Estimate>>>;
  readonly layers: readonly Layer[];
  /** The final image. */
  readonly image: Total;
  /** Sum over stages that are built but not shipped. Stages that share a base count it once. */
  readonly leftBehind: Total;
  /** The same build with everything in one stage. */
  readonly singleStage: Total;
  /** Package indexes that would make this better and are not loaded yet: `debian-12`. */
  readonly wants: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Our own estimates of images for which the person's figure stands in `images`. */
  readonly estimates: Readonly<Partial<Record<ImageId, Estimate>>>;
  /** One for each measurement the person gave: what it was taken for and how much of it was used. */
  readonly readings: readonly Reading[];
}

/** A figure of a measurement, bytes; what the tool does not print is `null`. */
export interface ReadingRow {
  /** As the tool prints it; `null` when it lists sizes only. */
  readonly by: string | null;
  readonly disk: number | null;
  readonly pull: number | null;
}

export interface ReadingFigure extends ReadingRow {
  readonly element: StepId | ImageId;
}

export interface Reading {
  readonly tool: string;
  /** One line: what it was taken for and how much of it was used. */
  readonly note: string;
  /** What it measures: a base image, or the image that this Dockerfile builds; `null` when it could not be placed. */
  readonly of: StepId | ImageId | 'result' | null;
  /** Figures that stand in place of estimates. */
  readonly used: readonly ReadingFigure[];
  /** Rows that are neither an instruction of this Dockerfile nor one of its bases. */
  readonly unused: readonly ReadingRow[];
  /** Instructions of the final image that it does not list. */
  readonly missing: readonly StepId[];
  /** The final image as a whole, where it was measured whole. */
  readonly whole: { readonly disk: number | null; readonly pull: number | null } | null;
}
