// Model: `RUN --device=…`. In: the value. Throws a Refusal for keys it does not know. Follows BuildKit's ParseDevice.

import { csvFields } from './csv';
import { Refusal } from './refusal';
import { didYouMean } from './suggest';

export function checkDevice(value: string): void {
  let name = '';
  for (const field of csvFields(value, 'devices')) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    const given = field.slice(equals + 1);
    if (equals < 0) {
      if (key === 'required') continue;
      if (name !== '') throw new Refusal(`invalid field '${field}' must be a key=value pair`);
      name = field;
    } else if (key === 'name') {
      if (name !== '') throw new Refusal(`device name already set to ${name}`);
      name = given;
    } else if (key === 'required') {
      if (parseBool(given) === null) throw new Refusal(`invalid value for ${key}: ${given}`);
    } else if (name === '') name = field;
    else throw new Refusal(`unexpected key '${key}' in '${field}'${didYouMean(key, ['name', 'required'])}`);
  }
}

/** Go's `strconv.ParseBool`. */
export function parseBool(text: string): boolean | null {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  return ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text) ? false : null;
}
