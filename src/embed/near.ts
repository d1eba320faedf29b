// Calls once when an element comes near the viewport; one observer for all embeds of a page.

/** Pixels around the window that count as near. */
const MARGIN = 400;

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | null = null;
let fresh: Element[] = [];

function near(element: Element): void {
  const call = waiting.get(element);
  forget(element);
  call?.();
}

/** The observer tells of a first place only after the page has been painted; those in sight at once need not wait for that. */
function lookAtFresh(): void {
  const looked = fresh.filter((element) => waiting.has(element));
  fresh = [];
  // All are measured before any of them changes: the page is laid out once.
  const places = looked.map((element) => element.getBoundingClientRect());
  looked.forEach((element, i) => {
    const place = places[i];
    if (place && place.width > 0 && place.bottom > -MARGIN && place.top < innerHeight + MARGIN) near(element);
    else observer?.observe(element);
  });
}

export function whenNear(element: Element, call: () => void): void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) near(target);
    },
    { rootMargin: `${MARGIN}px` },
  );
  waiting.set(element, call);
  if (fresh.push(element) === 1) queueMicrotask(lookAtFresh);
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
