// The texts of the examples, fetched one by one.

import { FIRST } from './manifest';
import first from './go-scratch.Dockerfile?raw';

const others = import.meta.glob<string>(['./*.Dockerfile', '!./go-scratch.Dockerfile'], {
  query: '?raw',
  import: 'default',
});

/** Text of the example a first visit opens with; it comes with the first view. */
export const firstText = first;

/** Rejects when the file cannot be fetched. */
export async function exampleText(id: string): Promise<string> {
  if (id === FIRST) return firstText;
  const load = others[`./${id}.Dockerfile`];
  if (!load) throw new Error(`no example is called ${id}`);
  return load();
}
