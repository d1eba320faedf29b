// What an embed fetches beside its own script, all of it at once when the first one comes near the viewport: a file that has to arrive
// before the next is asked for costs every reader a round trip.

import type { Say } from '../core';
import type * as Rest from './depth';
import type * as Draw from './draw';
import type { LanguageTag } from './lang/choose';
import type { Language } from './lang/phrases';

/** Milliseconds that data may take; sizes go on without it. */
const PATIENCE = 15_000;

/** The data files that every analysis begins with, as `FIRST` of the catalogue names them. */
export const EARLY = [
  new URL('../catalogue/data/images.txt', import.meta.url),
  new URL('../catalogue/data/npm.txt', import.meta.url),
  new URL('../catalogue/data/configs.txt', import.meta.url),
];

async function load(address: URL): Promise<string> {
  const response = await fetch(address, { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${String(response.status)} for ${address.pathname}`);
  return response.text();
}

const early = new Map<string, Promise<string>>();

/** The text of a data file of the site. */
export function fetchText(address: URL): Promise<string> {
  const coming = early.get(address.href);
  early.delete(address.href);
  return coming ?? load(address);
}

/** What reads RUN instructions and finds problems. */
export const fetchDepth = (): Promise<typeof Rest> => import('./depth');

let asked = false;

/** What draws; the rest of what it will need is on its way too. */
export function fetchDraw(): Promise<typeof Draw> {
  if (!asked) {
    asked = true;
    for (const address of EARLY) {
      const text = load(address);
      // Whoever asks for it hears of it; nobody may.
      text.catch(() => undefined);
      early.set(address.href, text);
    }
    fetchDepth().catch(() => undefined);
  }
  return import('./draw');
}

const LANGUAGES: Readonly<Record<LanguageTag, () => Promise<{ readonly language: Language }>>> = {
  de: () => import('./lang/de'),
  es: () => import('./lang/es'),
  fr: () => import('./lang/fr'),
  ja: () => import('./lang/ja'),
  'pt-BR': () => import('./lang/pt-br'),
  'zh-Hans': () => import('./lang/zh-hans'),
};

/** What puts the words of an embed into a language. */
export async function fetchSay(tag: LanguageTag): Promise<Say> {
  const [{ translator }, { language }] = await Promise.all([import('./lang/translate'), LANGUAGES[tag]()]);
  return translator(language);
}
