// ExposeProtoCasing: the protocol of a port in lower case.

import { replace } from '../edits';
import { readPort } from '../port';
import type { DockerRule } from '../rule';
import { instructionOf, placeOf } from '../view';

export const exposeProtoCasing: DockerRule = {
  name: 'ExposeProtoCasing',
  severity: 'warning',
  explanation:
    'Protocols are written in lower case: tcp, udp, sctp. Docker turns other spellings into these, but tools that read the Dockerfile may not.',
  find: (view) =>
    view.build.observations.flatMap((seen) => {
      const step = seen.kind === 'port' ? view.steps.get(seen.step) : undefined;
      if (seen.kind !== 'port' || !step) return [];
      const protocol = readPort(seen.port)?.protocol ?? '';
      if (protocol === protocol.toLowerCase()) return [];
      const word = instructionOf(view, step)?.words.find(({ text }) => text === seen.port);
      const place = placeOf(view, step, word);
      if (!place) return [];
      const right = seen.port.slice(0, seen.port.length - protocol.length) + protocol.toLowerCase();
      return [
        {
          ...place,
          message: `Defined protocol '${seen.port}' in EXPOSE instruction should be lowercase`,
          fix:
            word && step.triggeredBy === null ? { title: `Write ${right}`, edits: [replace(word.span, right)] } : null,
          moment: { phase: 'steps', major: step.stage, minor: step.index, side: -1 },
        },
      ];
    }),
};
