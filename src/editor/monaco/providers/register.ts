// Registers the language and everything it can do; once a page.

import { LanguageClient } from '../../language/client';
import LanguageWorker from '../../language/start?worker';
import { registerLanguage } from '../colours';
import { registerCompletion } from './completion';
import { registerEditing } from './editing';
import { registerLenses } from './lenses';
import { registerNavigation } from './navigation';
import { registerReading } from './reading';

let language: LanguageClient | null = null;

/** The language worker's client, shared by all editors of the page. */
export function registerAll(): LanguageClient {
  if (language) return language;
  language = new LanguageClient(() => new LanguageWorker());
  registerLanguage();
  registerCompletion();
  registerEditing();
  registerLenses();
  registerNavigation();
  registerReading();
  return language;
}
