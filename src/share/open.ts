// What a link opens: the state of the page, and the place in a talk where it leads to one. A step of the other Dockerfile of a comparison is
// told by that one's own `step`.

import { decode } from './codec';
import type { Snapshot } from './snapshot';

export type Opened =
  | {
      readonly ok: true;
      readonly snapshot: Snapshot;
      /** `side`: 0 the other Dockerfile, 1 this one. `step` is 1-based. */
      readonly talk: { readonly step: number; readonly side: 0 | 1 } | null;
    }
  | { readonly ok: false; readonly message: string };

const withoutStep = (snapshot: Snapshot): Snapshot =>
  Object.fromEntries(
    Object.entries(snapshot)
      .filter(([key]) => key !== 'step')
      .map(([key, value]) => [key, key === 'compare' ? withoutStep(value as Snapshot) : value]),
  ) as unknown as Snapshot;

/** Never throws; says for a person what is wrong with a link that does not open. */
export function openLink(code: string): Opened {
  const decoded = decode(code);
  if (!decoded.ok) return decoded;
  const { step, compare } = decoded.snapshot;
  const other = compare?.step;
  const talk =
    step !== undefined ? { step, side: 1 as const } : other !== undefined ? { step: other, side: 0 as const } : null;
  return { ok: true, snapshot: withoutStep(decoded.snapshot), talk };
}

/** The state as a link to a step of one of the sides has it. */
export function atStep(snapshot: Snapshot, step: number, side: 0 | 1): Snapshot {
  const { compare } = snapshot;
  return side === 0 && compare ? { ...snapshot, compare: { ...compare, step } } : { ...snapshot, step };
}
