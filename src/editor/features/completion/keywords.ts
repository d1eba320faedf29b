// Instructions where one may start, directives at the head of the file, and what each of them takes.

import { helpFor, keywords, referenceOf } from '../help';
import { CHECKS, signals } from '../values';
import { typed, type Asked, type Completion } from './completion';

const snippets: Readonly<Record<string, string>> = {
  FROM: 'FROM ${1:image}',
  COPY: 'COPY ${1:source} ${2:destination}',
  CMD: 'CMD ["${1:program}"]',
  ENTRYPOINT: 'ENTRYPOINT ["${1:program}"]',
  SHELL: 'SHELL ["${1:/bin/bash}", "-c"]',
  ENV: 'ENV ${1:NAME}=${2:value}',
  HEALTHCHECK: 'HEALTHCHECK --interval=${1:30s} CMD ${2:command}',
};

/** Docker refuses these behind ONBUILD. */
const NOT_LATER = new Set(['FROM', 'ONBUILD', 'MAINTAINER']);

export function completeKeyword({ site }: Asked, later: boolean): readonly Completion[] {
  if (!/^[A-Za-z]*$/.test(site.before)) return [];
  return keywords
    .filter((keyword) => keyword !== 'MAINTAINER' && !(later && NOT_LATER.has(keyword)))
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

export function completeDirective({ site }: Asked): readonly Completion[] {
  const found = /^\s*#\s*(\w*)(\s*=\s*(.*))?$/.exec(site.before);
  if (!found || !site.top) return [];
  const name = found[1] ?? '';
  if (found[2] === undefined) {
    const directive = (label: string, value: string, detail: string, next?: 'list'): Completion => ({
      label,
      detail,
      insert: `${label}=${value}`,
      kind: 'directive',
      replace: typed(site, name.length),
      ...(next ? { next } : {}),
    });
    return [
      directive('syntax', 'docker/dockerfile:1', 'The Dockerfile frontend to build with'),
      directive('escape', '`', 'The character that joins lines'),
      directive('check', 'skip=', 'Which build checks to skip', 'list'),
    ];
  }
  const value = found[3] ?? '';
  const last = name === 'check' ? (/[^,;=\s]*$/.exec(value)?.[0] ?? '') : value;
  const offer = (label: string, detail: string, insert = label): Completion => ({
    label,
    detail,
    insert,
    kind: 'option',
    replace: typed(site, last.length),
  });
  if (name === 'syntax') {
    return [
      offer('docker/dockerfile:1', 'The newest stable version'),
      offer('docker/dockerfile:1-labs', 'With features still being tried'),
    ];
  }
  if (name === 'escape') return [offer('`', 'For paths of Windows'), offer('\\', 'The usual one')];
  if (name !== 'check') return [];
  if (/(?:^|;)\s*skip\s*=[^;]*$/.test(value)) {
    const named = new Set(value.split(/[,;=\s]+/));
    return [...CHECKS.filter((rule) => !named.has(rule) || rule === last), 'all'].map((rule) => offer(rule, 'check'));
  }
  if (/(?:^|;)\s*error\s*=[^;]*$/.test(value)) return [offer('true', 'A failed check stops the build')];
  return [
    offer('skip', 'Checks to leave out', 'skip='),
    offer('error', 'Whether a check stops the build', 'error=true'),
  ];
}

/** What an instruction that takes no flags, images or paths may be given. */
export function completeValue({ site, analysis }: Asked, nth: number): readonly Completion[] {
  const offer = (label: string, detail: string, insert = label): Completion => ({
    label,
    detail,
    insert,
    kind: 'option',
    replace: typed(site, site.word.length),
  });
  if (site.keyword === 'STOPSIGNAL' && nth === 0) return signals.map((signal) => offer(signal, ''));
  if (site.keyword === 'HEALTHCHECK' && nth === 0) {
    return [offer('CMD', 'The command that tests', 'CMD '), offer('NONE', 'Turns off the check of the base image')];
  }
  if (site.keyword !== 'ARG' || site.word.includes('=')) return [];
  const { stages, file, arguments: heads } = analysis?.build ?? { stages: [], file: null, arguments: [] };
  const first = file?.instructions[stages[0]?.instruction ?? Infinity];
  const inStage = first !== undefined && first.span.start.line < site.position.line;
  const own = heads
    .filter((one) => inStage && first.span.start.line > one.span.start.line)
    .map((one) =>
      offer(one.name, one.value === null ? 'from the head of the file' : `${one.value}, from the head of the file`),
    );
  const platforms = [
    'TARGETPLATFORM',
    'TARGETOS',
    'TARGETARCH',
    'TARGETVARIANT',
    'BUILDPLATFORM',
    'BUILDOS',
    'BUILDARCH',
  ];
  return [...own, ...(inStage ? platforms.map((name) => offer(name, 'set by BuildKit')) : [])];
}
