// The service worker: after one visit every file of the site is kept, and the page works with the network unplugged. A new version is
// fetched beside the old one and takes over at the next visit, or when the person says so; never under somebody's hands.

import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { TAKE_OVER } from './register';

/** Every file of the site, written in by config/offline-build.ts. */
declare const SITE_FILES: readonly PrecacheEntry[];

/** What TypeScript's types for pages do not say of a worker's own scope. */
interface WorkerScope {
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
  };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
}
const scope = self as unknown as WorkerScope;

cleanupOutdatedCaches();
// `?embed` and the like choose a face of the same page.
precacheAndRoute([...SITE_FILES], { ignoreURLParametersMatching: [/./], cleanURLs: false });

// The very first visit, too, may lose its network: what it has not opened yet comes from what is kept.
self.addEventListener('activate', (event) => {
  (event as Event & { waitUntil(work: Promise<void>): void }).waitUntil(scope.clients.claim());
});

/** Another window, where a talk may be going on, would lose the files of its version. */
async function takeOver(answer: MessagePort | undefined): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const alone = windows.filter(({ url }) => url.startsWith(scope.registration.scope)).length < 2;
  answer?.postMessage(alone);
  if (alone) await scope.skipWaiting();
}

self.addEventListener('message', ({ data, ports }) => {
  if (data === TAKE_OVER) void takeOver(ports[0]);
});
