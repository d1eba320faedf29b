// SecretsUsedInArgOrEnv: names that tell of a secret, by whole words between underscores.

import { quote } from '../../parse/quote';
import type { DockerRule } from '../rule';
import { instructionOf, placeOf } from '../view';

const TELLING = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const HARMLESS = /(?:_|^)(?:public|file|version)(?:_|$)/i;

export const looksSecret = (name: string): boolean => TELLING.test(name) && !HARMLESS.test(name);

export const secretsUsedInArgOrEnv: DockerRule = {
  name: 'SecretsUsedInArgOrEnv',
  severity: 'warning',
  explanation:
    'The name looks like a secret. ENV is stored in the image and ARG in its history, where docker inspect and docker history show them to everyone who has the image. Use RUN --mount=type=secret for a secret the build needs, and pass one the program needs when the container starts.',
  find: (view) =>
    [...view.steps.values()].flatMap((step) => {
      const { action } = step;
      if (action.kind !== 'env' && action.kind !== 'arg') return [];
      const instruction = instructionOf(view, step);
      return action.pairs.flatMap(([name]) => {
        if (!looksSecret(name)) return [];
        const word = instruction?.words.find(({ text }) => text === name || text.startsWith(`${name}=`));
        const place = placeOf(view, step, word);
        if (!place) return [];
        return [
          {
            ...place,
            message: `Do not use ARG or ENV instructions for sensitive data (${action.kind.toUpperCase()} ${quote(name)})`,
            moment: { phase: 'steps', major: step.stage, minor: step.index, side: action.kind === 'arg' ? -1 : 1 },
          } as const,
        ];
      });
    }),
};
