// <dockerfile-playground>: attributes and text in, a drawing in its shadow root and events out. What needs the core is loaded when the
// element comes near the viewport; until then it shows the author's own code block at its final height.

import type { AnalyseOptions, Analysis, Say } from '../core';
import { fetchDepth, fetchDraw, fetchSay, fetchText } from './fetch';
import { languageFor, tagOf, type LanguageTag } from './lang/choose';
import { forget, inSight, whenNear } from './near';
import { readOptions, withCaseOf, type EmbedOptions } from './options';
import { Presenter, type Host } from './presenter';
import { Shell } from './shell';
import { fetchSource, inlineText, snapshotSource, type Source } from './source';
import { watchPage } from './theme';

/** Lines and UTF-16 units: an analysis stays below half a second, in a page that is not ours to hold up. */
const MOST_LINES = 5_000;
const MOST_TEXT = 300_000;

const english: Say = (text) => text;

/** A code block lower than this is not high enough for a graph. */
const LOWEST = 160;

export class DockerfilePlayground extends HTMLElement {
  static readonly observedAttributes = [
    'view',
    'theme',
    'target',
    'platform',
    'step',
    'editable',
    'height',
    'lang',
    'src',
    'snapshot',
  ];

  /** Where links to the playground lead; set by the script that defines the element. */
  static home = '';

  #shell: Shell | null = null;
  #presenter: Presenter | null = null;
  #source: Source = { text: '', options: {} };
  #given: string | null = null;
  #kept: number | null = null;
  #asked = 0;
  #near = false;
  #analysis: Analysis | null = null;
  #language: LanguageTag | null = null;
  #say: Say = english;
  #unwatch = (): void => undefined;
  #children: MutationObserver | null = null;
  #arguments: MutationObserver | null = null;

