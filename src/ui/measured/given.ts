// Measurements from the person's hands to the analysis: taken, offered, taken away, kept.

import { recognise, type GivenMeasurement } from '../../core';
import { readMeasured } from '../../state/read-measurements';
import type { App } from '../app.svelte';
import { withoutPaste } from './without-paste';
import { catalogueMeasurement } from './catalogue';

/** Brings back what this tab was given and the browser's own catalogue. */
export function restore(app: App): void {
  give(app, readMeasured());
}

/** Puts these in place of all that were given before; the browser's catalogue is read anew. */
export function give(app: App, measured: readonly GivenMeasurement[]): void {
  const { context, ignoreFile, contextName } = app.state.given;
  const kept = catalogueMeasurement();
  app.state.provide({
    ...(context && { context }),
    ...(ignoreFile !== undefined && { ignoreFile }),
    ...(contextName !== undefined && { contextName }),
    ...(measured.length > 0 && { measured }),
    ...(kept && { kept }),
  });
}

/** Takes a text as measured; false when it measures nothing. */
export function add(app: App, text: string): boolean {
  const measurement = recognise(text);
  if (!measurement) return false;
  give(app, [...(app.state.given.measured ?? []), measurement]);
  return true;
}

/** Takes a text that was pasted or dropped on the page, and shows what became of it. */
export function take(app: App, text: string): boolean {
  if (!add(app, text)) return false;
  app.overlay = 'measured';
  return true;
}

/** Asks whether what was pasted into the editor was meant as measured sizes. `before`: the text before the paste. */
export function offer(app: App, pasted: string, before: string): void {
  const measurement = recognise(pasted);
  if (!measurement) return;
  app.state.notice = {
    tone: 'info',
    text: `What you pasted into the editor is the output of ${measurement.tool}. It can set the real sizes instead.`,
    action: {
      label: 'Use as real sizes',
      run: () => {
        app.state.notice = null;
        const text = withoutPaste(app.state.text, pasted, before);
        if (text !== app.state.text) app.replaceText(text);
        take(app, pasted);
      },
    },
  };
}
