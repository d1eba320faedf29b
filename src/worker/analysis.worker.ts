// The worker: hears questions, answers with analyses. All thinking is done here, so that typing is never held up.

import { layouter, sketch, walk, type Depth } from '../core';
import type { IndexReaders } from '../catalogue/packages';
import { Facts } from './facts';
import { Layouts } from './layouts';
import { fetchText } from './fetch-text';
import { sender, type Sending } from './wire';
import type { GivenFacts, Lookup, Question } from './messages';
import { AnalysisSession } from './session';

let sending: Sending | null = null;
let indexes: IndexReaders | null = null;
const post = sender(
  (sent) => {
    self.postMessage(sent);
  },
  () => sending,
);

const facts = new Facts(fetchText, (what) => {
  post({ kind: 'facts-missing', what });
});
async function lookAhead(question: Question | null): Promise<void> {
  const { makeDeep, expected } = await import('./ahead');
  await facts.deepen(makeDeep(() => indexes));
  // Not waited for: what reads RUN instructions asks for the same lists and waits itself.
  if (!question) return;
  const catalogue = await facts.catalogue();
  void facts.complete(expected(sketch(question.text, question.options, catalogue.config ?? null), catalogue));
}
async function loadDepth(question: Question | null): Promise<Depth> {
  const [loaded] = await Promise.all([import('./depth'), lookAhead(question)]);
  sending = loaded;
  indexes = loaded.indexes;
  return loaded.depth;
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
