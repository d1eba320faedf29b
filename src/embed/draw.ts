// Everything that needs the core, in one file that is loaded when the first embed comes near the viewport. It shares no module with
// `embed.js`, so that no third file has to be fetched before either can run.

import { lookCss as still } from '../core';
import { liveCss } from '../graph/live-css';

export { builtAt, signatureText, steps, type BuildStep } from '../core';
export { ask } from './engine';
export { colouredLines, layers, sentence } from './parts';
export { detailIn, picture, showProgress, type Detail } from './picture';

export const lookCss = `${still}${liveCss}`;
