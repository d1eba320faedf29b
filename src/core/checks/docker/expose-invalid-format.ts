// ExposeInvalidFormat: EXPOSE names a port of the container, neither an address nor a port of the host.

import { replace } from '../edits';
import { readPort } from '../port';
import type { DockerRule } from '../rule';
import { instructionOf, placeOf } from '../view';

export const exposeInvalidFormat: DockerRule = {
  name: 'ExposeInvalidFormat',
  severity: 'warning',
  explanation:
    'EXPOSE only notes on which port the program in the container listens. Which port of the host leads there is said when the container starts: docker run -p 8080:80. An address or a host port here is ignored, and a later release will refuse it.',
  find: (view) =>
    view.build.observations.flatMap((seen) => {
      const step = seen.kind === 'port' ? view.steps.get(seen.step) : undefined;
      if (seen.kind !== 'port' || !step) return [];
      const port = readPort(seen.port);
      if (!port?.mapped) return [];
      const right = port.container;
      const word = instructionOf(view, step)?.words.find(({ text }) => text === seen.port);
      const place = placeOf(view, step, word);
      if (!place) return [];
      return [
        {
          ...place,
          message: `EXPOSE instruction should not define an IP address or host-port mapping, found '${seen.port}'`,
          fix:
            word && step.triggeredBy === null ? { title: `Write ${right}`, edits: [replace(word.span, right)] } : null,
          moment: { phase: 'steps', major: step.stage, minor: step.index, side: -1 },
        },
      ];
    }),
};
