// Flattening: instructions that only change settings. In: the step and whether its stage ships. Out: lines of the file. Settings of a
// stage that stays behind are left out; its variables and arguments come into force where a command needs them.

import type { Step } from '../model/build';
import type { Instruction } from '../parse/instruction';
import type { FlatFile } from './flat-file';
import type { Excerpt } from './flat-run';
import { assignment, pathWords, wholeText } from './flat-words';

export function flatSetting(
  file: FlatFile,
  step: Step,
  env: ReadonlyMap<string, string>,
  instruction: Instruction,
  excerpt: Excerpt,
  ships: boolean,
): void {
  const { action } = step;
  const written = (): string =>
    step.triggeredBy === null && instruction.trailingComment === null ? excerpt(instruction.span) : step.text;
  switch (action.kind) {
    case 'workdir':
      file.enter(action.path);
      return;
    case 'arg':
      file.arg(written(), action.pairs);
      return;
  }
  if (!ships) return;
  switch (action.kind) {
    case 'env':
      file.env(action.pairs, env);
      return;
    case 'label':
      file.put(`LABEL ${action.pairs.map(([name, value]) => assignment(name, value, file.escape)).join(' ')}`);
      return;
    case 'expose':
      if (action.ports.length > 0) file.put(`EXPOSE ${action.ports.join(' ')}`);
      return;
    case 'volume':
      file.put(`VOLUME ${pathWords(action.paths, file.escape)}`);
      return;
    case 'stopsignal':
      file.put(`STOPSIGNAL ${wholeText(action.text, file.escape)}`);
      return;
    case 'shell':
      file.setShell(action.argv);
      return;
    case 'healthcheck':
    case 'maintainer':
      file.put(written());
      return;
    // Written at the end, from the settings of the finished image; USER where a command runs.
    case 'user':
    case 'cmd':
    case 'entrypoint':
    case 'onbuild':
      return;
    case 'unknown':
      file.note(`Docker does not know this instruction, so it is left out: ${step.text}`);
      return;
  }
}
