// What the engine loads behind the first picture.

export { makeDeep } from '../catalogue/deep';
export * as indexes from '../catalogue/indexes';
export { depth } from '../core/depth';
