// The texts of the examples, fetched one by one.

import first from './go-scratch.Dockerfile?raw';

/** The one a first visit opens with; its text is in the first view. */
const FIRST = 'go-scratch';

/** `before`: the same program built without stages, as a beginner would. */
export type Version = 'before' | 'after';

/** Text of the example a first visit opens with; it comes with the first view. */
export const firstText = first;

/** Rejects when the file cannot be fetched. */
export async function exampleText(id: string, version: Version = 'after'): Promise<string> {
  if (id === FIRST && version === 'after') return firstText;
  const { others } = await import('./others');
  const load = others[version === 'after' ? `./${id}.Dockerfile` : `./${id}.before.Dockerfile`];
  if (!load) throw new Error(`no example is called ${id}`);
  return load();
}
