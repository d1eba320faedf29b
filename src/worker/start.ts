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
  worker.onmessage = ({ data: sent }: MessageEvent<SentAnswer>) => {
    const data = receive(sent);
    if (data) like.onmessage?.({ data });
  };
  worker.onerror = (event) => like.onerror?.(event);
  return like;
}

/** The client of a real worker. */
export const startAnalysis = (events: ClientEvents): AnalysisClient => new AnalysisClient(startWorker, events);
