// Scene: breaking a sentence into lines that fit, at blanks; what does not fit into the last line ends in an ellipsis.

import { fit, textWidth } from './text-width';
import type { Face } from './text-width';

export function wrap(text: string, face: Face, size: number, max: number, most: number): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, face, size) <= max) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      lines.push(fit([line, ...words.slice(index)].join(' '), face, size, max));
      return lines;
    }
    lines.push(fit(line, face, size, max));
    line = word;
  }
  if (line !== '') lines.push(fit(line, face, size, max));
  return lines;
}
