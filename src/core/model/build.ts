// What the model yields: the build a Dockerfile describes, resolved as BuildKit resolves it.
// Every reference is decided, every path absolute, every variable substituted; sizes come later.

import type { ImageId, LinkId, StageId, StepId } from '../element';
import type { ParsedFile } from '../parse/instruction';
import type { Span } from '../text';
import type { BuildFault, Observation } from './finding';

/** What the person asked for beside the text; defaults are those of `docker build`. */
export interface BuildOptions {
  /** A stage's name or number; absent: the last stage. */
  readonly target?: string;
  /** `linux/amd64` when absent. The build platform is always `linux/amd64`. */
  readonly platform?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
}

/** What a stage starts from. */
export type Base =
  | { readonly kind: 'stage'; readonly stage: number; readonly written: string }
  | { readonly kind: 'scratch'; readonly written: string }
  | {
      readonly kind: 'image';
      readonly id: ImageId;
      readonly written: string;
      /** Normalised: `docker.io/library/debian:12-slim`, digest kept. */
      readonly reference: string;
    }
  /** The FROM does not say what it starts from (no argument, empty after substitution, not a valid reference). */
  | { readonly kind: 'broken'; readonly written: string; readonly why: string };

/** Where COPY, ADD or a mount takes its files from. */
export type Origin =
  | { readonly kind: 'context' }
  | { readonly kind: 'stage'; readonly stage: number; readonly written: string; readonly by: 'name' | 'index' }
  | { readonly kind: 'image'; readonly id: ImageId; readonly written: string; readonly reference: string }
  /** `written`: empty for a cache mount, which starts empty without being told to. */
  | { readonly kind: 'scratch'; readonly written: string }
  | { readonly kind: 'broken'; readonly written: string; readonly why: string };

export interface Mount {
  readonly type: 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';
  readonly origin: Origin | null;
  readonly source: string | null;
  /** Absolute. */
  readonly target: string | null;
  readonly readonly: boolean;
  readonly id: string | null;
  readonly link: LinkId | null;
  readonly span: Span;
}

/** A file written in the Dockerfile itself: `COPY <<name …`. */
export interface InlineFile {
  readonly name: string;
  readonly content: string;
}

/** What an instruction does, after substitution. */
export type Action =
  | {
      readonly kind: 'run';
      /** Shell form: the script the shell gets (heredocs included). `null` in exec form. */
      readonly script: string | null;
      /** The shell of the shell form, or the argv of the exec form. */
      readonly argv: readonly string[];
      readonly mounts: readonly Mount[];
      /** Where `script` starts in the text, for places inside it. */
      readonly scriptSpan: Span;
    }
  | {
      readonly kind: 'copy';
      readonly add: boolean;
      readonly origin: Origin;
      readonly link: LinkId | null;
      /** As BuildKit passes them on: relative to the context, absolute or relative to the origin's root; globs kept. */
      readonly sources: readonly string[];
      readonly files: readonly InlineFile[];
      /** Absolute; ends in `/` when it is a folder. */
      readonly dest: string;
      readonly chown: string | null;
      readonly chmod: string | null;
      readonly linked: boolean;
      readonly parents: boolean;
      readonly exclude: readonly string[];
    }
  | { readonly kind: 'workdir'; readonly path: string }
  | { readonly kind: 'env' | 'label'; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: 'arg'; readonly pairs: readonly (readonly [string, string | null])[] }
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'expose'; readonly ports: readonly string[] }
  | { readonly kind: 'volume'; readonly paths: readonly string[] }
  | { readonly kind: 'cmd' | 'entrypoint' | 'shell'; readonly argv: readonly string[] }
  | { readonly kind: 'healthcheck' | 'stopsignal' | 'maintainer' | 'onbuild'; readonly text: string }
  /** Not understood; drawn as written. */
  | { readonly kind: 'unknown'; readonly text: string };

/** One instruction of a stage, FROM not counted; ONBUILD triggers of the parent stage come first. */
export interface Step {
  readonly id: StepId;
  readonly stage: number;
  readonly index: number;
  /** Index into `ParsedFile.instructions`. */
  readonly instruction: number;
  readonly keyword: string;
  /** The instruction on one line, short of its heredoc bodies and trailing comment: what a card row shows. */
  readonly text: string;
  readonly span: Span;
  /** Set by an ONBUILD of the stage named: the step runs here, its text stands there. */
  readonly triggeredBy: number | null;
  /** Whether it stores files (`layer`) or only changes the image's config (`metadata`). */
  readonly effect: 'layer' | 'metadata';
  /** Absolute working folder in force when the step runs. */
  readonly workdir: string;
  readonly user: string;
  /** How many of its stage's `settings` are in force when the step runs; `variablesOf` and `variableOf` read them. */
  readonly settings: number;
  readonly action: Action;
}

