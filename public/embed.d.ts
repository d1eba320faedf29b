// Types of `embed.js`. What is listed here stays; an analysis holds more than this, which may change.

export interface EmbedRange {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Bytes. With `unknown` above zero the sums are what is known of them. */
export interface EmbedTotal {
  /** Unpacked, on disk. */
  readonly disk: EmbedRange;
  /** Compressed, to pull. */
  readonly pull: EmbedRange;
  readonly unknown: number;
}

export interface EmbedAnalysis {
  readonly build: {
    /** Index of the stage that is built; `null` when there is none. */
    readonly target: number | null;
    readonly stages: readonly { readonly id: string; readonly label: string; readonly reachable: boolean }[];
  };
  readonly problems: readonly {
    readonly severity: 'error' | 'warning' | 'info';
    readonly message: string;
    readonly rule: string | null;
    readonly span: { readonly start: { readonly line: number; readonly column: number } };
  }[];
  readonly size: { readonly image: EmbedTotal; readonly leftBehind: EmbedTotal; readonly singleStage: EmbedTotal };
  /** The signature sentence, in runs that read as one line when joined. */
  readonly sentence: readonly { readonly text: string }[];
}

export interface EmbedEventMap {
  analysis: CustomEvent<EmbedAnalysis>;
  step: CustomEvent<{ readonly step: number; readonly steps: number; readonly sentence: string }>;
  select: CustomEvent<{ readonly element: string | null }>;
  error: CustomEvent<{ readonly message: string }>;
}

export declare class DockerfilePlayground extends HTMLElement {
  /** The Dockerfile. Setting it outranks text, `src` and `snapshot`. */
  source: string;
  /** 1-based; `null`: the finished build. */
  step: number | null;
  /** How many steps there are; 0 before the first analysis. */
  readonly steps: number;
  readonly analysis: EmbedAnalysis | null;
  next(): void;
  previous(): void;
}

/** Turns Dockerfile code blocks in `root` into graphs: those marked `data-playground`, or all. */
export declare function upgrade(root?: ParentNode, all?: boolean): void;

declare global {
  interface HTMLElementTagNameMap {
    'dockerfile-playground': DockerfilePlayground;
  }
}
