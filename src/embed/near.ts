// Calls once when an element comes near the viewport; one observer for all embeds of a page.

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | null = null;

export function whenNear(element: Element, call: () => void): void {
  observer ??= new IntersectionObserver(
    (entries, own) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        own.unobserve(target);
        waiting.get(target)?.();
        waiting.delete(target);
      }
    },
    { rootMargin: '400px' },
  );
  waiting.set(element, call);
  observer.observe(element);
}

export function forget(element: Element): void {
  waiting.delete(element);
  observer?.unobserve(element);
}

/** Whether a change of height would move what the reader sees: something was painted, and the element stands in or above the window. */
export function inSight(element: Element): boolean {
  if (performance.getEntriesByName('first-paint').length === 0) return false;
  return element.getBoundingClientRect().top < innerHeight;
}
