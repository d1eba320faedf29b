// "The same as one stage": the Dockerfile on screen, written without stages. What it needs to know of base images is fetched when asked.

import { ConfigStore } from '../../catalogue/configs';
import { FIRST_FILES } from '../../catalogue/first-files';
import { fetchText } from '../../worker/fetch-text';
import { flatten, type Analysis, type Flattened } from '../../core';

let known: Promise<ConfigStore> | null = null;

/** Without the facts every base brings nothing but PATH; the answer says less then, and is still one. */
async function configs(): Promise<ConfigStore> {
  const store = new ConfigStore();
  const address = FIRST_FILES['configs'];
  if (address) store.put(await fetchText(address));
  return store;
}

export async function asOneStage({ build, size }: Analysis): Promise<Flattened> {
  known ??= configs();
  const store = await known.catch(() => null);
  if (!store) known = null;
  return flatten(build, size, store ? (reference) => store.of(reference) : null);
}
