// Step 3 of the walk, for RUN: curl, wget, git clone. A download is known by name and version where a fact exists (see
// releases.ts), else assumed.

import { baseName } from '../paths';
import type { Call, Handler, Stream } from '../shell';
import { keepUnpacked } from './archives';
import { assumed, megabytes, readFlags } from './guess';
import { fetched } from './fetched';

const VALUED = [
  '-o',
  '--output',
  '-O',
  '--output-document',
  '-P',
  '--directory-prefix',
  '-H',
  '--header',
  '-A',
  '-d',
  '--data',
  '--data-urlencode',
  '-X',
  '--request',
  '-u',
  '--user',
  '-m',
  '--max-time',
  '--retry',
  '--retry-delay',
  '--connect-timeout',
  '-x',
  '--proxy',
  '-F',
  '-b',
  '-c',
  '-e',
  '-T',
  '-t',
  '--tries',
  '--cacert',
  '--output-dir',
  '-w',
  '--write-out',
  '-U',
  '--url',
  '--timeout',
  '--retry-max-time',
  '--proto',
  '--ciphers',
];

const flagsOf = (call: Call) => {
  // `-O` names a file for wget only; curl's takes the name from the address, and `-c` continues for wget.
  const valued =
    call.name === 'curl'
      ? VALUED.filter((flag) => flag !== '-O' && flag !== '-P')
      : VALUED.filter((flag) => !['-x', '-b', '-c', '-F', '-X', '-d', '-u', '-m'].includes(flag));
  return readFlags(call.args, valued);
};

const fetch: Handler = (call, shell) => {
  const flags = flagsOf(call);
  const urls = [flags.value('--url'), ...flags.words].filter(
    (word): word is string => word !== undefined && /:\/\/|^\$|\.\w+\//.test(word),
  );
  const toText = call.name === 'curl' && flags.has('-I', '--head');
  let last: Stream | undefined;
  for (const url of toText ? [] : urls) {
    const stream = fetched(url);
    const named = call.name === 'curl' ? flags.value('-o', '--output') : flags.value('-O', '--output-document');
    const folder = call.name === 'curl' ? flags.value('--output-dir') : flags.value('-P', '--directory-prefix');
    const own = call.name === 'wget' || flags.has('-O', '--remote-name', '-J', '--remote-name-all');
    if (named === '-' || (named === undefined && !own)) last = stream;
    else if (named !== '/dev/null') {
      const file =
        named ?? `${folder === undefined ? '' : `${folder}/`}${baseName(url.replace(/[?#].*$/, '')) || 'index.html'}`;
      shell.write(file, stream, stream.grounds);
      if (stream.unpacked) keepUnpacked(shell, stream.unpacked);
    }
  }
  return last;
};

const git: Handler = (call, shell) => {
  const flags = readFlags(call.args, [
    '-C',
    '-b',
    '--branch',
    '--depth',
    '-c',
    '--config',
    '-o',
    '--origin',
    '-j',
    '--jobs',
    '--filter',
    '--reference',
  ]);
  const [verb, url = '', into] = flags.words;
  if (verb === 'clone') {
    const folder = into ?? baseName(url.replace(/\/$/, '')).replace(/\.git$/, '');
    const bytes = flags.has('--depth') ? megabytes(0.3, 10, 150, 0.45) : megabytes(0.5, 35, 500, 0.65);
    shell.writeTree(folder, bytes, assumed(`${url}: its size is not known; a shallow clone is the smaller.`));
  } else if (verb === 'submodule') {
    shell.write('.', megabytes(0, 10, 200, 0.5), assumed('Submodules: their size is not known.'), { kind: 'open' });
  }
  return undefined;
};

/** Weights of a model: which, and how many bytes, its page says. */
const model: Handler = (call, shell) => {
  if (/^(download|pull)$/.test(call.args[0] ?? ''))
    shell.puzzle(
      call.text,
      'How large a model is stands on its page; set this step’s size.',
      megabytes(50, 3000, 40_000, 0.85),
    );
  return undefined;
};

export const DOWNLOADS: Readonly<Record<string, Handler>> = {
  curl: fetch,
  wget: fetch,
  aria2c: fetch,
  git,
  'huggingface-cli': model,
  hf: model,
  ollama: model,
};
