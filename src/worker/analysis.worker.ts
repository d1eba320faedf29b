// The worker: hears questions, answers with analyses. All thinking is done here, so that typing is never held up.

import { layouter, walk, type Depth } from '../core';
import { Facts } from './facts';
import { Layouts } from './layouts';
import { fetchText } from './fetch-text';
import { sender, type Sending } from './wire';
import type { GivenFacts, Lookup, Question } from './messages';
import { AnalysisSession } from './session';

let sending: Sending | null = null;
const post = sender(
  (sent) => {
    self.postMessage(sent);
  },
  () => sending,
);

const facts = new Facts(fetchText, (what) => {
  post({ kind: 'facts-missing', what });
});
async function loadDepth(): Promise<Depth> {
  const { depth, makeDeep, ...rest } = await import('./depth');
  sending = rest;
  await facts.deepen(makeDeep());
  return depth;
}

// The order of the picture is kept between edits that do not change which stage takes from which.
const keep = layouter();
const session = new AnalysisSession(
  facts,
  new Layouts(),
  (text, options, catalogue, depth, layOut) => walk(text, options, catalogue, depth, layOut, keep),
  loadDepth,
  async (...asked) => (await import('./depth')).tryBases(...asked),
  post,
);

self.onmessage = (event: MessageEvent<Question | GivenFacts | Lookup>) => {
  void session.hear(event.data);
};
post({ kind: 'ready' });
// Fetched while the page is still being put together.
void facts.catalogue();
