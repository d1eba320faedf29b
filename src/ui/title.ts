// The page's title follows the Dockerfile, so that a tab, a bookmark and a shared link say what is in it.

import { formatTotal, type Analysis } from '../core';

const NAME = 'Dockerfile Playground';

export function titleFor(analysis: Analysis | null): string {
  if (!analysis || analysis.build.target === null) return NAME;
  const names = analysis.build.stages.filter(({ reachable }) => reachable).map(({ label }) => label);
  const shown = names.length > 4 ? `${names.length} stages` : names.join(' → ');
  return `${shown} · ${formatTotal(analysis.size.image)} · ${NAME}`;
}
