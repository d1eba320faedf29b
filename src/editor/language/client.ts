// Asks the language worker. An answer that does not come in time counts as none, and a worker that died or hangs is
// replaced: the editor goes on without what it would have said.

import type { Answer, Method, Request } from './messages';
import type { Service } from './service';

const PATIENCE = 4000;

type Result<M extends Method> = Awaited<ReturnType<Service[M]>>;

export class LanguageClient {
  #worker: Worker | null = null;
  #next = 1;
  readonly #waiting = new Map<number, (answer: Answer | null) => void>();

  constructor(readonly start: () => Worker) {}

  /** `null` when there is no answer. */
  async ask<M extends Method>(method: M, ...args: Parameters<Service[M]>): Promise<Result<M> | null> {
    const id = this.#next++;
    const answer = await new Promise<Answer | null>((settle) => {
      const timer = setTimeout(() => {
        this.#restart();
      }, PATIENCE);
      this.#waiting.set(id, (given) => {
        clearTimeout(timer);
        settle(given);
      });
      const request: Request = { id, method, args };
      this.#running().postMessage(request);
    });
    return answer?.kind === 'result' ? (answer.result as Result<M>) : null;
  }

  stop(): void {
    this.#restart();
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.start();
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const settle = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      settle?.(data);
    });
    worker.addEventListener('error', () => {
      this.#restart();
    });
    this.#worker = worker;
    return worker;
  }

  #restart(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const settle of this.#waiting.values()) settle(null);
    this.#waiting.clear();
  }
}
