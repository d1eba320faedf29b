// How long links are: every Dockerfile of the conformance cases, packed as released and as plain deflate would.

import { readdirSync, readFileSync } from 'node:fs';
import { deflateSync, strToU8 } from 'fflate';
import { toBase64Url } from '../../src/share/base64url';
import { encode } from '../../src/share/codec';

const cases = new URL('../conformance/cases/', import.meta.url);

function dockerfiles(): string[] {
  return readdirSync(cases)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, cases), 'utf8').trim().split('\n'))
    .map((line) => (JSON.parse(line) as { dockerfile: string }).dockerfile);
}

const plain = (text: string): string => toBase64Url(deflateSync(strToU8(JSON.stringify({ text })), { level: 9 }));

function spread(lengths: number[]): string {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return `median ${at(0.5)}, p90 ${at(0.9)} characters`;
}

/** Lines for `npm run bench`: the part of a link behind `#`. */
export function linksBench(): string[] {
  const texts = dockerfiles();
  return [
    `links of ${texts.length} conformance Dockerfiles, with the vocabulary: ${spread(texts.map((text) => encode({ text }).length))}`,
    `the same as plain deflate: ${spread(texts.map((text) => plain(text).length))}`,
    `the same as text: ${spread(texts.map((text) => text.length))}`,
  ];
}
