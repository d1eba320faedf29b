// A talk about two Dockerfiles: which of them is on screen.

/** 0 what is compared with, 1 the person's own. */
export type SideNumber = 0 | 1;

export interface TwoSides {
  readonly names: readonly [string, string];
  readonly at: SideNumber;
}

/** A place in a talk. */
export interface TalkPlace {
  /** 1-based. */
  readonly step: number;
  readonly side: SideNumber;
}
