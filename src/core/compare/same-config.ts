// Comparing: which settings of two images differ. In: two configs. Out: names of fields, in the config's own order; empty when a
// container started from either could not tell.

import type { ImageConfig } from '../model/build';

export type ConfigField = keyof ImageConfig;

const FIELDS: readonly ConfigField[] = [
  'Entrypoint',
  'Cmd',
  'Env',
  'WorkingDir',
  'User',
  'ExposedPorts',
  'Volumes',
  'Labels',
  'Healthcheck',
  'StopSignal',
  'Shell',
  'OnBuild',
];

/** Sorted where order says nothing; an empty field equals a missing one, and no folder is the root. */
function plain(config: ImageConfig, field: ConfigField): string {
  const value = config[field] ?? (field === 'WorkingDir' ? '/' : null);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  if (field === 'Env' && Array.isArray(value)) return JSON.stringify([...value].sort());
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? '' : JSON.stringify(entries);
}

/** `ArgsEscaped` is left out: it only says how the command was written. */
export const differingFields = (a: ImageConfig, b: ImageConfig): readonly ConfigField[] =>
  FIELDS.filter((field) => plain(a, field) !== plain(b, field));
