// Type as large as its box allows, between two sizes: measured, as only the browser knows how words wrap.

const STEPS = 8;

/**
 * An attachment that sets `--fit` on its element, from 1 (largest) down to 0 (smallest), until nothing overflows; `text` is read so that
 * it measures again whenever the words change.
 */
export const fitted =
  (text: () => unknown) =>
  (node: HTMLElement): (() => void) => {
    const measure = (): void => {
      for (let part = STEPS; part >= 0; part--) {
        node.style.setProperty('--fit', String(part / STEPS));
        if (node.scrollHeight <= node.clientHeight + 1) break;
      }
    };
    const watch = new ResizeObserver(measure);
    watch.observe(node);
    $effect(() => {
      text();
      measure();
    });
    return () => {
      watch.disconnect();
    };
  };
