// Facts the editor shows and that only the page can look up: injected, so that the editor depends on core alone.

export interface ImageSuggestion {
  /** To be written after FROM: `python:3.13-slim`, or `python` while no colon has been typed. */
  readonly reference: string;
  /** Bytes on disk; `null` when not known. */
  readonly disk: number | null;
  /** Bytes to pull; `null` when not known. */
  readonly pull: number | null;
  /** ISO date of the figures, whole or cut. */
  readonly asOf: string | null;
}

export interface Knowledge {
  /** Images while `typed` has no colon, tags of that image after one; best first. */
  suggest(typed: string, platform: string): Promise<readonly ImageSuggestion[]>;
}

/** Knows nothing: completion then offers what the text itself holds. */
export const noKnowledge: Knowledge = { suggest: () => Promise.resolve([]) };
