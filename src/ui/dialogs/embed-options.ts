// The choices of the Embed dialog as attributes of the element; what is default is left out.

import { signatureText, type Analysis } from '../../core';

export interface EmbedChoice {
  readonly view: string;
  readonly theme: string;
  /** First step to show, or empty. */
  readonly told: string;
  readonly editable: boolean;
  /** A BCP 47 tag, or empty: as the page around. */
  readonly lang: string;
  readonly target: string | undefined;
  readonly platform: string | undefined;
  readonly buildArgs: Readonly<Record<string, string>> | undefined;
}

export function embedOptions(choice: EmbedChoice): Record<string, string> {
  const { view, theme, told, editable, lang, target, platform, buildArgs } = choice;
  return {
    ...(view === 'graph' ? {} : { view }),
    ...(theme === 'auto' ? {} : { theme }),
    ...(told === '' ? {} : { step: told }),
    ...(editable ? { editable: '' } : {}),
    ...(lang === '' ? {} : { lang }),
    ...(target ? { target } : {}),
    ...(platform ? { platform } : {}),
    ...Object.fromEntries(Object.entries(buildArgs ?? {}).map(([name, value]) => [`build-arg:${name}`, value])),
  };
}

/** What a language calls itself, by the tags that an embed takes. */
export const SPOKEN = [
  ['', 'of the page'],
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['es', 'español'],
  ['fr', 'français'],
  ['ja', '日本語'],
  ['pt-BR', 'português (Brasil)'],
  ['zh-Hans', '简体中文'],
] as const;

export const titleOf = (analysis: Analysis | null): string =>
  analysis ? `Dockerfile graph: ${signatureText(analysis.sentence)}` : 'Dockerfile graph';
