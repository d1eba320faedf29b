// Keys that hold anywhere on the page.

import type { App } from './app.svelte';

export function pageKey(app: App, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || app.overlay) return;
  if (event.key === 'F9') {
    event.preventDefault();
    app.present();
  }
  // In the editor, a dialog or a menu Escape has a nearer meaning.
  const nearer = event.target instanceof Element && event.target.closest('.editor, [role="dialog"], [role="menu"]');
  if (event.key === 'Escape' && !nearer) app.selection.choose(null);
}
