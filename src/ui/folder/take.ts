// Takes a folder as the build context: reads it, tells how far it is, and can be stopped.

import { fileNameOf } from '../../editor/comfort/documents';
import type { App } from '../app.svelte';
import { readFolder, TooManyFiles, type GivenFile, type GivenFolder } from './read';

interface Source {
  readonly name: string;
  readonly folder: GivenFolder;
  readonly own: (name: string) => Promise<GivenFile | null>;
}

const count = (files: number): string => `${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}`;

export async function takeFolder(app: App, source: Source): Promise<void> {
  const { state } = app;
  const cancel = new AbortController();
  const onprogress = (files: number): void => {
    state.notice = {
      tone: 'info',
      text: `Reading “${source.name}”: ${count(files)} so far. Nothing leaves this page.`,
      action: {
        label: 'Cancel',
        run: () => {
          cancel.abort();
        },
      },
    };
  };
  onprogress(0);
  try {
    const reading = { signal: cancel.signal, onprogress };
    const read = await readFolder(source.folder, source.own, reading, fileNameOf(state.text));
    state.provide({
      ...state.given,
      context: read.files,
      ignoreFile: read.ignore?.text ?? '',
      contextName: source.name,
    });
    const left = read.ignore ? `, less what ${read.ignore.name} leaves out` : ', no .dockerignore found';
    const [wrong] = read.wrongRules;
    const stops = wrong === undefined ? '' : ` Its line “${wrong}” is no pattern: docker build would stop there.`;
    const { dockerfile } = read;
    const other = dockerfile !== null && dockerfile !== state.text;
    state.notice = {
      tone: 'info',
      text: `COPY now knows the files of “${source.name}”: ${count(read.files.length)}${left}.${stops}`,
      ...(other && {
        action: {
          label: 'Open its Dockerfile',
          run: () => {
            state.replace({ text: dockerfile }, `Opened the Dockerfile of “${source.name}”.`);
          },
        },
      }),
    };
  } catch (error) {
    state.notice = {
      tone: cancel.signal.aborted ? 'info' : 'problem',
      text: cancel.signal.aborted
        ? `Stopped reading “${source.name}”. Nothing was changed.`
        : error instanceof TooManyFiles
          ? `“${source.name}” holds more files than a build context can have here. Give the folder of the Dockerfile.`
          : `“${source.name}” could not be read. Nothing was changed.`,
    };
  }
}
