// A child process of the conformance run: answers one case after the other, so that one that hangs or dies takes no other with it.

import { answerOf } from './answer';
import type { Case } from './case';
import { compare, type Outcome } from './compare';
import { answer } from './core';

export type Reply = { readonly outcomes: readonly Outcome[] } | { readonly thrown: string };

function examine({ dockerfile, expect, target, platform, buildArgs }: Case): Reply {
  try {
    const options = {
      ...(target === undefined ? {} : { target }),
      ...(platform === undefined ? {} : { platform }),
      ...(buildArgs === undefined ? {} : { buildArgs }),
    };
    const result = answer(dockerfile, options);
    return { outcomes: compare(expect, answerOf(result.build, result.problems)) };
  } catch (error) {
    return { thrown: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', (one: Case) => process.send?.(examine(one)));
