// The choices of the Embed dialog as attributes of the element; what is default is left out.

import { signatureText, type Analysis } from '../../core';

export interface EmbedChoice {
  readonly view: string;
  readonly theme: string;
  /** First step to show, or empty. */
  readonly told: string;
  readonly editable: boolean;
  readonly target: string | undefined;
  readonly platform: string | undefined;
  readonly buildArgs: Readonly<Record<string, string>> | undefined;
}

export function embedOptions(choice: EmbedChoice): Record<string, string> {
  const { view, theme, told, editable, target, platform, buildArgs } = choice;
  return {
    ...(view === 'graph' ? {} : { view }),
    ...(theme === 'auto' ? {} : { theme }),
    ...(told === '' ? {} : { step: told }),
    ...(editable ? { editable: '' } : {}),
    ...(target ? { target } : {}),
    ...(platform ? { platform } : {}),
    ...Object.fromEntries(Object.entries(buildArgs ?? {}).map(([name, value]) => [`build-arg:${name}`, value])),
  };
}

export const titleOf = (analysis: Analysis | null): string =>
  analysis ? `Dockerfile graph: ${signatureText(analysis.sentence)}` : 'Dockerfile graph';
