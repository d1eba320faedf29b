// The playground's one gateway: the Dockerfile with its settings, changed by `update` alone, and the newest Analysis of it.

import type { Analysis, AnalyseOptions, ContextFile, Direction, GivenMeasurement } from '../core';
import type { Snapshot } from '../share/snapshot';
import type { AnalysisClient, ClientEvents, Trouble } from '../worker/client';
import type { ImageSuggestion, StageBases } from '../worker/messages';
import { afterPaint } from './after-paint';
import type { Keeper } from './keep';
import { writeMeasured } from './measurements';

export interface Notice {
  readonly tone: 'info' | 'problem';
  readonly text: string;
  /** A way out or back. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What the person gave beside the text. It is no part of a link. */
export interface Given {
  readonly context?: readonly ContextFile[];
  readonly ignoreFile?: string;
  readonly contextName?: string;
  /** Output of `docker history` and the like. */
  readonly measured?: readonly GivenMeasurement[];
  /** This browser's own catalogue of images; what was measured now wins over it. */
  readonly kept?: GivenMeasurement;
}

/** Fields set to `undefined` are taken away. */
export type Change = { readonly [K in keyof Snapshot]?: Snapshot[K] | undefined };

const SAVE_AFTER = 300;
/** From this many characters on (some thousand lines) taking in an analysis would hold up the next keystroke. */
const LONG = 30_000;
/** Milliseconds: a long text is analysed once typing pauses for the first, and after the second at the latest. */
const LONG_PAUSE = 200;
const LONG_LATEST = 3_000;

const TROUBLE: Record<Trouble['kind'], (trouble: Trouble) => string> = {
  hung: () =>
    'Reading this Dockerfile took too long, so it was stopped. The picture shows the last version that worked.',
  died: (trouble) =>
    trouble.kind === 'died' && trouble.gaveUp
      ? 'This Dockerfile stops the analysis. Your text is safe; change it and the picture comes back.'
      : 'The analysis stopped unexpectedly and was started again. Your text is safe.',
  failed: (trouble) =>
    `The analysis of this Dockerfile failed. Your text is safe. ${trouble.kind === 'failed' ? `(${trouble.message})` : ''}`,
  'facts-missing': (trouble) =>
    `Some sizes are missing: ${trouble.kind === 'facts-missing' ? trouble.what : 'facts'} could not be loaded.`,
};

export class PlaygroundState {
  #snapshot = $state.raw<Snapshot>({ text: '' });
  analysis = $state.raw<Analysis | null>(null);
  /** The same a moment later, for what is not the picture: a letter that is typed need not wait for all of the page. */
  settled = $state.raw<Analysis | null>(null);
  /** The analysis is of the text as it stands. */
  current = $state(false);
  /** All facts it asked for are in. */
  complete = $state(false);
  #given = $state.raw<Given>({});
  /** Which way the picture reads: a matter of the window, so no part of a link. */
  #direction: Direction = 'right';
  notice = $state.raw<Notice | null>(null);
  /** The notice that a next analysis makes out of date. */
  #trouble: Notice | null = null;
  readonly #client: AnalysisClient;
  readonly #keeper: Keeper;
  readonly #makeId: () => string;
  #unask = (): void => undefined;
  /** A question waits for the frame with what was typed. */
  #painting = false;
  /** When the last analysis was asked for. */
  #askedAt = -LONG_LATEST;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #toldOfStorage = false;
  #asked = false;

  constructor(
    start: (events: ClientEvents) => AnalysisClient,
    keeper: Keeper,
    makeId: () => string = () => crypto.randomUUID(),
  ) {
    this.#keeper = keeper;
    this.#makeId = makeId;
    this.#client = start({
      onanalysis: (analysis, { newest, complete }) => {
        this.analysis = analysis;
        setTimeout(() => (this.settled = this.analysis));
        this.current = newest;
        this.complete = complete;
        if (newest && this.notice === this.#trouble) this.notice = null;
      },
      ontrouble: (trouble) => {
        this.notice = { tone: 'problem', text: TROUBLE[trouble.kind](trouble) };
        this.#trouble = trouble.kind === 'facts-missing' ? null : this.notice;
      },
    });
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get given(): Given {
    return this.#given;
  }

  get text(): string {
    return this.#snapshot.text;
  }

