// The fourth door to core: the layout of a picture that reads down, which a wide screen does without.

export { columnar as layOut } from './scene/column';
