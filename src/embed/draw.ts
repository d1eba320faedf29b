// Everything that needs the core, in one file that is loaded when the first embed comes near the viewport.

import { lookCss } from '../core';
import { liveCss } from '../graph/live-css';
import { sheet } from './styles';

export { builtAt, describe, signatureText, steps, type BuildStep } from '../core';
export { ask } from './engine';
export { colouredLines, layers, sentence } from './parts';
export { picture, showProgress } from './picture';

export const pictureStyles = sheet(`${lookCss}${liveCss}`);
