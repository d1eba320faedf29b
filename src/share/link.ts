// Links: a snapshot in the address's hash, which browsers never send to a server.

import { encode } from './codec';
import type { Snapshot } from './snapshot';

/** The address of this page with the snapshot in it. */
export function linkTo(snapshot: Snapshot, page: string): string {
  return `${page.replace(/#.*$/, '')}#${encode(snapshot)}`;
}

/** What would cut a link of this length, from what chat programs and mail are known to do; `null` when nothing would. */
export function lengthWarning(length: number): string | null {
  if (length > 32_000) return 'Most programs cut links this long. Send the Dockerfile as a file instead.';
  if (length > 4_000) return 'Many chat and mail programs cut links beyond 4,000 characters.';
  if (length > 2_000) return 'Some chat programs cut links beyond 2,000 characters.';
  return null;
}
