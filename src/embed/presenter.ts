// Shows an analysis in the shell: the static picture first, the live graph once a reader points at it; views, steps, the code.

import type { Analysis, BuildStep, ElementId, Say } from '../core';
import type * as Draw from './draw';
import { CodePane } from './code-pane';
import type { LiveGraph } from './live.svelte';
import type { EmbedOptions } from './options';
import type { Shell } from './shell';
import { adoptLook } from './styles';

export interface StepDetail {
  /** 1-based. */
  readonly step: number;
  readonly steps: number;
  readonly sentence: string;
}

/** What the presenter needs of the element. */
export interface Host {
  options(): EmbedOptions;
  source(): string;
  edit(text: string): void;
  /** Puts English words into the language of the embed. */
  readonly say: Say;
  /** Where links to the playground lead. */
  readonly home: string;
  next(): void;
  previous(): void;
  /** Analyses again, as a card's rows were folded or unfolded. */
  redraw(): void;
  told(detail: StepDetail): void;
  selected(element: ElementId | null): void;
}

export class Presenter {
  steps: readonly BuildStep[] = [];
  unfolded: readonly number[] = [];
  readonly #shell: Shell;
  readonly #host: Host;
  readonly #code: CodePane;
  #draw: typeof Draw | null = null;
  #analysis: Analysis | null = null;
  #live: LiveGraph | null = null;
  #wanted = false;
  #selected: ElementId | null = null;
  #announced = 0;
  #detail: Draw.Detail = 'rows';

  constructor(shell: Shell, host: Host) {
    this.#shell = shell;
    this.#host = host;
    this.#code = new CodePane(shell.code, (text) => {
      host.edit(text);
    });
    const hydrate = (): void => void this.#hydrate();
    shell.stage.addEventListener('pointerenter', hydrate);
    shell.explore.addEventListener('click', hydrate);
    shell.back.addEventListener('click', () => {
      host.previous();
    });
    shell.forth.addEventListener('click', () => {
      host.next();
    });
    shell.link.href = host.home;
    new ResizeObserver(() => {
      this.#fit();
    }).observe(shell.stage);
    const prepare = (): void => void this.#prepareLink();
    for (const event of ['pointerenter', 'focus', 'pointerdown']) shell.link.addEventListener(event, prepare);
  }

  present(draw: typeof Draw, analysis: Analysis): void {
    this.#draw = draw;
    this.#analysis = analysis;
    const { say } = this.#host;
    this.steps = draw.steps(analysis).map((step) => ({ ...step, sentence: say(step.sentence) }));
    adoptLook(this.#shell.shadow, draw.lookCss);
    this.#shell.sentence.replaceChildren(...draw.sentence(analysis));
    const first = analysis.problems.find((problem) => problem.stops);
    this.#shell.say(first ? say(`Line ${first.span.start.line + 1}: ${first.message}`) : '', first !== undefined);
    this.refresh();
  }

  /** Shows again what is known, after an option has changed. */
  refresh(): void {
    const [draw, analysis] = [this.#draw, this.#analysis];
    if (!draw || !analysis) return;
    const { view, editable, step } = this.#host.options();
    const told = this.#step(step);
    const lit = told && told.kind !== 'end' ? told : null;
    if (view === 'graph+code') this.#code.show(analysis.build.file.text, analysis, draw, editable, lit?.span ?? null);
    if (view === 'layers') {
      this.#drop();
      const box = document.createElement('div');
      box.className = 'layers';
      box.tabIndex = 0;
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', this.#host.say('Layers of the image'));
      box.append(draw.layers(analysis, this.#host.say));
      this.#shell.show(box, false);
    } else if (view !== 'sentence') this.#picture(draw, analysis, told);
    this.#tell(told);
  }

  /** Another width lets more or less of the picture be read. */
  #fit(): void {
    const [draw, analysis] = [this.#draw, this.#analysis];
    if (!draw || !analysis || this.#live || !/^graph/.test(this.#host.options().view)) return;
    if (draw.detailIn(analysis.scene, this.#shell.room()) !== this.#detail) this.refresh();
  }

  #step(step: number | null): BuildStep | null {
    return step === null ? null : (this.steps[Math.min(step, this.steps.length) - 1] ?? null);
  }

  #picture(draw: typeof Draw, analysis: Analysis, told: BuildStep | null): void {
    const element = told && told.kind !== 'end' ? told.element : null;
    // While it is told step by step, the picture is the still one: it can show what is not built yet.
    if (this.#live && told === null) {
      this.#live.update({ scene: analysis.scene, selected: this.#selected });
      return;
    }
    this.#drop();
    this.#detail = draw.detailIn(analysis.scene, this.#shell.room());
    const svg = draw.picture(analysis.scene, draw.signatureText(analysis.sentence), this.#detail);
    if (told)
      draw.showProgress(
        svg,
        new Set(element ? [element] : []),
        told.kind === 'end' ? null : draw.builtAt(analysis, this.steps, told.index),
      );
    this.#shell.show(svg, told === null && analysis.scene.cards.length > 0);
    if (this.#wanted && told === null) void this.#hydrate();
  }

  #tell(told: BuildStep | null): void {
    const { back, forth, count, told: words } = this.#shell;
    if (!told) return;
    const step = told.index + 1;
    words.textContent = told.narration ?? told.sentence;
    count.textContent = `${step} / ${this.steps.length}`;
    back.disabled = step === 1;
    forth.disabled = step === this.steps.length;
    if (this.#announced !== step) this.#host.told({ step, steps: this.steps.length, sentence: told.sentence });
    this.#announced = step;
  }

  #drop(): void {
    this.#live?.destroy();
    this.#live = null;
  }

  async #hydrate(): Promise<void> {
    this.#wanted = true;
    if (
      this.#live ||
      !this.#analysis ||
      !/^graph/.test(this.#host.options().view) ||
      this.#host.options().step !== null
    )
      return;
    const { goLive } = await import('./live.svelte');
    const analysis = this.#analysis;
    if (this.#live || this.#host.options().step !== null) return;
    const held = this.#shell.shadow.activeElement === this.#shell.explore;
    const place = document.createElement('div');
    place.className = 'live';
    this.#live = goLive(place, {
      scene: analysis.scene,
      translate: this.#host.say,
      selected: this.#selected,
      onselect: (id) => {
        this.#selected = id;
        this.#live?.update({ selected: id });
        this.#host.selected(id);
      },
      onunfold: (stage) => {
        const { unfolded } = this;
        this.unfolded = unfolded.includes(stage) ? unfolded.filter((each) => each !== stage) : [...unfolded, stage];
        this.#host.redraw();
      },
    });
    this.#shell.show(place, false);
    // Who asked by keyboard goes on where the button was.
    if (held) place.querySelector<SVGElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }

  async #prepareLink(): Promise<void> {
    const { encode } = await import('../share/codec');
    const { analyse } = this.#host.options();
    this.#shell.link.href = `${this.#host.home}#${encode({ text: this.#host.source(), ...analyse })}`;
  }
}
