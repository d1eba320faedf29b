// The things a person can point at, named the same in graph, editor, layers, files, problems and outline.
// Ids are stable under edits elsewhere in the text as far as names and order allow.

/** `stage:0` */
export type StageId = `stage:${number}`;
/** `step:0.2`: the third instruction of the first stage, FROM not counted. */
export type StepId = `step:${number}.${number}`;
/** `link:1.0.0`: stage, step and number of the COPY --from or mount within the step; `base:1` is the FROM of stage 1. */
export type LinkId = `link:${number}.${number}.${number}` | `base:${number}`;
/** `image:` and the normalised reference of an image from outside. */
export type ImageId = `image:${string}`;

export type ElementId = StageId | StepId | LinkId | ImageId;

export const stageId = (stage: number): StageId => `stage:${stage}`;
export const stepId = (stage: number, step: number): StepId => `step:${stage}.${step}`;
export const linkId = (stage: number, step: number, nth: number): LinkId => `link:${stage}.${step}.${nth}`;
export const baseLinkId = (stage: number): LinkId => `base:${stage}`;
export const imageId = (reference: string): ImageId => `image:${reference}`;
