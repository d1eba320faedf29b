// The other Dockerfile of a comparison: where it comes from, and its analysis. Its text is part of the page's state, and so of a link.

import { compare, type Analysis } from '../../core';
import type { Snapshot } from '../../share/snapshot';
import { analyseOptions } from '../../state/playground.svelte';
import { startAnalysis } from '../../worker/start';
import type { App } from '../app.svelte';
import { exampleText, type Version } from '../examples/text';

/** What can be compared with; `paste` waits for a text. */
export type Choice = 'one-stage' | 'paste' | `example:${Version}:${string}` | `tab:${string}`;

/** What the two are called: the one compared with, and the person's own. */
export const SIDES = ['The other', 'Yours'] as const;

export class Comparing {
  readonly #app: App;
  readonly #client;
  #other = $state.raw<Analysis | null>(null);
  /** Counts what was chosen. */
  #turn = 0;
  choice = $state<Choice | null>(null);
  /** What could not be kept when stages were taken away. */
  notes = $state.raw<readonly string[]>([]);
  trouble = $state<string | null>(null);

  readonly comparison = $derived.by(() => {
    const mine = this.#app.state.analysis;
    return this.#other && mine && this.with ? compare(this.#other, mine) : null;
  });

  constructor(app: App) {
    this.#app = app;
    this.#client = startAnalysis({
      onanalysis: (analysis) => {
        this.#other = analysis;
      },
      ontrouble: () => {
        this.trouble = 'The other Dockerfile could not be analysed. Choose another one.';
      },
    });
    $effect(() => {
      const other = this.with;
      if (other) this.#client.ask(other.text, analyseOptions(other));
    });
    $effect(() => () => {
      this.#client.stop();
    });
  }

  get other(): Analysis | null {
    return this.with ? this.#other : null;
  }

  get with(): Snapshot | undefined {
    return this.#app.state.snapshot.compare;
  }

  /** Takes the place of the other one. */
  take(other: Snapshot): void {
    this.#turn += 1;
    this.trouble = null;
    this.notes = [];
    this.#app.state.update({ compare: single(other) });
  }

  async choose(choice: Choice): Promise<void> {
    this.choice = choice;
    const [kind, ...rest] = choice.split(':');
    this.#turn += 1;
    const turn = this.#turn;
    // What comes late must not take the place of what was chosen since.
    const stale = (): boolean => turn !== this.#turn;
    try {
      if (kind === 'one-stage') await this.#oneStage(stale);
      else if (kind === 'example') {
        const [version, id = ''] = rest;
        const text = await exampleText(id, version === 'before' ? 'before' : 'after');
        if (!stale()) this.take({ text });
      } else if (kind === 'tab') {
        const kept = this.#app.earlier().find(({ tab }) => tab === rest.join(':'));
        if (kept) this.take(kept.snapshot);
      }
    } catch {
      if (!stale()) this.trouble = 'That Dockerfile could not be loaded. Choose another one.';
    }
  }

  async #oneStage(stale: () => boolean): Promise<void> {
    const { analysis, snapshot } = this.#app.state;
    if (!analysis) return;
    const { asOneStage } = await import('./one-stage');
    const { text, notes } = await asOneStage(analysis);
    if (stale()) return;
    const { platform, buildArgs } = snapshot;
    this.take({ text, ...(platform ? { platform } : {}), ...(buildArgs ? { buildArgs } : {}) });
    this.notes = notes;
  }
}

/** A snapshot without one of its own to compare with. */
const single = (snapshot: Snapshot): Snapshot =>
  Object.fromEntries(Object.entries(snapshot).filter(([key]) => key !== 'compare')) as unknown as Snapshot;
