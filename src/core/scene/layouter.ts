// Scene: keeps the order of things between edits that change no stage and no link, so that typing inside an instruction
// never pays for crossing reduction again. Held by whoever analyses again and again (the worker); `draw` stays pure.

import type { Ordering } from './order';
import type { OrderKeeper } from './layout';

/** Orders kept at once: the text as it is, and those of other documents and of what an undo leads back to. */
const most = 24;

export function layouter(): OrderKeeper {
  const kept = new Map<string, Ordering>();
  return (key, make) => {
    const known = kept.get(key);
    const ordering = known ?? make();
    kept.delete(key);
    kept.set(key, ordering);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return ordering;
  };
}
