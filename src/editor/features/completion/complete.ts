// Completion: what may come at the caret, by where the caret is.

import { typed, type Asked, type Completion } from './completion';
import { completeDirective, completeKeyword, completeValue } from './keywords';
import { completeFlag, completeOrigin } from './options';
import { completeSources } from './paths';
import { completeVariables } from './variables';

/** Everything that may come at the caret. */
export async function complete(asked: Asked): Promise<readonly Completion[]> {
  const { site } = asked;
  if (site.where === 'comment') return completeDirective(asked);
  const variables = site.keyword === null ? null : completeVariables(asked);
  if (variables) return variables;
  if (site.where === 'heredoc') return [];
  if (site.keyword === null || site.keyword === 'ONBUILD') return completeKeyword(asked, site.keyword === 'ONBUILD');
  const flagged = /^(?:\s*--\S+)*\s*$/.test(site.before.slice(0, site.before.length - site.word.length));
  if (flagged && site.word.startsWith('-')) return completeFlag(asked);
  const words = site.before.split(/\s+/).filter((word) => word !== '' && !word.startsWith('--'));
  const nth = site.word === '' ? words.length : words.length - 1;
  if (site.keyword === 'FROM' && nth === 0) {
    const replace = typed(site, site.word.length);
    const nothing: Completion = {
      label: 'scratch',
      detail: 'nothing: an empty image',
      insert: 'scratch',
      kind: 'image',
      replace,
    };
    return [...(await completeOrigin(asked, site.word)), ...(/[:/]/.test(site.word) ? [] : [nothing])];
  }
  if (site.keyword === 'FROM' && nth === 1) {
    const replace = typed(site, site.word.length);
    return [{ label: 'AS', detail: 'Names the stage', insert: 'AS ', kind: 'keyword', replace }];
  }
  if (site.keyword === 'COPY') {
    const from = /(?:^|\s)--from=(\S+)/.exec(site.before)?.[1];
    return from ? completeSources(asked, from, nth) : [];
  }
  return completeValue(asked, nth);
}
