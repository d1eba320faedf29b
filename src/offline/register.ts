// Starts the service worker, and says when a newer version of the site is there.

/** Asked of a waiting worker; it answers by the port that comes along whether it does. */
export const TAKE_OVER = 'take over';

/** Puts the newer version in place and reloads the page; `false` when another window of the site still needs the old one. */
type UseNewer = () => Promise<boolean>;

/** A browser that forbids workers goes without. */
export async function keepForOffline(onnewer: (use: UseNewer) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  // A frame in somebody else's page leaves nothing behind.
  if (window.parent !== window) return;
  // Who pays by the megabyte has asked for no more than is needed.
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  const { serviceWorker } = navigator;
  const address = new URL('sw.js', document.baseURI);
  // Blocked by the person, a sandbox or a private window: the page needs it for nothing but being offline.
  const registration = await serviceWorker.register(address).catch(() => null);
  if (!registration) return;
  const use: UseNewer = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<boolean>) => {
        resolve(data);
      };
      serviceWorker.addEventListener('controllerchange', () => {
        location.reload();
      });
      registration.waiting?.postMessage(TAKE_OVER, [port2]);
    });
  const tell = (): void => {
    // Without a controller this is the first visit, and nothing is newer than what is on screen.
    if (registration.waiting && serviceWorker.controller) onnewer(use);
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
}
