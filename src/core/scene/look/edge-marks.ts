// Look: edges and their labels as marks. Four kinds, told apart without colour: FROM is one solid line, COPY --from a
// ribbon with a line in it, COPY --from an image a hollow ribbon, a mount dashed with an open head. A missing origin is
// dotted and ends in a cross.

import { arrow, label as m } from '../measures';
import type { Edge, EdgeLabel } from '../scene';
import { path, rect, text } from './mark';
import type { Mark } from './mark';

function head({ kind, tip, width }: Edge): Mark {
  const half = Math.max(5, Math.min(11, width / 2 + 3));
  const back = tip.x - arrow;
  if (kind === 'mount')
    return path('head', `M${back + 2} ${tip.y - 5}L${tip.x - 1} ${tip.y}L${back + 2} ${tip.y + 5}`, 2);
  if (kind === 'missing') return path('head', `M${back} ${tip.y - 4}l8 8m0 -8l-8 8`, 2);
  return path('head', `M${back} ${tip.y - half}L${tip.x} ${tip.y}L${back} ${tip.y + half}z`);
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
