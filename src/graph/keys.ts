// Which key does what on the graph. Keys not named here are left to the page.
import type { Direction } from './walk';

export type KeyAction =
  | { readonly kind: 'walk'; readonly direction: Direction }
  | { readonly kind: 'go' | 'fold' | 'clear' | 'size' }
  | { readonly kind: 'view'; readonly to: 'fit' | 'closer' | 'farther' };

const keys: Readonly<Record<string, KeyAction>> = {
  ArrowUp: { kind: 'walk', direction: 'up' },
  ArrowDown: { kind: 'walk', direction: 'down' },
  ArrowLeft: { kind: 'walk', direction: 'left' },
  ArrowRight: { kind: 'walk', direction: 'right' },
  Home: { kind: 'walk', direction: 'first' },
  End: { kind: 'walk', direction: 'last' },
  Enter: { kind: 'go' },
  ' ': { kind: 'fold' },
  s: { kind: 'size' },
  Escape: { kind: 'clear' },
  '+': { kind: 'view', to: 'closer' },
  '=': { kind: 'view', to: 'closer' },
  '-': { kind: 'view', to: 'farther' },
  '0': { kind: 'view', to: 'fit' },
};

export function keyAction({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): KeyAction | null {
  return ctrlKey || metaKey || altKey ? null : (keys[key] ?? null);
}
