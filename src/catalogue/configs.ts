// What well-known images set for those built on them, from `data/configs.txt` (the format stands at its head).

import type { BaseConfig } from '../core';
import { readReference } from './reference';

/** Folders searched for programs in every image that does not say otherwise. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const WINDOWS = /windowsservercore|nanoserver/;

interface Block {
  readonly fits: (name: string, tag: string) => boolean;
  readonly lines: readonly string[];
}

interface Draft {
  readonly env: Map<string, string>;
  readonly ports: string[];
  readonly volumes: string[];
  user: string | null;
  workdir: string | null;
  entrypoint: readonly string[] | null;
  cmd: readonly string[] | null;
  stopSignal: string | null;
}

const glob = (text: string): RegExp => {
  const escaped = text.replace(/[.+^${}()[\]\\/]/g, '\\$&');
  return new RegExp(`^(?:${escaped.replaceAll('*', '.*').replaceAll('?', '.')})$`);
};

function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let images: string[] = [];
  let lines: string[] | null = null;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('FROM ')) {
      if (lines) images = [];
      lines = null;
      images.push(line.slice(5));
      continue;
    }
    if (!lines) {
      lines = [];
      const tests = images.map((image) => {
        const colon = image.indexOf(':');
        const name = glob(colon < 0 ? image : image.slice(0, colon));
        const tag = colon < 0 ? null : glob(image.slice(colon + 1));
        return (a: string, b: string): boolean => name.test(a) && (tag?.test(b) ?? true);
      });
      blocks.push({ fits: (name, tag) => tests.some((test) => test(name, tag)), lines });
    }
    lines.push(line);
  }
  return blocks;
}

/** `1.24.1` of the tag `1.24.1-alpine`; a tag that names no whole version leaves the value open. */
const versionOf = (tag: string): string | null => /^v?(\d+\.\d+\.\d+)(?![\d.])/.exec(tag)?.[1] ?? null;

function apply(draft: Draft, line: string, tag: string): void {
  const space = line.indexOf(' ');
  const keyword = space < 0 ? line : line.slice(0, space);
  const rest = space < 0 ? '' : line.slice(space + 1);
  if (keyword === 'ENV') {
    const [name = '', ...words] = rest.split(' ');
    const value = words.join(' ');
    const open = `\${${name}}`;
    const known = value === '@tag' ? (versionOf(tag) ?? open) : value === '' ? open : value;
    draft.env.set(name, known.replace('$PATH', draft.env.get('PATH') ?? PATH));
  } else if (keyword === 'USER') draft.user = rest;
  else if (keyword === 'WORKDIR') draft.workdir = rest;
  else if (keyword === 'ENTRYPOINT') draft.entrypoint = rest === '' ? null : (JSON.parse(rest) as string[]);
  else if (keyword === 'CMD') draft.cmd = JSON.parse(rest) as string[];
  else if (keyword === 'STOPSIGNAL') draft.stopSignal = rest;
  else if (keyword === 'EXPOSE') draft.ports.push(rest);
  else if (keyword === 'VOLUME') draft.volumes.push(rest);
  else throw new Error(`configs: no meaning for ${keyword}`);
}

export class ConfigStore {
  private blocks: readonly Block[] = [];
  private readonly answers = new Map<string, BaseConfig | null>();

  /** Takes in the text of the data file; throws on a line it has no meaning for, when that line is first used. */
  put(text: string): void {
    this.blocks = readBlocks(text);
    this.answers.clear();
  }

  of(reference: string): BaseConfig | null {
    const { name, tag } = readReference(reference);
    const key = `${name}:${tag}`;
    let answer = this.answers.get(key);
    if (answer === undefined) this.answers.set(key, (answer = this.find(name, tag)));
    return answer;
  }

  private find(name: string, tag: string): BaseConfig | null {
    const fitting = WINDOWS.test(tag) ? [] : this.blocks.filter((block) => block.fits(name, tag));
    if (fitting.length === 0) return null;
    const draft: Draft = {
      env: new Map(),
      ports: [],
      volumes: [],
      user: null,
      workdir: null,
      entrypoint: null,
      cmd: null,
      stopSignal: null,
    };
    for (const { lines } of fitting) for (const line of lines) apply(draft, line, tag);
    return { ...draft, env: [...draft.env] };
  }
}
