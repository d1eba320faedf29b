// Base images and their tags from the catalogue, with what they weigh and as of when.

import { formatBytes } from '../../../core';
import type { ImageSuggestion } from '../../knowledge';
import { typed, type Asked, type Completion } from './completion';

function weight({ pull, disk }: ImageSuggestion): string {
  const parts = [
    pull === null ? '' : `${formatBytes(pull)} to pull`,
    disk === null ? '' : `${formatBytes(disk)} on disk`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Offered before the others while nothing is typed: what most Dockerfiles start from. */
const USUAL = [
  'alpine',
  'debian',
  'ubuntu',
  'node',
  'python',
  'golang',
  'rust',
  'eclipse-temurin',
  'nginx',
  'php',
  'ruby',
];

const rank = (reference: string): number => (USUAL.indexOf(reference) + USUAL.length + 1) % (USUAL.length + 1);

/** Images for a reference that has been typed as far as `written`. */
export async function completeImages(asked: Asked, written: string): Promise<readonly Completion[]> {
  const { knowledge, site, analysis } = asked;
  if (written.includes('$') || written.includes('@')) return [];
  const suggestions = await knowledge.suggest(written, analysis?.build.platform ?? 'linux/amd64');
  const colon = written.lastIndexOf(':');
  const tagged = colon > written.lastIndexOf('/');
  const ordered = tagged ? suggestions : [...suggestions].sort((a, b) => rank(a.reference) - rank(b.reference));
  return ordered.map((one) => {
    const label = tagged ? one.reference.slice(colon + 1) : one.reference;
    return {
      label,
      detail: weight(one),
      documentation: [one.reference, one.asOf === null ? '' : `Sizes as of ${one.asOf}.`].join('\n\n').trim(),
      insert: label,
      kind: tagged ? 'tag' : 'image',
      replace: typed(site, tagged ? written.length - colon - 1 : written.length),
      ...(tagged ? {} : { next: 'tag' as const }),
    };
  });
}
