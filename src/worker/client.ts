// The page's end of the analysis worker. One question is under way at a time and only the newest waits behind it, so
// a fast typist never builds a queue. A worker that hangs or dies is replaced and the person is told.

import type { Analysis, AnalyseOptions } from '../core';
import type { Answer, GivenFacts, ImageSuggestion, Lookup, Question, StageBases } from './messages';

/** The part of `Worker` that is used; tests pass their own. */
export interface WorkerLike {
  onmessage: ((event: { readonly data: Answer }) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(question: Question | GivenFacts | Lookup): void;
  terminate(): void;
}

export type Trouble =
  /** The analysis took longer than the limit and was stopped. */
  | { readonly kind: 'hung'; readonly seconds: number }
  /** The worker ended without an answer. `gaveUp`: it did so again after a restart. */
  | { readonly kind: 'died'; readonly gaveUp: boolean }
  /** The analysis threw: a defect of ours, the text is safe. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'facts-missing'; readonly what: string };

export interface ClientEvents {
  onanalysis(analysis: Analysis, state: { readonly newest: boolean; readonly complete: boolean }): void;
  ontrouble(trouble: Trouble): void;
}

export interface ClientLimits {
  /** Milliseconds an analysis may take once begun. */
  readonly work: number;
  /** Milliseconds from making a worker to its first word: the script has to come over the network. */
  readonly start: number;
}

export class AnalysisClient {
  readonly #make: () => WorkerLike;
  readonly #events: ClientEvents;
  readonly #limits: ClientLimits;
  #worker: WorkerLike | null = null;
  #given: GivenFacts | null = null;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;
  /** Posted and not yet answered. */
  #current: Question | null = null;
  #waiting: Question | null = null;
  /** Id of the newest question for an analysis. */
  #newest = 0;
  /** A question beside the analyses, asked when none of them waits; a newer one takes its place. */
  #aside: { readonly question: Question; readonly resolve: (bases: readonly StageBases[] | null) => void } | null =
    null;
  readonly #lookups = new Map<number, (suggestions: readonly ImageSuggestion[]) => void>();
  /** Questions in a row that ended with a dead worker. */
  #deaths = 0;

  constructor(make: () => WorkerLike, events: ClientEvents, limits: ClientLimits = { work: 5_000, start: 30_000 }) {
    this.#make = make;
    this.#events = events;
    this.#limits = limits;
  }

  /** Asks for an analysis; older questions that have not begun are dropped. */
  ask(text: string, options: AnalyseOptions): void {
    this.#newest = ++this.#lastId;
    this.#waiting = { kind: 'analyse', id: this.#newest, text, options };
    this.#next();
  }

  /** Facts for this and every later question. */
  provide(options: GivenFacts['options']): void {
    this.#given = { kind: 'given', options };
    this.#worker?.postMessage(this.#given);
  }

  /** What other base images would come to. `null` when a newer question took its place or no answer came. */
  bases(text: string, options: AnalyseOptions): Promise<readonly StageBases[] | null> {
    this.#answerAside(null);
    return new Promise((resolve) => {
      this.#aside = { question: { kind: 'bases', id: ++this.#lastId, text, options }, resolve };
      this.#next();
    });
  }

  /** What may be written after FROM; nothing when the worker is not there to say. */
  suggest(typed: string, platform: string): Promise<readonly ImageSuggestion[]> {
    const worker = this.#worker;
    if (!worker) return Promise.resolve([]);
    return new Promise((resolve) => {
      const id = ++this.#lastId;
      this.#lookups.set(id, resolve);
      worker.postMessage({ kind: 'suggest', id, typed, platform });
    });
  }

  stop(): void {
    clearTimeout(this.#clock);
    for (const resolve of this.#lookups.values()) resolve([]);
    this.#lookups.clear();
    this.#worker?.terminate();
    this.#worker = null;
  }

  #next(): void {
    const next = this.#waiting ?? this.#aside?.question;
    if (this.#current || !next) return;
    this.#current = next;
    this.#waiting = null;
    if (!this.#worker) this.#start();
    this.#worker?.postMessage(this.#current);
  }

  #start(): void {
    const worker = this.#make();
    this.#worker = worker;
    worker.onmessage = (event) => {
      if (worker === this.#worker) this.#hear(event.data);
    };
    worker.onerror = () => {
      if (worker === this.#worker) this.#bury();
    };
    this.#limit(this.#limits.start);
    if (this.#given) worker.postMessage(this.#given);
  }

  #limit(milliseconds: number): void {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => {
      this.stop();
      this.#drop();
      this.#events.ontrouble({ kind: 'hung', seconds: Math.round(milliseconds / 1000) });
      this.#next();
    }, milliseconds);
  }

  #hear(answer: Answer): void {
    switch (answer.kind) {
      case 'ready':
        clearTimeout(this.#clock);
        return;
      case 'started':
        this.#limit(this.#limits.work);
        return;
      case 'facts-missing':
        this.#events.ontrouble(answer);
        return;
      case 'analysis':
        this.#events.onanalysis(answer.analysis, { newest: answer.id === this.#newest, complete: answer.complete });
        this.#settle(answer.id);
        return;
      case 'suggestions':
        this.#lookups.get(answer.id)?.(answer.suggestions);
        this.#lookups.delete(answer.id);
        return;
      case 'bases':
        if (this.#aside?.question.id === answer.id) this.#answerAside(answer.bases);
        this.#settle(answer.id);
        return;
      case 'failed':
        if (this.#aside?.question.id === answer.id) this.#answerAside(null);
        else this.#events.ontrouble({ kind: 'failed', message: answer.message });
        this.#settle(answer.id);
    }
  }

  #settle(id: number): void {
    this.#deaths = 0;
    // A second, better answer to an old question leaves the one under way and its clock alone.
    if (this.#current && this.#current.id !== id) return;
    clearTimeout(this.#clock);
    this.#current = null;
    this.#next();
  }

  #bury(): void {
    this.stop();
    this.#deaths += 1;
    const gaveUp = this.#deaths > 1;
    this.#events.ontrouble({ kind: 'died', gaveUp });
    // Asked once more: a worker may die of something else than its question. Twice in a row, only a newer one is tried.
    if (!gaveUp && this.#current?.kind === 'analyse') this.#waiting ??= this.#current;
    this.#drop();
    this.#next();
  }

  /** Gives up the question under way. */
  #drop(): void {
    if (this.#current && this.#current === this.#aside?.question) this.#answerAside(null);
    this.#current = null;
  }

  #answerAside(bases: readonly StageBases[] | null): void {
    const aside = this.#aside;
    this.#aside = null;
    aside?.resolve(bases);
  }
}
