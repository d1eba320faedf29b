// Model: where COPY, ADD or a mount takes its files from, as the build shows it. In: the node it was linked to. Out: an
// Origin; a base image's reference doubles as its id.

import { imageId } from '../element';
import type { Origin } from './build';
import type { Node, Unresolved } from './node';
import { isNode } from './node';

export function originOf(source: Node | Unresolved, written: string): Origin {
  if (!isNode(source)) return { kind: 'broken', written, why: source.why };
  if (source.from)
    return { kind: 'stage', stage: source.index, written, by: /^[+-]?\d+$/.test(written) ? 'index' : 'name' };
  if (source.base === 'scratch') return { kind: 'scratch', written };
  if (source.reference === null) return { kind: 'broken', written, why: source.broken ?? '' };
  return { kind: 'image', id: imageId(source.reference), written, reference: source.reference };
}
