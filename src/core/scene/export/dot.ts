// Exports: the graph in Graphviz's DOT language. Ribbons keep their width; every text stands inside quotes.

import type { Analysis } from '../../analysis';
import type { Edge } from '../scene';

/** Inside quotes DOT reads a backslash and a quote; control characters have no place in it. */
const quoted = (text: string): string =>
  `"${text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\\"]/g, '\\$&')}"`;

const styles: Readonly<Record<Edge['kind'], string>> = {
  from: 'color="#6b778b", penwidth=2',
  copy: 'color="#d06a06"',
  external: 'color="#d06a06:white:#d06a06"',
  mount: 'color="#6b778b", style=dashed, arrowhead=open',
  missing: 'color="#b3261e", style=dotted, arrowhead=tee',
};

export function toDot({ scene }: Analysis): string {
  const lines = [
    'digraph dockerfile {',
    '  rankdir=LR;',
    '  node [shape=box, style="rounded,filled", fillcolor=white, color="#838e9d", fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
  ];
  const named = (id: string): string => quoted(id);
  for (const image of scene.images) {
    const look =
      image.kind === 'missing' ? 'style="rounded,dashed", color="#b3261e"' : 'fillcolor="#edf0f5", color="#6b778b"';
    lines.push(`  ${named(image.id)} [label=${label(image.full, image.subtitle)}, ${look}];`);
  }
  for (const card of scene.cards) {
    const look = card.target
      ? ', color="#125c3a", penwidth=2'
      : card.fate === 'not-built'
        ? ', style="rounded,dashed"'
        : '';
    lines.push(`  ${named(card.id)} [label=${label(card.fullTitle, card.total)}${look}];`);
  }
  for (const edge of scene.edges) {
    const carries = edge.kind === 'copy' || edge.kind === 'external';
    const parts = [
      styles[edge.kind],
      ...(carries ? [`penwidth=${edge.width / 3 > 1 ? (edge.width / 3).toFixed(1) : '1'}`] : []),
    ];
    if (edge.label) parts.push(`label=${label(...edge.label.lines.map(({ text }) => text))}`);
    lines.push(`  ${named(edge.kind === 'missing' ? edge.id : edge.from)} -> ${named(edge.to)} [${parts.join(', ')}];`);
  }
  return `${lines.join('\n')}\n}\n`;
}

/** Lines of a label, broken by DOT's own `\n`. */
const label = (...rows: readonly string[]): string =>
  `"${rows
    .filter((row) => row !== '')
    .map((row) => quoted(row).slice(1, -1))
    .join('\\n')}"`;
