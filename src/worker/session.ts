// What the worker does with a question. Facts arrive while questions do: an answer is given with what is known at once
// and again when more is, unless a newer question has come in between.

import type { Analysis, AnalyseOptions, Catalogue } from '../core';
import type { LoadedCatalogue } from '../catalogue/catalogue';
import type { Facts } from './facts';
import type { Answer, GivenFacts, Lookup, Question, StageBases } from './messages';

export type Analyse = (text: string, options: AnalyseOptions, catalogue: Catalogue) => Analysis;
export type TryBases = (text: string, options: AnalyseOptions, catalogue: LoadedCatalogue) => readonly StageBases[];

/** Package data may itself ask for more (a fuller index, a parent image); it never needs more rounds than this. */
const ROUNDS = 4;

export class AnalysisSession {
  readonly #facts: Facts;
  readonly #analyse: Analyse;
  readonly #tryBases: TryBases;
  readonly #post: (answer: Answer) => void;
  #newest = 0;
  #given: GivenFacts['options'] = {};

  constructor(facts: Facts, analyse: Analyse, tryBases: TryBases, post: (answer: Answer) => void) {
    this.#facts = facts;
    this.#analyse = analyse;
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
      const suggestions = (await this.#facts.catalogue()).tags(typed, platform);
      this.#post({ kind: 'suggestions', id, suggestions });
      return;
    }
    const question = { ...message, options: { ...message.options, ...this.#given } };
    if (question.kind === 'analyse') this.#newest = question.id;
    const catalogue = await this.#facts.catalogue();
    try {
      if (question.kind === 'bases') {
        this.#post({ kind: 'started', id: question.id });
        const bases = this.#tryBases(question.text, question.options, catalogue);
        this.#post({ kind: 'bases', id: question.id, bases });
      } else {
        await this.#answer(question, catalogue);
      }
    } catch (error) {
      this.#post({ kind: 'failed', id: question.id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  async #answer({ id, text, options }: Question, catalogue: LoadedCatalogue): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      this.#post({ kind: 'started', id });
      const analysis = this.#analyse(text, options, catalogue);
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
