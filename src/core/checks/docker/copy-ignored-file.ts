// CopyIgnoredFile: a source that .dockerignore keeps out of the build context. Speaks once a folder is known. Follows BuildKit's
// validateCopySourcePath: silent where a line of .dockerignore takes something back, as that is hard to tell without the files.

import { cleanPath } from '../../clean-path';
import { isLocal } from '../../model/remote';
import { quote } from '../../parse/quote';
import { readIgnore } from '../../parse/ignore';
import type { DockerRule } from '../rule';
import { instructionOf, placeOf } from '../view';

export const copyIgnoredFile: DockerRule = {
  name: 'CopyIgnoredFile',
  severity: 'warning',
  explanation:
    'A pattern in .dockerignore keeps this file out of what is sent to the build, so COPY will not find it. Take the pattern out of .dockerignore, or do not copy the file.',
  find: (view) => {
    const rules = readIgnore(view.options.ignoreFile ?? '');
    if (rules.hasExceptions) return [];
    const isIgnored = (path: string): boolean =>
      path === '.' || path === '/' ? rules.ignoresAll && rules.ignores(path) : rules.ignores(path);
    return [...view.steps.values()].flatMap((step) => {
      const { action } = step;
      if (action.kind !== 'copy' || action.origin.kind !== 'context') return [];
      const instruction = instructionOf(view, step);
      return action.sources.flatMap((source) => {
        const path = cleanPath(source);
        const word = instruction?.words.find(({ text }) => text === source);
        const place = isLocal(source) && isIgnored(path) ? placeOf(view, step, word) : null;
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
