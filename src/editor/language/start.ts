// The worker that runs the language service beside the page.

import { model, parse } from '../../core';
import type { Answer, Request } from './messages';
import { makeService } from './service';

const service = makeService((text) => model(parse(text), {}));

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const { id, method, args } = data;
  const call = service[method] as (...given: readonly unknown[]) => unknown;
  Promise.resolve()
    .then(() => call(...args))
    .then((result): Answer => ({ id, kind: 'result', result }))
    .catch((error: unknown): Answer => ({ id, kind: 'failed', message: String(error) }))
    .then(
      (answer) => {
        self.postMessage(answer);
      },
      () => undefined,
    );
});
