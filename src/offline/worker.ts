// The service worker: after one visit every file of the site is kept, and the page works with the network unplugged. A new version is
// fetched beside the old one and takes over at the next visit, or when the person says so; never under somebody's hands.

import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { TAKE_OVER } from './register';

/** Every file of the site, written in by config/offline-build.ts. */
declare const SITE_FILES: readonly PrecacheEntry[];

cleanupOutdatedCaches();
// `?embed` and the like choose a face of the same page.
precacheAndRoute([...SITE_FILES], { ignoreURLParametersMatching: [/./], cleanURLs: false });

self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void (self as unknown as { skipWaiting(): Promise<void> }).skipWaiting();
});
