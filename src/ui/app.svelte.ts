// The playground put together: its state, what is chosen, the theme, and what the person can do from anywhere.

import { tick } from 'svelte';
import type { ElementId, Span, TextEdit } from '../core';
import type { Snapshot, View } from '../share/snapshot';
import { Keeper, type Kept } from '../state/keep';
import { PlaygroundState } from '../state/playground.svelte';
import { Selection } from '../state/selection.svelte';
import { ThemeChoice } from '../state/theme.svelte';
import { startAnalysis } from '../worker/start';
import type { Example } from './examples/manifest';
import { firstDirection } from './direction';
import { lessonPlace, type LessonPlace } from './lessons/place';
import { exampleText, firstText, type Version } from './examples/text';

const makeId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** What the editor can be asked to do; its edits can be undone. */
export interface EditorHandle {
  reveal(span: Span, takeFocus?: boolean): void;
  applyEdits(edits: readonly TextEdit[]): void;
  /** Replaces the whole text. */
  load(text: string): void;
}

const PICTURE_LATEST = 4_000;
/** Milliseconds after the picture: the editor comes first. */
const KEEP_AFTER = 2_000;

/** What lies over the page. */
export type Overlay = 'examples' | 'share' | 'embed' | 'export' | 'present' | 'measured' | 'size' | 'compare';

/** Which of the three panes a phone shows. */
export type Pane = 'editor' | 'graph' | 'details';

export class App {
  readonly #keeper = new Keeper(makeId);
  readonly state = new PlaygroundState(startAnalysis, this.#keeper, makeId);
  readonly selection = new Selection();
  readonly theme = new ThemeChoice();
  pane = $state<Pane>('graph');
  overlay = $state<Overlay | null>(null);
  /** The lessons are open beside the editor. */
  lesson = $state.raw<LessonPlace | null>(null);
  /** Whose size the `size` overlay is about. */
  asked = $state<ElementId | null>(null);
  /** The argument field asks for focus when it grows. */
  argumentsAsked = $state(0);

  /** The step a talk is asked to go to, 1-based, of this Dockerfile (1) or the one it is compared with (0); a new object asks again. */
  talkFrom = $state.raw<{ readonly step: number; readonly side: 0 | 1 }>({ step: 1, side: 1 });

  /** Set while the editor is on screen. */
  editor: EditorHandle | null = null;

  /** Settled once the first picture is on screen: what is not needed for it waits until then. */
  readonly drawn: Promise<void>;
  readonly #settleDrawn: () => void;

  readonly problems = $derived(this.state.settled?.problems ?? []);

  constructor() {
    let settle = (): void => undefined;
    this.drawn = new Promise((resolve) => {
      settle = resolve;
    });
    this.#settleDrawn = settle;
    this.state.turn(firstDirection());
  }

  /** The picture is in the document; it is painted with the next frame. */
  pictureReady(): void {
    requestAnimationFrame(() => requestAnimationFrame(this.#settleDrawn));
  }

  /** What a visit begins with: the link it came by, else what was kept, else the first example. */
  async begin(): Promise<void> {
    const kept = this.#keeper.latest();
    this.state.update(kept?.snapshot ?? { text: firstText });
    this.selection.selected = kept?.snapshot.selected ?? null;
    if (kept?.snapshot.compare) this.overlay = 'compare';
    // Should no picture come, the rest of the page comes all the same.
    setTimeout(this.#settleDrawn, PICTURE_LATEST);
    if (import.meta.env.PROD)
      void this.drawn.then(() =>
        setTimeout(
          () => void import('./offline').then(({ keepSite }) => keepSite(this.state)).catch(() => undefined),
          KEEP_AFTER,
        ),
      );
    await this.openHash();
  }

  /** Opens the link in the address, if there is one. A broken one changes nothing and is said. */
  async openHash(): Promise<void> {
    const code = location.hash.slice(1);
    if (code === '') return;
    const place = lessonPlace(code);
    if (place) {
      if (this.overlay === 'compare') this.state.update({ compare: undefined });
      this.overlay = null;
      this.lesson = place;
      return;
    }
    const { openLink } = await import('../share/open');
    const opened = openLink(code);
    if (!opened.ok) {
      this.state.notice = { tone: 'problem', text: `${opened.message} Your text is as it was.` };
      return;
    }
    const { snapshot, talk } = opened;
    this.state.replace(snapshot, 'Opened from a link.');
    this.selection.choose(snapshot.selected ?? null);
    if (talk) this.present(talk.step, talk.side);
    else if (snapshot.compare) this.overlay = 'compare';
    else if (this.overlay === 'present' || this.overlay === 'compare') this.overlay = null;
  }

  /** Shows an example, or how it would be done without stages. */
  async openExample(example: Example, version: Version = 'after'): Promise<void> {
    try {
      const text = await exampleText(example.id, version);
      this.selection.choose(null);
      const which = version === 'before' ? ', before it was improved' : '';
      this.state.replace({ ...this.#settings(), text }, `Opened the example “${example.title}”${which}.`);
    } catch {
      this.state.notice = { tone: 'problem', text: `The example “${example.title}” could not be loaded.` };
    }
  }

  closeLessons(): void {
    this.lesson = null;
    history.replaceState(null, '', location.pathname + location.search);
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

  /** Begins a talk of the Dockerfile as it stands, or goes to another step of it. */
  present(step = 1, side: 0 | 1 = 1): void {
    this.talkFrom = { step, side };
    this.overlay = 'present';
  }

  show(view: View): void {
    this.state.update({ view });
    this.pane = 'details';
  }

  askForArguments(): void {
    this.show('what-if');
    this.argumentsAsked += 1;
  }

  /** Chooses an element and shows its line; `null` chooses nothing. */
  choose(id: ElementId | null): void {
    this.selection.choose(id);
    if (id && this.editor)
      void this.#spanOf(id).then((span) => {
        if (span && this.selection.selected === id) this.editor?.reveal(span);
      });
  }

  /** Asks how a size is known, and offers to set one. */
  askSize(of: ElementId): void {
    this.asked = of;
    this.overlay = 'size';
  }

  /** Goes to the line of an element. */
  goToElement(id: ElementId): void {
    void this.#spanOf(id).then((span) => {
      if (span) this.goTo(span, id);
    });
  }

  /** Where an element stands in the text. */
  async #spanOf(id: ElementId): Promise<Span | null> {
    const { spanOf } = await import('../editor/elements');
    const build = this.state.analysis?.build;
    return build ? spanOf(build, id) : null;
  }

  /** Puts the cursor on a place in the text. */
  goTo(span: Span, element: ElementId | null): void {
    this.selection.choose(element);
    this.pane = 'editor';
    // On a phone the editor has to be on screen first.
    void tick().then(() => this.editor?.reveal(span, true));
  }

  /** Replaces the text as one step that undo takes back. */
  replaceText(text: string): void {
    if (this.editor) this.editor.load(text);
    else this.state.update({ text });
  }

  /** Settings that outlast the text: they say how the person likes the page, not what the Dockerfile is. */
  #settings(): Pick<Snapshot, 'view' | 'silent'> {
    const { view, silent } = this.state.snapshot;
    return { ...(view ? { view } : {}), ...(silent ? { silent } : {}) };
  }
}
