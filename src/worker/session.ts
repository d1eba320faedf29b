// What the worker does with a question. Facts arrive while questions do: an answer is given with what is known at once
// and again when more is, unless a newer question has come in between.

import type { Analysis, AnalyseOptions, Catalogue, Depth, LayOut } from '../core';
import type { LoadedCatalogue } from '../catalogue/first';
import { ROUNDS } from '../catalogue/load';
import type { Facts } from './facts';
import type { Layouts } from './layouts';
import type { Answer, GivenFacts, Lookup, Question, StageBases } from './messages';

export type Walk = (
  text: string,
  options: AnalyseOptions,
  catalogue: Catalogue,
  depth: Depth | null,
  layOut: LayOut,
) => Analysis;
export type TryBases = (
  text: string,
  options: AnalyseOptions,
  catalogue: LoadedCatalogue,
  depth: Depth,
) => readonly StageBases[] | Promise<readonly StageBases[]>;

/** Milliseconds the depth may take before a picture without it is worth drawing: on a fast line there is none. */
const GRACE = 800;

export class AnalysisSession {
  readonly #facts: Facts;
  readonly #layouts: Layouts;
  readonly #walk: Walk;
  readonly #loadDepth: (question: Question | null) => Promise<Depth>;
  readonly #tryBases: TryBases;
  readonly #post: (answer: Answer) => void;
  #depth: Depth | null = null;
  #newest = 0;
  #given: GivenFacts['options'] = {};

  constructor(
    facts: Facts,
    layouts: Layouts,
    walk: Walk,
    loadDepth: (question: Question | null) => Promise<Depth>,
    tryBases: TryBases,
    post: (answer: Answer) => void,
  ) {
    this.#facts = facts;
    this.#layouts = layouts;
    this.#walk = walk;
    this.#loadDepth = loadDepth;
    this.#tryBases = tryBases;
    this.#post = post;
  }

  async hear(message: Question | GivenFacts | Lookup): Promise<void> {
    if (message.kind === 'given') {
      this.#given = message.options;
      return;
    }
    if (message.kind === 'suggest') {
      const { id, typed, platform } = message;
      const catalogue = await this.#facts.catalogue();
      await this.#deep(null).catch(() => null);
      const suggestions = catalogue.tags(typed, platform);
      this.#post({ kind: 'suggestions', id, suggestions });
      return;
    }
    const question = { ...message, options: { ...message.options, ...this.#given } };
    if (question.kind === 'analyse') this.#newest = question.id;
    // Asked for beside the catalogue: nothing waits for one after the other.
    const layout = this.#layouts.for(question.options.direction ?? 'right', question.text);
    try {
      const [catalogue, { direction, layOut }] = await Promise.all([this.#facts.catalogue(), layout]);
      if (question.kind === 'bases') {
        this.#post({ kind: 'started', id: question.id });
        const bases = await this.#tryBases(question.text, question.options, catalogue, await this.#deep(question));
        this.#post({ kind: 'bases', id: question.id, bases });
      } else {
        // As it was asked, unless another layout has to stand in.
        const { options } = question;
        const asked = direction === (options.direction ?? 'right') ? options : { ...options, direction };
        await this.#answer({ ...question, options: asked }, catalogue, layOut);
      }
    } catch (error) {
      this.#post({ kind: 'failed', id: question.id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** The rest of the walk, fetched with the first question, when the page has what it draws with. */
  async #deep(question: Question | null): Promise<Depth> {
    this.#depth ??= await this.#loadDepth(question);
    return this.#depth;
  }

  /** A first picture while the depth is on its way. False when there is nothing to add to it. */
  async #sketch(question: Question, catalogue: LoadedCatalogue, layOut: LayOut): Promise<boolean> {
    if (this.#depth) return true;
    const { id, text, options } = question;
    const deep = this.#deep(question).then(
      () => true,
      () => false,
    );
    if (await Promise.race([deep, after(GRACE)])) return true;
    this.#post({ kind: 'started', id });
    const analysis = this.#walk(text, options, catalogue, null, layOut);
    this.#post({ kind: 'analysis', id, analysis, complete: false });
    const came = await deep;
    if (this.#newest !== id) return false;
    if (came) return true;
    this.#post({ kind: 'analysis', id, analysis, complete: true });
    this.#post({ kind: 'facts-missing', what: 'the part of this page that reads RUN instructions' });
    return false;
  }

  async #answer(question: Question, catalogue: LoadedCatalogue, layOut: LayOut): Promise<void> {
    const { id, text, options } = question;
    if (!(await this.#sketch(question, catalogue, layOut))) return;
    for (let round = 0; round < ROUNDS; round++) {
      this.#post({ kind: 'started', id });
      const analysis = this.#walk(text, options, catalogue, this.#depth, layOut);
      const { wants } = analysis.size;
      const more = round + 1 < ROUNDS && (await this.#facts.lacks(wants));
      this.#post({ kind: 'analysis', id, analysis, complete: !more });
      if (!more) return;
      const came = await this.#facts.complete(wants);
      if (this.#newest !== id) return;
      if (!came) {
        this.#post({ kind: 'analysis', id, analysis, complete: true });
        return;
      }
    }
  }
}

const after = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds, false);
  });
