// Work that can wait until the person sees what they have just typed: a second thread at work slows the painting on a small machine.

/** Milliseconds after which it is done all the same: a page in the background paints nothing. */
const LATEST = 100;

/** Runs once the next frame is painted. Answers how to call it off. */
export function afterPaint(run: () => void): () => void {
  let waits = true;
  const once = (): void => {
    if (!waits) return;
    waits = false;
    run();
  };
  setTimeout(once, LATEST);
  // A task that is queued while a frame is prepared runs behind its painting.
  requestAnimationFrame(() => setTimeout(once));
  return () => {
    waits = false;
  };
}
