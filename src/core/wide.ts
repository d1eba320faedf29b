// The fifth door to core: the layout of a picture that reads to the right and has many stages, which few Dockerfiles do.
// For fewer its answer is the third door's.

export { banded as layOut } from './scene/banded';
