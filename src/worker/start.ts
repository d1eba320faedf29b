import { AnalysisClient, type ClientEvents, type WorkerLike } from './client';
import type { SentAnswer } from './messages';
import { receiver } from './wire';

function startWorker(): WorkerLike {
  const worker = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module', name: 'analysis' });
  const receive = receiver();
  const like: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage(question) {
      worker.postMessage(question);
    },
    terminate() {
      worker.terminate();
    },
  };
  // A browser may hand over many messages in one go. Each is read in a go of its own: between two of them the page can draw.
  const waiting: MessageEvent<SentAnswer>[] = [];
  const next = (): void => {
    const message = waiting[0];
    if (!message) return;
    const data = receive(message.data);
    waiting.shift();
    if (waiting.length > 0) setTimeout(next);
    if (data) like.onmessage?.({ data });
  };
  worker.onmessage = (message: MessageEvent<SentAnswer>) => {
    if (waiting.push(message) === 1) next();
  };
  worker.onerror = (event) => like.onerror?.(event);
  return like;
}

/** The client of a real worker. */
export const startAnalysis = (events: ClientEvents): AnalysisClient => new AnalysisClient(startWorker, events);
