import { AnalysisClient, type ClientEvents } from './client';

/** The client of a real worker. */
export function startAnalysis(events: ClientEvents): AnalysisClient {
  return new AnalysisClient(
    () => new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module', name: 'analysis' }),
    events,
  );
}
