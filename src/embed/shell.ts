// The still parts of an embed: its shadow root with places for sentence, code, picture, steps and link. Filled by `element.ts`.

import type { Say } from '../core';
import { make } from './dom';
import { heightFor } from './height';
import type { EmbedOptions } from './options';
import { adoptStyles } from './styles';
import { pageTheme } from './theme';

/** Pixels; wider than this, two cards stand side by side. */
const narrow = 560;

export class Shell {
  readonly shadow: ShadowRoot;
  readonly sentence = make('p', { class: 'sentence' });
  /** What the reader sees until there is a picture: the author's own code block. */
  readonly waiting = make('div', { class: 'waiting' }, [make('slot')]);
  readonly explore = make('button', { class: 'explore', type: 'button', hidden: '' }, ['Explore']);
  readonly stage = make('div', { class: 'stage' }, [this.waiting]);
  readonly code = make('div', { class: 'code', role: 'group', 'aria-label': 'Dockerfile', tabindex: '0' });
  readonly body = make('div', { class: 'body' }, [this.code, this.stage]);
  readonly back = make('button', { type: 'button', 'aria-label': 'Previous step' }, ['‹']);
  readonly forth = make('button', { type: 'button', 'aria-label': 'Next step' }, ['›']);
  readonly count = make('span', { class: 'count' });
  readonly told = make('p', { 'aria-live': 'polite' });
  readonly steps = make('div', { class: 'steps' }, [this.back, this.count, this.forth, this.told]);
  readonly message = make('span', { role: 'status' });
  readonly link = make('a', { target: '_blank', rel: 'noopener' }, ['Open in the playground']);
  readonly foot = make('div', { class: 'foot' }, [this.message, this.explore, this.link]);
  readonly root = make(
    'div',
    { class: 'root', dir: 'ltr', lang: 'en', role: 'group', 'aria-label': 'Dockerfile graph' },
    [this.sentence, this.body, this.steps, this.foot],
  );

  constructor(host: HTMLElement) {
    this.shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    adoptStyles(this.shadow);
    this.shadow.replaceChildren(this.root);
  }

  /** Shows what the options ask for, at a height known from the text; `kept`: the height the page has given already. */
  arrange(host: HTMLElement, text: string, options: EmbedOptions, kept: number | null): void {
    const { view, theme, step, height } = options;
    this.root.dataset['theme'] = theme === 'auto' ? pageTheme(host) : theme;
    if (matchMedia('(prefers-contrast: more)').matches) this.root.dataset['contrast'] = 'more';
    this.code.hidden = view !== 'graph+code';
    this.body.hidden = view === 'sentence';
    if (view === 'graph+code' && this.waiting.isConnected) this.code.append(this.waiting);
    this.steps.hidden = step === null;
    const width = host.clientWidth;
    const high = `${height ?? kept ?? heightFor(text, view, step !== null, width > 0 && width < narrow)}px`;
    // Words alone are never cut: a picture can be drawn smaller, a sentence cannot.
    this.root.style.height = view === 'sentence' ? '' : high;
    this.root.style.minHeight = view === 'sentence' ? high : '';
  }

  /** Says its own words in a language. */
  speak(tag: string, say: Say): void {
    this.root.lang = tag;
    this.root.setAttribute('aria-label', say('Dockerfile graph'));
    this.back.setAttribute('aria-label', say('Previous step'));
    this.forth.setAttribute('aria-label', say('Next step'));
    this.explore.textContent = say('Explore');
    this.link.textContent = say('Open in the playground');
  }

  /** Pixels for the picture. */
  room(): { readonly width: number; readonly height: number } {
    return { width: this.stage.clientWidth, height: this.stage.clientHeight };
  }

  /** Narrow, and higher than it is wide: the picture reads down. */
  portrait(): boolean {
    const { clientWidth, clientHeight } = this.stage;
    return clientWidth > 0 && clientWidth < narrow && clientHeight > clientWidth;
  }

  /** The picture, table or live graph; `still`: a button below it brings it to life. */
  show(content: Node, still: boolean): void {
    this.stage.replaceChildren(content);
    this.explore.hidden = !still;
  }

  say(text: string, problem: boolean): void {
    this.message.textContent = text;
    this.message.classList.toggle('problem', problem);
  }
}
