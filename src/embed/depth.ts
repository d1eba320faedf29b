// What the engine loads behind the first picture.

export { makeDeep } from '../catalogue/deep';
export { depth } from '../core/depth';
