// How things come and go: they grow in and fade out, fast; not at all with reduced motion.
import { cubicOut } from 'svelte/easing';
import type { TransitionConfig } from 'svelte/transition';

/** `calm`: no motion in any case. */
export function appear({ ownerDocument }: Element, calm: boolean): TransitionConfig {
  const still = calm || (ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true);
  return { duration: still ? 0 : 180, easing: cubicOut, css: (t) => `opacity:${t}` };
}
