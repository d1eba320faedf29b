// Paste anywhere on the page: output of docker and tools like it is taken as measured sizes. What is pasted into the
// editor stays what it is; there, the person is only asked.

import type { App } from './app.svelte';

/** Worth a closer look: such output begins with its titles, or as JSON. Costs next to nothing for anything else. */
export const mayMeasure = (text: string): boolean =>
  /^\s*[[{]/.test(text) ||
  /CREATED BY\s+SIZE|REPOSITORY\s+TAG|DISK USAGE/.test(text.slice(0, 4_000).replaceAll('\u00a0', ' '));

/** `place`: where it was pasted; `before`: the Dockerfile at that moment. */
export function takePaste(app: App, text: string, place: EventTarget | null, before: string): void {
  if (!mayMeasure(text) || !(place instanceof Element)) return;
  if (place.closest('[role="dialog"]')) return;
  const field = place.closest('input, textarea, [contenteditable], [role="textbox"]');
  const inEditor = place.closest('[role="group"][aria-label="Editor"]') !== null;
  if (field && !inEditor) return;
  void import('./measured/given').then(({ offer, take }) => {
    if (inEditor) offer(app, text, before);
    else take(app, text);
  });
}
