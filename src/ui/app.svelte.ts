// The playground put together: its state, what is chosen, the theme, and what the person can do from anywhere.

import type { ElementId } from '../core';
import type { Snapshot, View } from '../share/snapshot';
import { Keeper, type Kept } from '../state/keep';
import { PlaygroundState } from '../state/playground.svelte';
import { Selection } from '../state/selection.svelte';
import { ThemeChoice } from '../state/theme.svelte';
import { startAnalysis } from '../worker/start';
import { exampleText, FIRST, type Example } from './examples/manifest';
import firstText from './examples/go-scratch.Dockerfile?raw';

const makeId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** Which of the three panes a phone shows. */
export type Pane = 'editor' | 'graph' | 'details';

export class App {
  readonly #keeper = new Keeper(makeId);
  readonly state = new PlaygroundState(startAnalysis, this.#keeper, makeId);
  readonly selection = new Selection();
  readonly theme = new ThemeChoice();
  pane = $state<Pane>('graph');
  /** The argument field asks for focus when it grows. */
  argumentsAsked = $state(0);

  readonly problems = $derived(this.state.analysis?.problems ?? []);

  /** What a visit begins with: the link it came by, else what was kept, else the first example. */
  async begin(): Promise<void> {
    const kept = this.#keeper.latest();
    this.state.update(kept?.snapshot ?? { text: firstText });
    this.selection.selected = kept?.snapshot.selected ?? null;
    await this.openHash();
  }

  /** Opens the link in the address, if there is one. A broken one changes nothing and is said. */
  async openHash(): Promise<void> {
    const code = location.hash.slice(1);
    if (code === '') return;
    const { decode } = await import('../share/codec');
    const decoded = decode(code);
    if (!decoded.ok) {
      this.state.notice = { tone: 'problem', text: `${decoded.message} Your text is as it was.` };
      return;
    }
    this.state.replace(decoded.snapshot, 'Opened from a link.');
    this.selection.choose(decoded.snapshot.selected ?? null);
  }

  async openExample(example: Example): Promise<void> {
    try {
      const text = example.id === FIRST ? firstText : await exampleText(example.id);
      this.selection.choose(null);
      this.state.replace({ ...this.#settings(), text }, `Opened the example “${example.title}”.`);
    } catch {
      this.state.notice = { tone: 'problem', text: `The example “${example.title}” could not be loaded.` };
    }
  }

  /** Everything on screen, for a link. */
  get shared(): Snapshot {
    const { selected } = this.selection;
    return { ...this.state.snapshot, ...(selected ? { selected } : {}) };
  }

  /** Texts of other tabs and earlier visits, newest first. */
  earlier(): readonly Kept[] {
    return this.#keeper.all().filter((kept) => kept.snapshot.text !== this.state.text);
  }

  show(view: View): void {
    this.state.update({ view });
    this.pane = 'details';
  }

  askForArguments(): void {
    this.show('what-if');
    this.argumentsAsked += 1;
  }

  choose(id: ElementId | null): void {
    this.selection.choose(id);
  }

  /** Settings that outlast the text: they say how the person likes the page, not what the Dockerfile is. */
  #settings(): Pick<Snapshot, 'view' | 'silent'> {
    const { view, silent } = this.state.snapshot;
    return { ...(view ? { view } : {}), ...(silent ? { silent } : {}) };
  }
}
