// Model, phase `steps`: what each instruction does to its stage. In: the command and the stage at work. Out: the action as
// drawn, every variable replaced and every path absolute. Follows BuildKit's dispatch functions and the lines they write
// into the history.

import { quoteAll } from '../parse/quote';
import type { Action } from './build';
import type { Action as Written, Command, Pair, ShellForm } from './command';
import { workingDir } from './path';
import { performRun } from './perform-run';
import { performTransfer } from './perform-transfer';
import { Refusal } from './refusal';
import type { StageRun } from './stage-run';
import { isVariable } from './stage-run';

export function perform(run: StageRun, command: Command): Action {
  const { action } = command;
  switch (action.kind) {
    case 'run':
      return performRun(run, action, command);
    case 'copy':
    case 'add':
      return performTransfer(run, action, command);
    case 'env':
    case 'label':
      return setPairs(run, action.kind, action.pairs);
    case 'arg':
      return declare(run, action);
    case 'workdir':
      return enter(run, run.expand(action.text));
    case 'user': {
      const user = run.expand(action.text);
      run.image.set('User', user);
      run.commit(() => `USER ${user}`, false);
      return { kind: 'user', user };
    }
    case 'stopsignal': {
      const text = run.expand(action.text);
      run.check(() => {
        run.context.details?.checkSignal(text);
      });
      run.image.set('StopSignal', text);
      run.commit(() => `STOPSIGNAL ${text}`, false);
      return { kind: 'stopsignal', text };
    }
    case 'maintainer':
      run.commit(() => `MAINTAINER ${action.text}`, false);
      return { kind: 'maintainer', text: action.text };
    case 'expose':
      return expose(run, action.words);
    case 'volume':
      return volume(run, action.words);
    case 'cmd':
    case 'entrypoint':
      return setCommand(run, action.kind, action);
    case 'shell':
      run.image.set('Shell', action.argv);
      run.commit(() => `SHELL [${action.argv.join(' ')}]`, false);
      return { kind: 'shell', argv: action.argv };
    case 'healthcheck': {
      const { health } = action;
      const { details } = run.context;
      if (health) run.image.health(health);
      run.commit(() => `HEALTHCHECK ${health && details ? details.formatHealth(health) : ''}`, false);
      return { kind: 'healthcheck', text: health?.test.join(' ') ?? '' };
    }
    case 'onbuild':
      run.image.trigger(action.text);
      return { kind: 'onbuild', text: action.text };
    case 'unknown':
      return { kind: 'unknown', text: command.instruction.code };
  }
}

/** All names and values are read before any is set. */
function setPairs(run: StageRun, kind: 'env' | 'label', written: readonly Pair[]): Action {
  const pairs = written.map(({ name, value }) => [run.expand(name), run.expand(value)] as const);
  if (kind === 'label') run.image.label(pairs);
  else for (const [name, value] of pairs) run.setEnvironment(name, value);
  run.commit(() => [kind.toUpperCase(), ...pairs.map(([name, value]) => `${name}=${value}`)].join(' '), false);
  return { kind, pairs };
}

/** One after the other: a later default sees an earlier name. */
function declare(run: StageRun, { variables }: Written & { readonly kind: 'arg' }): Action {
  const { globals, options } = run.context;
  const given = options.buildArgs ?? {};
  const pairs = variables.map(({ name, value }) => {
    const final = Object.hasOwn(given, name)
      ? (given[name] ?? '')
      : value !== null
        ? run.expand(value)
        : (globals.scope.get(name) ?? null);
    if (final !== null && isVariable(name)) run.setVariable(name, final);
    run.buildArgs.set(name, final);
    return [name, final] as const;
  });
  run.commit(
    () => ['ARG', ...pairs.map(([name, value]) => (value === null ? name : `${name}=${value}`))].join(' '),
    false,
  );
  return { kind: 'arg', pairs };
}

function enter(run: StageRun, path: string): Action {
  run.observe({ kind: 'workdir', step: run.stepId, path });
  const full = run.attempt(run.image.workdir, () => workingDir(run.image.workdir, path, run.os));
  run.image.set('WorkingDir', full);
  const shown = run.os === 'windows' ? full.replaceAll('\\', '/') : full;
  run.commit(() => `WORKDIR ${shown}`, shown !== '/');
  return { kind: 'workdir', path: shown };
}

function expose(run: StageRun, words: readonly string[]): Action {
  const ports = words
    .flatMap((word) => run.expandWords(word))
    .flatMap((word) => {
      run.observe({ kind: 'port', step: run.stepId, port: word });
      return run.attempt<readonly string[]>([], () => run.context.details?.readPorts(word) ?? []);
    });
  run.image.expose(ports);
  run.commit(() => `EXPOSE [${ports.join(' ')}]`, false);
  return { kind: 'expose', ports };
}

function volume(run: StageRun, words: readonly string[]): Action {
  const paths = words.map(run.expandWord);
  run.check(() => {
    if (paths.includes('')) throw new Refusal('VOLUME specified can not be an empty string');
  });
  run.image.volume(paths);
  run.commit(() => `VOLUME [${paths.join(' ')}]`, false);
  return { kind: 'volume', paths };
}

function setCommand(run: StageRun, kind: 'cmd' | 'entrypoint', { argv: written, shell }: ShellForm): Action {
  const argv = shell ? run.withShell(written) : written;
  if (kind === 'cmd') {
    run.image.set('Cmd', argv);
    run.image.set('ArgsEscaped', true);
    run.cmdGiven = true;
  } else {
    run.image.set('Entrypoint', argv);
    if (!run.cmdGiven) run.image.clear('Cmd');
  }
  run.commit(() => `${kind.toUpperCase()} ${quoteAll(argv)}`, false);
  return { kind, argv };
}