export interface Stage {
  readonly id: StageId;
  readonly index: number;
  /** Lower case, as BuildKit keeps it; `null` when unnamed. */
  readonly name: string | null;
  /** `name`, or `stage-1`. */
  readonly label: string;
  /** The `# name description` comment above FROM, as `docker build --call=outline` prints it. */
  readonly description: string | null;
  /** Index of its FROM in `ParsedFile.instructions`. */
  readonly instruction: number;
  readonly span: Span;
  readonly nameSpan: Span | null;
  readonly baseSpan: Span | null;
  readonly base: Base;
  /** Of the `--platform` flag, normalised; `null` without one. */
  readonly platform: string | null;
  /** The platform in force: a stage built on a stage keeps that one's, whatever its own flag says. */
  readonly runsOn: string;
  readonly steps: readonly Step[];
  /**
   * What gives a variable another value, in order: the base image first, then each ARG and ENV. A stage built on a stage
   * begins with all that one sets.
   */
  readonly settings: readonly (readonly [name: string, value: string])[];
  /** Stages needed through COPY and mounts (ONBUILD triggers included), ascending; the base is not among them. */
  readonly deps: readonly number[];
  /** Whether the target needs it. */
  readonly reachable: boolean;
}

/** Files going from one place to a stage: an edge of the graph. */
export interface Link {
  readonly id: LinkId;
  readonly kind: 'base' | 'copy' | 'mount';
  readonly from: Exclude<Origin, { kind: 'context' | 'scratch' }>;
  /** The stage that takes. */
  readonly to: number;
  /** The step that takes; `null` for FROM. */
  readonly step: StepId | null;
  readonly span: Span;
  /** For `copy` and `mount`. */
  readonly sources: readonly string[];
  readonly dest: string | null;
}

/** A build argument a person can set, as `docker build --call=outline` lists it. */
export interface BuildArgument {
  readonly name: string;
  /** After substitution; `null` when it has none. */
  readonly defaultValue: string | null;
  /** What it is in this build. */
  readonly value: string | null;
  readonly description: string | null;
  /** Stages that declare it; empty for one that stands before the first FROM only. */
  readonly stages: readonly number[];
  readonly span: Span;
}

/** OCI image config of the target, as `docker inspect` shows it; absent keys are absent. */
export interface ImageConfig {
  readonly User?: string;
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Volumes?: Readonly<Record<string, object>>;
  readonly WorkingDir?: string;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly StopSignal?: string;
  readonly Shell?: readonly string[];
  readonly OnBuild?: readonly string[];
  readonly ArgsEscaped?: boolean;
  /** Durations in nanoseconds. */
  readonly Healthcheck?: {
    readonly Test?: readonly string[];
    readonly Interval?: number;
    readonly Timeout?: number;
    readonly StartPeriod?: number;
    readonly StartInterval?: number;
    readonly Retries?: number;
  };
}

/** One line of `docker history`, oldest first; base image's own entries not included. */
export interface HistoryEntry {
  readonly by: string;
  /** True when it stores no files. */
  readonly empty: boolean;
  readonly step: StepId | null;
}

export interface Build {
  readonly file: ParsedFile;
  readonly options: BuildOptions;
  /** Resolved target platform, `linux/amd64` and the like. */
  readonly platform: string;
  readonly stages: readonly Stage[];
  readonly links: readonly Link[];
  readonly arguments: readonly BuildArgument[];
  /** Index of the stage that is built; `null` when there is none. */
  readonly target: number | null;
  readonly config: ImageConfig;
  readonly history: readonly HistoryEntry[];
  readonly faults: readonly BuildFault[];
  /** In the order of BuildKit's walk. */
  readonly observations: readonly Observation[];
  /**
   * The same text exactly as Docker reads it (`ParsedFile.literal`), where that differs from what was meant: config, history and steps as
   * `docker build` has them. `null` when nothing was set aside; then this build is Docker's own. Faults and observations are Docker's either way.
   */
  readonly literal: Build | null;
}
