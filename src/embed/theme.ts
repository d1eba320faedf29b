// `auto`: dark where the page is dark. The page is asked by what a reader sees, the ground behind the embed, so that it works whatever
// attribute or class a theme switch sets; where nothing is painted, the page's colour scheme and then the system decide.

const watchers = new Set<() => void>();
let watching = false;

/** Perceived lightness, 0–1, of a computed colour; `null` for one that shows what is behind. */
function lightness(colour: string): number | null {
  const parts = /^rgba?\(([^)]+)\)$/
    .exec(colour)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  if (!parts) return null;
  const [r = 255, g = 255, b = 255, alpha = 1] = parts;
  return alpha < 0.5 ? null : (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

export function pageTheme(element: Element): 'light' | 'dark' {
  for (let up: Element | null = element; up; up = up.parentElement) {
    const light = lightness(getComputedStyle(up).backgroundColor);
    if (light !== null) return light < 0.45 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const systemDark = matchMedia('(prefers-color-scheme: dark)').matches;
  if (scheme.includes('dark')) return scheme.includes('light') && !systemDark ? 'light' : 'dark';
  return 'light';
}

/** Calls when the page may have changed its theme or its language, or the system its theme. Answers how to stop. */
export function watchPage(changed: () => void): () => void {
  watchers.add(changed);
  if (!watching) {
    watching = true;
    const tell = (): void => {
      // A theme switch often fades: look once it has begun and once it is over.
      for (const each of watchers) each();
      setTimeout(() => {
        for (const each of watchers) each();
      }, 400);
    };
    const observer = new MutationObserver(tell);
    for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
  }
  return () => watchers.delete(changed);
}
