// Step 3 of the walk, for RUN: tools that turn sources into a site or a program in one go: static site generators, and
// compilers with a command of their own. Where the output lands is known by the tool, its size assumed.

import type { Handler } from '../shell';
import { assumed, megabytes, readFlags } from './guess';

const SET = 'assumed; set this step’s size to narrow it.';

/** Writes a site to the folder named by a flag, else to the tool's own. `verb`: what the first word must be. */
const site =
  (verb: RegExp, flags: readonly string[], own: string): Handler =>
  (call, shell) => {
    const read = readFlags(call.args, flags);
    if (!verb.test(read.words[0] ?? '')) return undefined;
    const grounds = assumed(`The site that ${call.name} writes: ${SET}`, 'site');
    shell.writeTree(read.value(...flags) ?? own, megabytes(0.2, 6, 120, 0.4), grounds);
    return undefined;
  };

const ANY = /^/;
const BUILD = /^build$/;

/** A document beside its source, with what TeX notes on the way. */
const tex: Handler = (call, shell) => {
  const flags = readFlags(call.args, [
    '-outdir',
    '-output-directory',
    '--output-directory',
    '-jobname',
    '-interaction',
  ]);
  const folder = flags.value('-outdir', '-output-directory', '--output-directory') ?? '.';
  const grounds = assumed(`The document that ${call.name} writes: ${SET}`, 'document');
  shell.write(folder, megabytes(0.03, 0.8, 25, 0.8), grounds, { kind: 'open', names: /\.(pdf|dvi|ps)$/ });
  return undefined;
};

/** Writes the file named by a flag. */
const document: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['-o', '--output', '--out-file', '-D', '--destination-dir']);
  const file = flags.value('-o', '--output', '--out-file') ?? flags.value('-D', '--destination-dir');
  if (file !== undefined)
    shell.write(
      file,
      megabytes(0.01, 0.4, 25, 0.6),
      assumed(`The document that ${call.name} writes: ${SET}`, 'document'),
    );
  return undefined;
};

export const SITES: Readonly<Record<string, Handler>> = {
  hugo: site(/^(|build|--.*)$/, ['-d', '--destination', '-s', '--source', '-b', '--baseURL'], 'public'),
  jekyll: site(/^(b|build)$/, ['-d', '--destination'], '_site'),
  mkdocs: site(BUILD, ['-d', '--site-dir'], 'site'),
  mdbook: site(BUILD, ['-d', '--dest-dir'], 'book'),
  zola: site(BUILD, ['-o', '--output-dir'], 'public'),
  eleventy: site(ANY, ['--output'], '_site'),
  latexmk: tex,
  latex: tex,
  pdflatex: tex,
  xelatex: tex,
  lualatex: tex,
  tectonic: tex,
  bibtex: () => undefined,
  biber: () => undefined,
  makeindex: () => undefined,
  pandoc: document,
  asciidoctor: document,
  'asciidoctor-pdf': document,
  doxygen: (_, shell) => {
    shell.writeTree('html', megabytes(0.3, 8, 150, 0.3), assumed(`The pages that doxygen writes: ${SET}`, 'site'));
    return undefined;
  },
  'sphinx-build': (call, shell) => {
    const folder = readFlags(call.args, ['-b', '-d', '-c', '-D', '-A', '-t', '-j']).words[1] ?? '_build';
    shell.writeTree(folder, megabytes(0.5, 8, 80, 0.3), assumed(`The pages that Sphinx writes: ${SET}`, 'site'));
    return undefined;
  },
  'wasm-pack': (call, shell) => {
    const folder = readFlags(call.args, ['-d', '--out-dir', '-t', '--target']).value('-d', '--out-dir') ?? 'pkg';
    if (call.args[0] === 'build')
      shell.writeTree(folder, megabytes(0.03, 0.4, 8, 0.4), assumed(`A WebAssembly package: ${SET}`, 'wasm'));
    return undefined;
  },
  trunk: (call, shell) => {
    const folder = readFlags(call.args, ['-d', '--dist']).value('-d', '--dist') ?? 'dist';
    if (call.args[0] === 'build')
      shell.writeTree(folder, megabytes(0.1, 1.5, 20, 0.4), assumed(`A site in WebAssembly: ${SET}`, 'wasm'));
    return undefined;
  },
  tinygo: (call, shell) => {
    const file = readFlags(call.args, ['-o', '-target']).value('-o');
    if (call.args[0] === 'build' && file !== undefined)
      shell.write(file, megabytes(0.01, 0.5, 5, 0.4), assumed(`A program by TinyGo: ${SET}`));
    return undefined;
  },
  'native-image': (call, shell) => {
    const flags = readFlags(call.args, ['-o', '-jar', '-cp', '-H']);
    const file = flags.value('-o') ?? flags.value('-jar')?.replace(/^.*\/|\.jar$/g, '') ?? flags.words.at(-1);
    if (file !== undefined)
      shell.write(file, megabytes(12, 60, 180, 0.32), assumed(`A native program by GraalVM: ${SET}`, 'native-image'));
    return undefined;
  },
  deno: (call, shell) => {
    const flags = readFlags(call.args, ['-o', '--output', '--target', '--config', '-c']);
    const file = flags.value('-o', '--output');
    if (call.args[0] === 'compile' && file !== undefined)
      shell.write(file, megabytes(70, 95, 150, 0.38), assumed('A program with Deno inside.'));
    else if (/^(cache|install|add)$/.test(call.args[0] ?? ''))
      shell.writeTree(
        shell.variables.get('DENO_DIR') ?? `${shell.home}/.cache/deno`,
        megabytes(0.5, 20, 250, 0.3),
        assumed(`Modules that Deno keeps: ${SET}`, 'deno-cache'),
      );
    return undefined;
  },
};
