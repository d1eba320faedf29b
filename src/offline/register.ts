// Starts the service worker once the page stands, and says when a new version is there.

/** Said to a waiting worker. */
export const TAKE_OVER = 'take over';

/** `onnewer` gets what puts the newer version in place; the page reloads then. A browser that forbids workers goes without. */
export async function keepForOffline(onnewer: (use: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  const { serviceWorker } = navigator;
  const address = new URL('sw.js', document.baseURI);
  // Blocked by the person, a sandbox or a private window: the page needs it for nothing but being offline.
  const registration = await serviceWorker.register(address).catch(() => null);
  if (!registration) return;
  const use = (): void => {
    serviceWorker.addEventListener('controllerchange', () => {
      location.reload();
    });
    registration.waiting?.postMessage(TAKE_OVER);
  };
  const tell = (): void => {
    // Without a controller this is the first visit, and nothing is newer than what is on screen.
    if (registration.waiting && serviceWorker.controller) onnewer(use);
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
}
