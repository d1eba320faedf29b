// `npm run render -- Dockerfile -o graph.svg`: the exports on the command line, the same bytes as in the browser, so that a
// docs build or a pre-commit hook can keep a picture fresh. The kind of file goes by the name's end.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadCatalogue } from './catalogue/catalogue';
import { settled } from './catalogue/load';
import { analyse, picture, toDot, toJson, toMarkdown, toMermaid } from './core';
import type { AnalyseOptions, Analysis } from './core';

const usage = `npm run render -- <Dockerfile> [-o <file>]... [--target <stage>] [--platform <os/arch>] [--build-arg <NAME=value>] [--theme light|dark]
  [--direction right|down]

The file's name says what is made: .svg, .mmd (Mermaid), .dot, .md or .json; -o may be given several times; without it an
SVG goes to standard output.
<Dockerfile> may be - for standard input.`;

const makers: Readonly<Record<string, (analysis: Analysis, theme?: 'light' | 'dark') => string>> = {
  svg: picture,
  mmd: toMermaid,
  dot: toDot,
  md: toMarkdown,
  json: toJson,
};

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const read = (address: URL): Promise<string> => readFile(address, 'utf8');

/** As `docker build --build-arg`: without a value, the one of the environment. */
function buildArgument(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, process.env[pair] ?? ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o', multiple: true },
      target: { type: 'string' },
      platform: { type: 'string' },
      'build-arg': { type: 'string', multiple: true },
      theme: { type: 'string' },
      direction: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [input] = positionals;
  if (values.help || input === undefined || positionals.length > 1) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const makerFor = (output: string): (typeof makers)[string] => {
    const ending = output.split('.').at(-1)?.toLowerCase() ?? '';
    const make = makers[ending];
    if (!make) throw new Error(`.${ending} is none of .${Object.keys(makers).join(', .')}`);
    return make;
  };
  const wanted = (values.output ?? []).map((output) => ({ output, make: makerFor(output) }));
  const { theme, direction } = values;
  if (theme !== undefined && theme !== 'light' && theme !== 'dark')
    throw new Error(`--theme is light or dark, not ${theme}`);
  if (direction !== undefined && direction !== 'right' && direction !== 'down')
    throw new Error(`--direction is right or down, not ${direction}`);
  const text = input === '-' ? await standardInput() : await readFile(input, 'utf8');
  const catalogue = await loadCatalogue(read);
  const options: AnalyseOptions = {
    ...(values['build-arg'] ? { buildArgs: Object.fromEntries(values['build-arg'].map(buildArgument)) } : {}),
    ...(values.target === undefined ? {} : { target: values.target }),
    ...(values.platform === undefined ? {} : { platform: values.platform }),
    ...(direction === undefined ? {} : { direction }),
  };
  const analysis = await settled(catalogue, () => analyse(text, options, catalogue), read);
  if (wanted.length === 0) process.stdout.write(picture(analysis, theme));
  for (const { output, make } of wanted) await writeFile(output, make(analysis, theme));
  for (const { severity, message, span } of analysis.problems) {
    if (severity === 'error') console.error(`line ${span.start.line + 1}: ${message}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
