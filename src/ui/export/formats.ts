// The exports as the page offers them: each made from the analysis on screen by the function `npm run render` uses, so
// that both write the same bytes. Fetched with the Export dialog, never with the first view.

import { draw, picture, toDot, toJson, toMarkdown, toMermaid } from '../../core';
import type { Analysis, Direction } from '../../core';

export type TextFormat = 'svg' | 'mmd' | 'dot' | 'md' | 'json';

interface Format {
  /** The file's ending. */
  readonly id: TextFormat;
  readonly name: string;
  /** What it is good for, in half a line. */
  readonly use: string;
  readonly type: string;
  readonly make: (analysis: Analysis) => string;
}

/** The analysis with its picture reading a chosen way, whatever the window it was made in. */
export function turned(analysis: Analysis, direction: Direction, unfolded: readonly number[]): Analysis {
  if (analysis.scene.direction === direction) return analysis;
  const { build, size, problems } = analysis;
  return { ...analysis, scene: draw(build, size, problems, { direction, unfolded }) };
}

export const SVG: Format = {
  id: 'svg',
  name: 'SVG',
  use: 'Stands alone, light and dark; dropped on this page it opens the Dockerfile again',
  type: 'image/svg+xml',
  make: (analysis) => picture(analysis),
};

export const FORMATS: readonly Format[] = [
  SVG,
  {
    id: 'mmd',
    name: 'Mermaid',
    use: 'A flowchart for GitHub, GitLab and most wikis',
    type: 'text/plain',
    make: toMermaid,
  },
  { id: 'dot', name: 'DOT', use: 'For Graphviz', type: 'text/vnd.graphviz', make: toDot },
  {
    id: 'md',
    name: 'Markdown',
    use: 'The sentence, a table of the stages and the flowchart',
    type: 'text/markdown',
    make: toMarkdown,
  },
  { id: 'json', name: 'JSON', use: 'All that is known, for other programs', type: 'application/json', make: toJson },
];

/** What the files are called, before the ending. */
export const FILE_NAME = 'dockerfile-graph';
