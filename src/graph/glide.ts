// A view that glides to another instead of jumping, so that a person sees where it went. None with reduced motion.
import type { View } from './view';

const duration = 220;

const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Calls `show` with views from `from` to `to`; returns what stops it. */
export function glide(from: View, to: View, show: (view: View) => void): () => void {
  if (still() || document.hidden) {
    show(to);
    return () => undefined;
  }
  const start = performance.now();
  let frame = 0;
  const tick = (now: number): void => {
    const t = Math.min(1, Math.max(0, (now - start) / duration));
    const eased = t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
    // The scale in equal ratios, the place in step with it.
    const k = from.k * (to.k / from.k) ** eased;
    const share = from.k === to.k ? eased : (k - from.k) / (to.k - from.k);
    show({ k, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
    if (t < 1) frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  return () => {
    cancelAnimationFrame(frame);
  };
}