  connectedCallback(): void {
    if (!this.#shell) {
      const before = inSight(this) ? this.getBoundingClientRect().height : 0;
      this.#kept = before >= LOWEST ? before : null;
      this.#shell = new Shell(this);
      this.#presenter = new Presenter(this.#shell, this.#host());
      this.#children = new MutationObserver(() => {
        if (this.#given === null) void this.#read();
      });
      // `observedAttributes` takes no patterns.
      this.#arguments = new MutationObserver((changes) => {
        if (changes.some(({ attributeName }) => attributeName?.startsWith('build-arg:'))) void this.#draw();
      });
    }
    this.#children?.observe(this, { childList: true, characterData: true, subtree: true });
    this.#arguments?.observe(this, { attributes: true });
    this.#unwatch = watchPage(() => {
      this.#arrange();
      if (languageFor(tagOf(this)) !== this.#language) void this.#draw();
    });
    void this.#read();
    whenNear(this, () => {
      this.#near = true;
      void this.#draw();
    });
  }

  disconnectedCallback(): void {
    forget(this);
    this.#unwatch();
    this.#children?.disconnect();
    this.#arguments?.disconnect();
    this.#asked += 1;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || !this.#shell || before === now) return;
    if (name === 'src' || name === 'snapshot') void this.#read();
    else if (name === 'target' || name === 'platform' || name === 'lang') void this.#draw();
    else this.#arrange();
  }

  get options(): EmbedOptions {
    return readOptions((name) => this.getAttribute(name), this.getAttributeNames());
  }

  /** The Dockerfile. Setting it outranks text, `src` and `snapshot`. */
  get source(): string {
    return this.#source.text;
  }

  set source(text: string) {
    this.#given = text;
    this.#source = { text, options: this.#source.options };
    void this.#draw();
  }

  /** The newest analysis; `null` until there is one. */
  get analysis(): Analysis | null {
    return this.#analysis;
  }

  /** 1-based; `null`: the finished build. */
  get step(): number | null {
    return this.options.step;
  }

  set step(step: number | null) {
    if (step === null) this.removeAttribute('step');
    else this.setAttribute('step', String(Math.max(1, Math.round(step))));
  }

  /** How many steps there are; 0 before the first analysis. */
  get steps(): number {
    return this.#presenter?.steps.length ?? 0;
  }

  next(): void {
    this.step = Math.min((this.step ?? 0) + 1, Math.max(1, this.steps));
  }

  previous(): void {
    this.step = Math.max((this.step ?? this.steps + 1) - 1, 1);
  }

  async #read(): Promise<void> {
    const read = ++this.#asked;
    const [src, snapshot] = [this.getAttribute('src'), this.getAttribute('snapshot')];
    try {
      if (this.#given !== null) this.#source = { text: this.#given, options: {} };
      else if (snapshot !== null) this.#source = await snapshotSource(snapshot);
      else if (src === null) this.#source = { text: inlineText(this), options: {} };
      else {
        this.#arrange();
        this.#source = await fetchSource(src);
      }
    } catch (error) {
      if (read === this.#asked) await this.#fail(error);
      return;
    }
    if (read !== this.#asked) return;
    this.#arrange();
    if (this.#near) await this.#draw();
  }

  /** What does not need an analysis: sizes, theme, what is shown of what is known. */
  #arrange(): void {
    this.#shell?.arrange(this, this.#source.text, this.options, this.#kept);
    this.#presenter?.refresh();
  }

  #host(): Host {
    return {
      home: DockerfilePlayground.home,
      say: (text) => this.#say(text),
      options: () => this.options,
      source: () => this.source,
      edit: (text) => {
        this.source = text;
      },
      next: () => {
        this.next();
      },
      previous: () => {
        this.previous();
      },
      redraw: () => {
        void this.#draw();
      },
      told: (detail) => {
        this.#emit('step', detail);
      },
      selected: (element) => {
        this.#emit('select', { element });
      },
    };
  }

  #asking(): AnalyseOptions {
    const own = withCaseOf(this.options.analyse, this.#source.text);
    const unfolded = this.#presenter?.unfolded ?? [];
    return {
      ...this.#source.options,
      ...own,
      ...(unfolded.length > 0 ? { unfolded } : {}),
      ...(this.#shell?.portrait() ? { direction: 'down' } : {}),
      ...(this.#language ? { say: this.#say } : {}),
    };
  }

  async #draw(): Promise<void> {
    const { text } = this.#source;
    if (!this.#near || !this.isConnected || text === '') return;
    const asked = ++this.#asked;
    if (text.length > MOST_TEXT || text.split('\n').length > MOST_LINES) {
      await this.#fail(new Error('This Dockerfile is too long to be drawn inside another page.'));
      return;
    }
    try {
      const [draw] = await Promise.all([fetchDraw(), this.#speak()]);
      const stale = (): boolean => asked !== this.#asked;
      const tell = (analysis: Analysis): void => {
        const sentence = analysis.sentence.map((phrase) =>
          phrase.role === 'name' ? phrase : { ...phrase, text: this.#say(phrase.text) },
        );
        this.#analysis = { ...analysis, sentence };
        this.#presenter?.present(draw, this.#analysis);
        this.#emit('analysis', this.#analysis);
      };
      await draw.ask(text, this.#asking(), stale, tell, { fetchText, fetchDepth });
    } catch (error) {
      if (asked === this.#asked) await this.#fail(error);
    }
  }

  /** Takes the language that its author or the page names; English where that cannot be fetched. */
  async #speak(): Promise<void> {
    const tag = languageFor(tagOf(this));
    if (tag === this.#language) return;
    const say = tag === null ? english : await fetchSay(tag).catch(() => english);
    this.#language = say === english ? null : tag;
    this.#say = say;
    this.#shell?.speak(this.#language ?? 'en', say);
  }

  async #fail(error: unknown): Promise<void> {
    await this.#speak();
    const message = this.#say(error instanceof Error ? error.message : String(error));
    this.#shell?.say(this.#say(`${message} The Dockerfile is shown as it is.`), true);
    this.dispatchEvent(new CustomEvent('error', { detail: { message } }));
  }

  #emit(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
