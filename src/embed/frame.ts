// The framed form, `…/?embed#…`: one element that fills the page, its options in the hash, driven and heard by messages.
// Commands are taken only from the window around; `allow=https://docs.example.org` in the hash names the one origin it may have.

import type { DockerfilePlayground } from './element';
import type { StepDetail } from './presenter';
import { readCommand, readOrigin, toMessage, type Announcement } from './protocol';

/** `#<snapshot>&view=graph&theme=dark&build-arg:VERSION=2` */
function hashOptions(hash: string): { snapshot: string; options: URLSearchParams } {
  const [snapshot = '', ...rest] = hash.replace(/^#/, '').split('&');
  return { snapshot, options: new URLSearchParams(rest.join('&')) };
}

const NAMES = /^(view|theme|target|platform|step|editable|height|lang|build-arg:[A-Za-z_]\w*)$/;

function startFrame(place: HTMLElement): void {
  const { snapshot, options } = hashOptions(location.hash);
  const allowed = readOrigin(options.get('allow'));
  const graph = document.createElement('dockerfile-playground') as DockerfilePlayground;
  for (const [name, value] of options) if (NAMES.test(name)) graph.setAttribute(name, value);
  if (snapshot !== '') graph.setAttribute('snapshot', snapshot);
  document.body.style.margin = '0';

  const announce = (message: Announcement): void => {
    if (parent !== window) parent.postMessage(toMessage(message), allowed ?? '*');
  };
  let ready = false;
  graph.addEventListener('analysis', () => {
    const { analysis } = graph;
    const stages = analysis?.build.stages.map(({ label }) => label).join(', ');
    const root = graph.shadowRoot?.querySelector<HTMLElement>('.root');
    const name = root?.ariaLabel ?? 'Dockerfile graph';
    document.title = stages ? `${name}: ${stages}` : name;
    document.documentElement.lang = root?.lang ?? 'en';
    if (!ready) announce({ type: 'ready', steps: graph.steps });
    ready = true;
  });
  graph.addEventListener('step', (event) => {
    announce({ type: 'step', ...(event as CustomEvent<StepDetail>).detail });
  });
  graph.addEventListener('select', (event) => {
    const detail: unknown = (event as CustomEvent<unknown>).detail;
    if (detail && typeof detail === 'object' && 'element' in detail) {
      announce({ type: 'select', element: detail.element as Extract<Announcement, { type: 'select' }>['element'] });
    }
  });
  new ResizeObserver(() => {
    const height = Math.ceil(graph.getBoundingClientRect().height);
    if (height > 0) announce({ type: 'height', height });
  }).observe(graph);

  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== parent || parent === window) return;
    if (allowed !== null && event.origin !== allowed) return;
    const command = readCommand(event.data);
    if (command?.kind === 'theme') graph.setAttribute('theme', command.theme);
    else if (command?.kind === 'source') graph.source = command.source;
    else if (command?.kind === 'step') {
      if (command.step === 'next') graph.next();
      else if (command.step === 'previous') graph.previous();
      else graph.step = command.step === 0 ? null : command.step;
    }
  });
  place.replaceChildren(graph);
}

// At run time, not by the bundler: `embed.js` must stay the one file that knows its own address.
const element = import.meta.env.DEV ? './embed.ts' : '../embed.js';
await import(/* @vite-ignore */ new URL(element, import.meta.url).href);
const place = document.getElementById('app');
if (place) startFrame(place);
