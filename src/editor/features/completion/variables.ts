// Variables in scope behind a `$`, with their values.

import { variablesAt } from '../scope';
import { typed, type Asked, type Completion } from './completion';

/** `null` when no variable is being typed. */
export function completeVariables({ analysis, site }: Asked): readonly Completion[] | null {
  const found = /\$(\{?)(\w*)$/.exec(site.word);
  if (!found || !analysis) return found ? [] : null;
  const braced = found[1] !== '';
  return variablesAt(analysis, site.position).map((variable) => ({
    label: variable.name,
    detail: variable.value === null ? 'not set' : variable.value === '' ? 'empty' : variable.value,
    documentation:
      variable.line === null
        ? variable.kind === 'predefined'
          ? 'Set by BuildKit.'
          : 'Comes with the base image.'
        : `${variable.kind} on line ${variable.line + 1}.`,
    insert: braced ? `${variable.name}}` : variable.name,
    kind: 'variable',
    replace: typed(site, (found[2] ?? '').length),
  }));
}
