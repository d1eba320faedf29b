// Exports: the graph as a Mermaid flowchart, for places that draw those (GitHub, GitLab, most wikis).
// Ids are our own (`s0`, `i0`), so no name can be a keyword; names only ever stand inside quotes.

import type { Analysis } from '../../analysis';
import type { Edge } from '../scene';

/** Mermaid reads quotes, `#` and angle brackets inside a quoted label; its own entities do not. */
const quoted = (text: string): string =>
  `"${text.replace(/[#"<>&`\\[\]{}|]/g, (char) => `#${char.codePointAt(0) ?? 35};`).replace(/\s+/g, ' ')}"`;

const arrows: Readonly<Record<Edge['kind'], string>> = {
  from: '-->',
  copy: '==>',
  external: '==>',
  mount: '-.->',
  missing: '-.-x',
};

export function toMermaid({ scene }: Analysis): string {
  const ids = new Map<string, string>();
  const lines = ['flowchart LR'];
  scene.images.forEach((image, nth) => {
    ids.set(image.id, `i${nth}`);
    const kind = image.kind === 'missing' ? ':::missing' : ':::image';
    lines.push(`  i${nth}(${quoted(`${image.full} · ${image.subtitle}`)})${kind}`);
  });
  for (const card of scene.cards) {
    const id = `s${card.stage}`;
    ids.set(card.id, id);
    const kind = card.target ? ':::target' : card.fate === 'not-built' ? ':::unbuilt' : ':::stage';
    lines.push(`  ${id}[${quoted([card.fullTitle, card.total].filter(Boolean).join(' · '))}]${kind}`);
  }
  for (const edge of scene.edges) {
    const from = ids.get(edge.kind === 'missing' ? edge.id : edge.from);
    const to = ids.get(edge.to);
    if (from === undefined || to === undefined) continue;
    const words = edge.label?.lines.map(({ text }) => text).join(' ') ?? '';
    lines.push(`  ${from} ${arrows[edge.kind]}${words === '' ? '' : `|${quoted(words)}|`} ${to}`);
  }
  lines.push(
    '  classDef image fill:#edf0f5,stroke:#6b778b,color:#1b2430',
    '  classDef stage fill:#ffffff,stroke:#838e9d,color:#1b2430',
    '  classDef target fill:#e8f5ee,stroke:#125c3a,stroke-width:2px,color:#1b2430',
    '  classDef unbuilt fill:#fafaf8,stroke:#838e9d,stroke-dasharray:5 4,color:#566273',
    '  classDef missing fill:#fdeeec,stroke:#b3261e,stroke-dasharray:5 4,color:#b3261e',
  );
  return `${lines.join('\n')}\n`;
}
