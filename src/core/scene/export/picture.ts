// Exports: an analysis as the SVG file of its picture, titled by its sentence and described by its outline.

import type { Analysis } from '../../analysis';
import { outline } from '../../explain/outline';
import type { OutlineNode } from '../../explain/outline';
import { signatureText } from '../../explain/sentence';
import { toSvg } from './svg';

/** The outline as indented lines. */
export function outlineText(node: OutlineNode, depth = 0): string {
  const own = `${'  '.repeat(depth)}${node.text}\n`;
  return own + node.children.map((child) => outlineText(child, depth + 1)).join('');
}

export function picture(analysis: Analysis, theme?: 'light' | 'dark'): string {
  return toSvg({
    scene: analysis.scene,
    title: signatureText(analysis.sentence) || 'A Dockerfile without a stage',
    description: outlineText(outline(analysis)).trimEnd(),
    source: analysis.build.file.text,
    ...(theme ? { theme } : {}),
  });
}
