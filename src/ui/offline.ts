// Keeps the site for visits without a network, once everything else is there; what is new is told in the page, under a talk.

import { keepForOffline } from '../offline/register';
import type { PlaygroundState } from '../state/playground.svelte';

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 10_000 });
    else setTimeout(resolve, 1_000);
  });

export async function keepSite(state: PlaygroundState): Promise<void> {
  await idle();
  await keepForOffline((use) => {
    const label = 'Use it now';
    const run = (): void => {
      void use().then((done) => {
        if (!done)
          state.notice = {
            tone: 'info',
            text: 'The new version comes when the other windows of this page are closed. A talk may be going on there.',
          };
      });
    };
    state.notice ??= {
      tone: 'info',
      text: 'A new version of this page is ready. It comes with your next visit.',
      action: { label, run },
    };
  });
}
