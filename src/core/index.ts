// The only door to core.
export type * from './analysis';
export type * from './options';
export type * from './element';
export type * from './text';
export type * from './parse/instruction';
export type * from './model/build';
export type * from './checks/problem';
export type * from './size/size';
export type * from './size/report';
export type * from './size/facts';
export type * from './scene/scene';
export { at, span } from './text';
export { baseLinkId, imageId, linkId, stageId, stepId } from './element';
export { formatBytes, formatRange, formatTimes, formatTotal } from './explain/bytes';
export { sign, signatureText } from './explain/sentence';
export { decodeApt } from './size/apt/decode';
export { aptPackages } from './size/apt/packages';
