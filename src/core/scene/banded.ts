// Scene, steps 5 to 7 for a picture that reads to the right and is long or tall: as `layered`, its wide layers spread and
// the whole broken into bands where that makes it readable. For a picture that is neither, the answer is `layered`'s.

import { planOf } from './bands/plan';
import { inBands } from './bands/turn';
import { layeredBy } from './layered';

export const banded = layeredBy({ name: 'bands ', plan: planOf, finish: inBands });
