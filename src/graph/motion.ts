// How things come and go: they grow in and fade out, fast; not at all with reduced motion.
import { cubicOut } from 'svelte/easing';
import type { TransitionConfig } from 'svelte/transition';

export function appear({ ownerDocument }: Element): TransitionConfig {
  const still = ownerDocument.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true;
  return { duration: still ? 0 : 180, easing: cubicOut, css: (t) => `opacity:${t}` };
}
