// The messages between a framed embed and the page around it, checked field by field. The table for authors is in public/embeds.html.

import type { ElementId } from '../core';

const PREFIX = 'dockerfile-playground:';

export type Command =
  | { readonly kind: 'step'; readonly step: number | 'next' | 'previous' }
  | { readonly kind: 'theme'; readonly theme: 'auto' | 'light' | 'dark' }
  | { readonly kind: 'source'; readonly source: string };

export type Announcement =
  | { readonly type: 'ready'; readonly steps: number }
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'step'; readonly step: number; readonly steps: number; readonly sentence: string }
  | { readonly type: 'select'; readonly element: ElementId | null };

/** UTF-16 units; as far as a link goes. */
const MAX_SOURCE = 1_000_000;

const own = (data: object, key: string): unknown =>
  Object.hasOwn(data, key) ? (data as Record<string, unknown>)[key] : undefined;

/** The command in a message's data; `null` for everything else, of which any page gets plenty. */
export function readCommand(data: unknown): Command | null {
  if (typeof data !== 'object' || data === null) return null;
  switch (own(data, 'type')) {
    case `${PREFIX}step`: {
      const step = own(data, 'step');
      if (step === 'next' || step === 'previous') return { kind: 'step', step };
      return typeof step === 'number' && Number.isSafeInteger(step) && step >= 0 ? { kind: 'step', step } : null;
    }
    case `${PREFIX}theme`: {
      const theme = own(data, 'theme');
      return theme === 'auto' || theme === 'light' || theme === 'dark' ? { kind: 'theme', theme } : null;
    }
    case `${PREFIX}source`: {
      const source = own(data, 'source');
      return typeof source === 'string' && source.length <= MAX_SOURCE ? { kind: 'source', source } : null;
    }
    default:
      return null;
  }
}

export const toMessage = ({ type, ...rest }: Announcement): object => ({ type: PREFIX + type, ...rest });

/** The origin in the frame's `allow=` option; `null` when it is absent or none. */
export function readOrigin(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { origin } = new URL(text);
  return origin === 'null' ? null : origin;
}
