// A dropped file: a Dockerfile, a picture that carries one, or measured sizes.

import { dockerfileInSvg } from '../core';
import type { App } from './app.svelte';
import { mayMeasure } from './paste';

const MOST_BYTES = 1_000_000;
/** A picture is many times as long as the Dockerfile it carries. */
const MOST_OF_PICTURE = 30_000_000;
/** dive lists every file of an image. */
const MOST_MEASURED = 40_000_000;

export async function takeFile(app: App, file: File): Promise<void> {
  const refuse = (text: string): void => {
    app.state.notice = { tone: 'problem', text: `${text} Your text is as it was.` };
  };
  const picture = /\.svg$/i.test(file.name);
  if (!picture && file.size <= MOST_MEASURED) {
    const text = await file.text().catch(() => '');
    if (mayMeasure(text) && (await import('./measured/given')).take(app, text)) return;
  }
  if (file.size > (picture ? MOST_OF_PICTURE : MOST_BYTES)) {
    refuse(
      `“${file.name}” is larger than ${picture ? 'a picture can be here (30 MB)' : 'a Dockerfile can be here (1 MB)'}.`,
    );
    return;
  }
  try {
    const text = await file.text();
    const dockerfile = picture ? dockerfileInSvg(text) : text;
    if (dockerfile === null) refuse(`“${file.name}” is a picture without a Dockerfile in it.`);
    else if (dockerfile.includes('\0')) refuse(`“${file.name}” is not a text file.`);
    else app.state.replace({ text: dockerfile }, `Opened “${file.name}”.`);
  } catch {
    refuse(`“${file.name}” could not be read.`);
  }
}