  /** Changes the text or a setting. The analysis follows; what is saved follows a moment later. */
  update(change: Change): void {
    const next = Object.fromEntries(
      Object.entries({ ...this.#snapshot, ...change }).filter(([, value]) => value !== undefined),
    ) as unknown as Snapshot;
    const before = this.#snapshot;
    this.#snapshot = next;
    const same = JSON.stringify(analyseOptions(before)) === JSON.stringify(analyseOptions(next));
    if (!same || before.text !== next.text || !this.#asked) {
      this.#asked = true;
      this.#ask(same);
    }
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => {
      this.save();
    }, SAVE_AFTER);
  }

  /** Turns the picture; asks anew only when it read the other way. */
  turn(direction: Direction): void {
    if (direction === this.#direction) return;
    this.#direction = direction;
    if (this.#asked) this.#ask();
  }

  /** Takes what the person gave in place of what was given before. */
  provide(given: Given): void {
    if (given.measured !== this.#given.measured) writeMeasured(given.measured ?? []);
    this.#given = given;
    const { context, ignoreFile, measured = [], kept } = given;
    const all = kept ? [kept, ...measured] : measured;
    this.#client.provide({
      ...(context && { context }),
      ...(ignoreFile !== undefined && { ignoreFile }),
      ...(all.length > 0 && { measured: all }),
    });
    this.#ask();
  }

  /** Shows another Dockerfile in place of this one, which can be gone back to from the notice. */
  replace(next: Snapshot, why: string): void {
    const before = this.#snapshot;
    const given = this.#given;
    this.#keeper.putAside(before, this.#makeId);
    this.#forgetLayers();
    this.#swap(next);
    this.notice =
      before.text.trim() === '' || before.text === next.text
        ? null
        : {
            tone: 'info',
            text: why,
            action: {
              label: 'Back to your text',
              run: () => {
                this.#swap(before);
                if (given.measured !== this.#given.measured) this.provide({ ...this.#given, ...given });
                this.notice = null;
              },
            },
          };
  }

  /** Layers were measured of one Dockerfile; what is known of base images holds for any. */
  #forgetLayers(): void {
    const { measured, kept, ...rest } = this.#given;
    const readings = this.analysis?.size.readings.slice(kept ? 1 : 0) ?? [];
    const lasting = measured?.filter((_, at) => readings[at]?.of?.startsWith('image:'));
    if (!measured || lasting?.length === measured.length) return;
    this.provide({ ...rest, ...(kept && { kept }), ...(lasting?.length && { measured: lasting }) });
  }

  /** What may be written after FROM as far as it has been typed. */
  suggest(typed: string, platform: string): Promise<readonly ImageSuggestion[]> {
    return this.#client.suggest(typed, platform);
  }

  /** Other images the stages could start from, each tried out on the text as it is; `null` when that was overtaken. */
  bases(): Promise<readonly StageBases[] | null> {
    return this.#client.bases(this.text, analyseOptions(this.#snapshot));
  }

  save(): void {
    clearTimeout(this.#saveTimer);
    const kept = this.#keeper.write(this.#snapshot);
    if (!kept && !this.#toldOfStorage) {
      this.#toldOfStorage = true;
      this.notice ??= {
        tone: 'info',
        text: 'This browser does not keep your text: its storage is blocked or full. Use Share to keep it.',
      };
    }
  }

  /** `typed`: only the text has changed, which is to be seen first. */
  #ask(typed = false): void {
    this.current = false;
    // What is asked once the frame is painted is asked of the newest text: letters in quick succession do not put it off.
    if (typed && this.#painting) return;
    this.#unask();
    const ask = (): void => {
      this.#askNow();
    };
    if (!this.analysis) ask();
    else if (this.text.length >= LONG && performance.now() - this.#askedAt <= LONG_LATEST) {
      const timer = setTimeout(ask, LONG_PAUSE);
      this.#unask = () => {
        clearTimeout(timer);
      };
    } else if (typed) {
      this.#painting = true;
      const stop = afterPaint(ask);
      this.#unask = () => {
        this.#painting = false;
        stop();
      };
    } else ask();
  }

  #askNow(): void {
    this.#painting = false;
    this.#askedAt = performance.now();
    const down = this.#direction === 'down' ? ({ direction: 'down' } as const) : {};
    this.#client.ask(this.text, { ...analyseOptions(this.#snapshot), ...down });
  }

  #swap(next: Snapshot): void {
    const cleared = Object.fromEntries(Object.keys(this.#snapshot).map((key) => [key, undefined])) as Change;
    this.update({ ...cleared, ...next });
    this.save();
  }
}

/** The settings that an analysis depends on, always in the same order. */
export function analyseOptions({ target, platform, buildArgs, sizes, silent, unfolded }: Snapshot): AnalyseOptions {
  return {
    ...(target !== undefined && { target }),
    ...(platform !== undefined && { platform }),
    ...(buildArgs && { buildArgs }),
    ...(sizes && { sizes }),
    ...(silent && { silent }),
    ...(unfolded && { unfolded }),
  };
}
