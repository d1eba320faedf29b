// Model: the comma-separated value of `--mount` and `--device`. In: one line. Out: its fields, quotes taken off. Throws a
// Refusal for quotes that do not fit. Follows Go's encoding/csv for a single record.

import { Refusal } from './refusal';

export function csvFields(text: string, what: 'mounts' | 'devices'): string[] {
  const refuse = (why: string, column: number): never => {
    throw new Refusal(`failed to parse csv ${what}: parse error on line 1, column ${String(column + 1)}: ${why}`);
  };
  if (text === '') throw new Refusal(`failed to parse csv ${what}: EOF`);
  const fields: string[] = [];
  let i = 0;
  for (;;) {
    if (text[i] !== '"') {
      const comma = text.indexOf(',', i);
      const end = comma < 0 ? text.length : comma;
      const field = text.slice(i, end);
      if (field.includes('"')) return refuse('bare " in non-quoted field', i + field.indexOf('"'));
      fields.push(field);
      if (comma < 0) return fields;
      i = comma + 1;
      continue;
    }
    let field = '';
    for (i++; ; i++) {
      if (i >= text.length) return refuse('extraneous or missing " in quoted-field', i);
      if (text[i] !== '"') field += text[i] ?? '';
      else if (text[i + 1] === '"') field += text[i++] ?? '';
      else break;
    }
    fields.push(field);
    i++;
    if (i >= text.length) return fields;
    if (text[i] !== ',') return refuse('extraneous or missing " in quoted-field', i);
    i++;
  }
}
