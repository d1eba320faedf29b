// Step 3 of the walk, for RUN: pip, python -m, venv. Projects' own tools are in python-projects.ts.

import type { Handler } from '../shell';
import { assumed, listed, megabytes, readFlags } from './guess';
import { runInstaller } from './installers';
import { VALUED, makeVenv, pipInstall, sitePackages } from './pip';

const pip: Handler = (call, shell) => {
  const [verb, ...rest] = call.args.filter((arg, at) => at > 0 || !arg.startsWith('-'));
  if (verb === 'install') pipInstall(call, shell, rest, null);
  else if (verb === 'wheel' || verb === 'download') {
    const into = readFlags(rest, VALUED).value('-w', '--wheel-dir', '-d', '--dest') ?? '.';
    shell.write(
      into,
      megabytes(1, 35, 400, 0.95),
      assumed('Wheels of the requirements: assumed.', 'python-requirements'),
      { kind: into === '.' ? 'open' : 'tree', names: /\.whl$/ },
    );
  } else if (verb === 'cache') shell.machine.files.remove(`${shell.home}/.cache/pip`);
  return undefined;
};

const python: Handler = (call, shell) => {
  const at = call.args.indexOf('-m');
  if (at >= 0) {
    const [module = '', ...rest] = call.args.slice(at + 1);
    if (module === 'venv' || module === 'virtualenv') {
      const path = rest.filter((arg) => !arg.startsWith('-')).at(-1);
      if (path !== undefined) makeVenv(shell, path, rest.includes('--without-pip'));
      return undefined;
    }
    if (module === 'compileall') {
      shell.write('.', megabytes(0, 5, 80, 0.4), assumed('Compiled Python files.'), { kind: 'open' });
      return undefined;
    }
    return shell.run([module, ...rest]);
  }
  const script = call.args.find((arg) => !arg.startsWith('-'));
  if (script === undefined && call.input?.url !== undefined)
    return /get-pip\.py$/.test(call.input.url)
      ? shell.run(['pip', 'install', '--no-cache-dir', 'pip', 'setuptools', 'wheel'])
      : runInstaller(call.input.url, call.text, shell);
  if (call.args.includes('-c') || script === undefined) return undefined;
  if (/get-pip\.py$/.test(script))
    shell.writeTree(
      '/usr/local/lib/python3/site-packages',
      megabytes(8, 13, 22, 0.27),
      assumed('pip, setuptools and wheel.'),
    );
  else if (/setup\.py$/.test(script))
    shell.writeTree(sitePackages(shell), megabytes(0.05, 2, 60, 0.3), assumed('The project itself, installed.'));
  else if (/manage\.py$/.test(script) && call.args.includes('collectstatic'))
    shell.write('.', megabytes(0.2, 6, 60, 0.4), assumed('Collected static files: assumed.'), {
      kind: 'open',
      names: /static/,
    });
  else if (!/manage\.py$/.test(script)) shell.puzzle(call.text, `What \`${script}\` writes is not in the Dockerfile.`);
  return undefined;
};

export const PYTHON: Readonly<Record<string, Handler>> = {
  pip,
  pip3: pip,
  pipx: (call, shell) => {
    if (call.args[0] === 'install')
      shell.writeTree(
        `${shell.home}/.local/share/pipx`,
        megabytes(5, 40, 250, 0.3),
        assumed(`${listed(call.args.slice(1))} in its own environment.`),
      );
    return undefined;
  },
  python,
  python3: python,
  virtualenv: (call, shell) => {
    makeVenv(shell, call.args.filter((arg) => !arg.startsWith('-')).at(-1) ?? 'venv', false);
    return undefined;
  },
};
