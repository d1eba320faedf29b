// The fifth door to core: the layout of a picture that reads to the right and has many stages or boxes, which few
// Dockerfiles do: wide layers are spread and the whole is broken into bands where that makes it readable, and very large
// graphs are laid out in a cheaper way. For a picture that is neither long nor tall the answer is the third door's, which
// this one builds on, so that nothing is fetched twice.

import { layeredBy } from './right';
import { planOf } from './scene/bands/plan';
import { inBands } from './scene/bands/turn';
import { highLanes, orderingOf } from './scene/lanes';

export const layOut = layeredBy({
  name: 'bands ',
  orderingOf: (topology) => orderingOf(topology, planOf(topology)),
  above: highLanes,
  finish: inBands,
});
