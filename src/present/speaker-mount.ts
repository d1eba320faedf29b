import { mount } from 'svelte';
import Speaker from './Speaker.svelte';

/** The speaker's window of the talk that the address names. */
export function mountSpeaker(target: HTMLElement, talk: string): void {
  document.documentElement.classList.add('speaker');
  mount(Speaker, { target, props: { talk } });
}
