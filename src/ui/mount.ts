import { mount } from 'svelte';
import './page.css';
import Playground from './Playground.svelte';

export function mountPlayground(target: HTMLElement): void {
  mount(Playground, { target });
}
