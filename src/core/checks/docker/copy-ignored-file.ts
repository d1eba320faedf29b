// CopyIgnoredFile: a source that .dockerignore keeps out of the build context. Speaks once a folder is known.

import { quote } from '../../parse/quote';
import type { DockerRule } from '../rule';
import { instructionOf, placeOf } from '../view';

/** Like a path of the context: no slash in front or behind, no `.` and `..`. */
function clean(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/') || '.';
}

export const copyIgnoredFile: DockerRule = {
  name: 'CopyIgnoredFile',
  severity: 'warning',
  explanation:
    'A pattern in .dockerignore keeps this file out of what is sent to the build, so COPY will not find it. Take the pattern out of .dockerignore, or do not copy the file.',
  find: (view) => {
    const ignored = new Set((view.options.ignoredPaths ?? []).map(clean));
    if (ignored.size === 0) return [];
    const isIgnored = (path: string): boolean => {
      const parts = path.split('/');
      return parts.some((_, index) => ignored.has(parts.slice(0, index + 1).join('/')));
    };
    return [...view.steps.values()].flatMap((step) => {
      const { action } = step;
      if (action.kind !== 'copy' || action.origin.kind !== 'context') return [];
      const instruction = instructionOf(view, step);
      return action.sources.flatMap((source) => {
        const path = clean(source);
        const place = isIgnored(path)
          ? placeOf(
              view,
              step,
              instruction?.words.find(({ text }) => text === source),
            )
          : null;
        if (!place) return [];
        return [
          {
            ...place,
            message: `Attempting to ${action.add ? 'Add' : 'Copy'} file ${quote(path)} that is excluded by .dockerignore`,
            moment: { phase: 'steps', major: step.stage, minor: step.index, side: -1 },
          } as const,
        ];
      });
    });
  },
};
