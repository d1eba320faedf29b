// Paste anywhere on the page: output of docker and tools like it is taken as measured sizes. What is pasted into the
// editor stays what it is; there, the person is only asked.

import type { App } from './app.svelte';

/** Worth a closer look: such output begins with its titles, or as JSON. Costs next to nothing for anything else. */
export const mayMeasure = (text: string): boolean =>
  /^\s*[[{]/.test(text) ||
  /CREATED BY\s+SIZE|REPOSITORY\s+TAG|DISK USAGE/.test(text.slice(0, 4_000).replaceAll('\u00a0', ' '));

export function takePaste(app: App, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!mayMeasure(text) || !(event.target instanceof Element)) return;
  const before = app.state.text;
  if (event.target.closest('[role="dialog"]')) return;
  const field = event.target.closest('input, textarea, [contenteditable], [role="textbox"]');
  const inEditor = event.target.closest('[role="group"][aria-label="Editor"]') !== null;
  if (field && !inEditor) return;
  void import('./measured/given').then(({ offer, take }) => {
    if (inEditor) offer(app, text, before);
    else take(app, text);
  });
}
