// What the worker loads behind the first picture.

export * as indexes from '../catalogue/indexes';
export { tryBases } from './bases';
export { difference } from './difference';
export { pieces } from './pieces';
export { depth } from '../core/depth';
