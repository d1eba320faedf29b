/** Phones and touch screens keep to plain text: Monaco does not support them. */
export const SMALL = '(max-width: 479px), (hover: none) and (pointer: coarse)';
