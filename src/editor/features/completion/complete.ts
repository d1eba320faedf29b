// Completion: what may come at the caret, by where the caret is.

import { flags, mountTypes, optionsOf } from '../flags';
import { helpFor, keywords, referenceOf } from '../help';
import { typed, type Asked, type Completion } from './completion';
import { completeImages } from './images';
import { completePaths } from './paths';
import { completeStages } from './stages';
import { completeVariables } from './variables';

const snippets: Readonly<Record<string, string>> = {
  FROM: 'FROM ${1:image}',
  COPY: 'COPY ${1:source} ${2:destination}',
  CMD: 'CMD ["${1:program}"]',
  ENTRYPOINT: 'ENTRYPOINT ["${1:program}"]',
  SHELL: 'SHELL ["${1:/bin/bash}", "-c"]',
  ENV: 'ENV ${1:NAME}=${2:value}',
  HEALTHCHECK: 'HEALTHCHECK --interval=${1:30s} CMD ${2:command}',
};

function completeKeyword(asked: Asked): readonly Completion[] {
  const { site } = asked;
  if (!/^[A-Za-z]*$/.test(site.before)) return [];
  return keywords
    .filter((keyword) => keyword !== 'MAINTAINER')
    .map((keyword) => ({
      label: keyword,
      detail: '',
      documentation: `${helpFor(keyword)?.what ?? ''}\n\n${helpFor(keyword)?.note ?? ''}\n\n[Reference](${referenceOf(keyword)})`,
      insert: snippets[keyword] ?? `${keyword} `,
      snippet: keyword in snippets,
      kind: 'keyword',
      replace: typed(site, site.before.length),
    }));
}

function completeDirective({ site }: Asked): readonly Completion[] {
  const found = /^\s*#\s*(\w*)$/.exec(site.before);
  if (!found || !site.top) return [];
  const written = found[1] ?? '';
  const directive = (name: string, value: string, detail: string): Completion => ({
    label: name,
    detail,
    insert: `${name}=${value}`,
    kind: 'directive',
    replace: typed(site, written.length),
  });
  return [
    directive('syntax', 'docker/dockerfile:1', 'The Dockerfile frontend to build with'),
    directive('escape', '`', 'The character that joins lines'),
    directive('check', 'skip=', 'Which build checks to skip'),
  ];
}

function completeMount(asked: Asked, value: string): readonly Completion[] | Promise<readonly Completion[]> {
  const { site } = asked;
  const options = value.split(',');
  const last = options.at(-1) ?? '';
  const equals = last.indexOf('=');
  const type = /(?:^|,)type=(\w+)/.exec(value)?.[1] ?? 'bind';
  const from = /(?:^|,)from=([^,]+)/.exec(value)?.[1];
  if (equals >= 0) {
    const name = last.slice(0, equals);
    const written = last.slice(equals + 1);
    if (name === 'from') return completeOrigin(asked, written);
    if ((name === 'source' || name === 'src') && from) return completePaths(asked, from, written);
    const values = name === 'type' ? mountTypes : (optionsOf(type).find((one) => one.name === name)?.values ?? []);
    return values.map((one) => ({
      label: one,
      detail: name === 'type' ? 'mount' : name,
      insert: one,
      kind: 'option',
      replace: typed(site, written.length),
    }));
  }
  const used = new Set(options.map((one) => one.split('=')[0]));
  return optionsOf(type)
    .filter((one) => !used.has(one.name))
    .map((one) => ({
      label: one.name,
      detail: one.what,
      insert: one.values === null ? one.name : `${one.name}=`,
      kind: 'option',
      replace: typed(site, last.length),
      again: one.values !== null,
    }));
}

async function completeOrigin(asked: Asked, written: string): Promise<readonly Completion[]> {
  return [...completeStages(asked, written), ...(await completeImages(asked, written))];
}

function completeFlag(asked: Asked): readonly Completion[] | Promise<readonly Completion[]> {
  const { site } = asked;
  const known = flags[site.keyword ?? ''] ?? [];
  const equals = site.word.indexOf('=');
  if (equals < 0) {
    return known.map((one) => ({
      label: `--${one.name}`,
      detail: one.what,
      insert: one.values === null ? `--${one.name} ` : `--${one.name}=`,
      kind: 'flag',
      replace: typed(site, site.word.length),
      again: one.values !== null,
    }));
  }
  const name = site.word.slice(2, equals);
  const written = site.word.slice(equals + 1);
  if (name === 'from') return completeOrigin(asked, written);
  if (name === 'mount') return completeMount(asked, written);
  const values = known.find((one) => one.name === name)?.values ?? [];
  return values.map((one) => ({
    label: one,
    detail: `--${name}`,
    insert: one,
    kind: 'option',
    replace: typed(site, written.length),
  }));
}

/** Everything that may come at the caret. */
export async function complete(asked: Asked): Promise<readonly Completion[]> {
  const { site } = asked;
  if (site.where === 'comment') return completeDirective(asked);
  const variables = site.keyword === null ? null : completeVariables(asked);
  if (variables) return variables;
  if (site.where === 'heredoc') return [];
  if (site.keyword === null) return completeKeyword(asked);
  const flagged = /^(?:\s*--\S+)*\s*$/.test(site.before.slice(0, site.before.length - site.word.length));
  if (flagged && site.word.startsWith('-')) return completeFlag(asked);
  const words = site.before.split(/\s+/).filter((word) => word !== '' && !word.startsWith('--'));
  const nth = site.word === '' ? words.length : words.length - 1;
  if (site.keyword === 'FROM' && nth === 0) return completeOrigin(asked, site.word);
  if (site.keyword === 'FROM' && nth === 1) {
    const replace = typed(site, site.word.length);
    return [{ label: 'AS', detail: 'Names the stage', insert: 'AS ', kind: 'keyword', replace }];
  }
  if (site.keyword === 'COPY') {
    const from = /(?:^|\s)--from=(\S+)/.exec(site.before)?.[1];
    if (from && nth < 8) return completePaths(asked, from, site.word);
  }
  return [];
}
