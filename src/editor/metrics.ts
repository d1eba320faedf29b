// The measures both surfaces share, so that the switch from one to the other moves nothing.

export const TAB_SIZE = 4;
/** Pixels above the first line. */
export const PADDING_TOP = 12;

/** Pixels from one line to the next. */
export const lineHeight = (fontSize: number): number => Math.round(fontSize * 1.6);
