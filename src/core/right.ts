// The third door to core: the layout of a picture that reads to the right, which a phone does without.

export { layered as layOut, layeredBy } from './scene/layered';
