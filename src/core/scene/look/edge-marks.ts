// Look: edges and their labels as marks. Four kinds, told apart without colour: FROM is one solid line, COPY --from a
// ribbon with a line in it, COPY --from an image a hollow ribbon, a mount dashed with an open head. A missing origin is
// dotted and ends in a cross.

import { arrow, label as m } from '../measures';
import type { Edge, EdgeLabel } from '../scene';
import { path, rect, text } from './mark';
import type { Mark } from './mark';

/** A point `along` the arrow's way behind its tip and `aside` from it. */
function behind({ tip, heading }: Edge, along: number, aside: number): string {
  if (heading === 'down') return `${tip.x + aside} ${tip.y - along}`;
  return `${heading === 'right' ? tip.x - along : tip.x + along} ${tip.y + aside}`;
}

function head(edge: Edge): Mark {
  const { kind, width } = edge;
  const half = Math.max(5, Math.min(11, width / 2 + 3));
  const at = (along: number, aside: number): string => behind(edge, along, aside);
  if (kind === 'mount') return path('head', `M${at(arrow - 2, -5)}L${at(1, 0)}L${at(arrow - 2, 5)}`, 2);
  if (kind === 'missing') return path('head', `M${at(arrow, -4)}L${at(2, 4)}M${at(2, -4)}L${at(arrow, 4)}`, 2);
  return path('head', `M${at(arrow, -half)}L${at(0, 0)}L${at(arrow, half)}z`);
}

export function edgeMarks(edge: Edge): Mark[] {
  const { kind, width, path: d } = edge;
  switch (kind) {
    case 'copy':
      return [
        path(edge.unknown ? 'hollow unknown' : 'soft-ribbon', d, edge.unknown ? 1 : Math.max(4, width)),
        path('core', d),
        head(edge),
      ];
    case 'external':
      return [path('hollow', d, Math.max(6, width)), path('hollow-inside', d, Math.max(6, width) - 3.4), head(edge)];
    case 'missing':
      return [path('way', d, 2.5), head(edge)];
    default:
      return [path('way', d, width), head(edge)];
  }
}

/** An edge of a graph seen from so far that a ribbon is a line. */
export const edgeOverview = ({ kind, width, path: d }: Edge): Mark[] => [
  path(kind === 'copy' || kind === 'external' ? 'core wide' : 'way', d, Math.max(4, width)),
];

/** A label, its corner at 0,0. */
export function labelMarks(label: EdgeLabel, kind: Edge['kind']): Mark[] {
  const plain = kind === 'mount';
  return [
    rect(plain ? 'chip plain' : 'chip', 0.5, 0.5, label.width - 1, label.height - 1, 6),
    ...label.lines.map((line, nth) =>
      text(
        `${line.role === 'path' ? 'm' : 'l'} ${plain ? 's' : 'carried-text'}`,
        m.padding,
        m.top + 12.5 + nth * m.line,
        line.text,
      ),
    ),
  ];
}
