// A finger drawn sideways goes on or back. Two fingers are left to the browser, for zooming.

const LEAST = 48;

export const swipes =
  (onswipe: (way: 'next' | 'previous') => void) =>
  (node: HTMLElement): (() => void) => {
    let from: { readonly x: number; readonly y: number } | null = null;
    const down = (event: TouchEvent): void => {
      const [touch] = event.touches;
      from = touch && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
    };
    const up = (event: TouchEvent): void => {
      const [touch] = event.changedTouches;
      if (!from || !touch) return;
      const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y];
      from = null;
      if (Math.abs(dx) < LEAST || Math.abs(dx) < 1.5 * Math.abs(dy)) return;
      // The click that would follow is no tap.
      event.preventDefault();
      onswipe(dx < 0 ? 'next' : 'previous');
    };
    node.addEventListener('touchstart', down, { passive: true });
    node.addEventListener('touchend', up);
    return () => {
      node.removeEventListener('touchstart', down);
      node.removeEventListener('touchend', up);
    };
  };
