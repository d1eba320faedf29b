// Step 3 of the walk, for RUN: uv, poetry, pdm, pipenv and conda. Which packages a project needs is in its own files,
// not in the Dockerfile, so assumed.

import type { Call, Handler, Shell } from '../shell';
import { assumed, listed, megabytes, readFlags } from './guess';
import { keepCache, makeVenv, pipInstall, sitePackages } from './pip';

const SET = 'assumed; set this step’s size to narrow it.';

const uvCache = (shell: Shell): string => shell.variables.get('UV_CACHE_DIR') ?? `${shell.home}/.cache/uv`;

const uv: Handler = (call, shell) => {
  const [verb, next, ...rest] = call.args;
  if (verb === 'pip' && next === 'install') pipInstall(call, shell, rest, null);
  else if (verb === 'venv') makeVenv(shell, next ?? '.venv', true);
  else if (verb === 'sync')
    project(
      shell,
      shell.variables.get('UV_PROJECT_ENVIRONMENT') ?? '.venv',
      uvCache(shell),
      call.args.includes('--no-cache') || shell.variables.has('UV_NO_CACHE'),
      // Links into the environment take no room of their own.
      shell.variables.get('UV_LINK_MODE') === 'copy' ? 2 : 0.1,
    );
  else if (verb === 'python' && next === 'install')
    shell.writeTree(
      `${shell.home}/.local/share/uv/python`,
      megabytes(60, 95, 150, 0.3),
      assumed('A Python that uv downloads.'),
    );
  else if (verb === 'tool' && next === 'install')
    shell.writeTree(
      `${shell.home}/.local/share/uv/tools`,
      megabytes(1, 25, 200, 0.3),
      assumed(`${listed(rest)}: a tool in its own environment.`),
    );
  else if (verb === 'cache') shell.machine.files.remove(uvCache(shell));
  else if (verb === 'run' && next !== undefined) return shell.run([next, ...rest]);
  else if (verb === 'build')
    shell.write('dist', megabytes(0.01, 0.3, 10, 0.9), assumed('The project’s wheel.'), { kind: 'tree' });
  return undefined;
};

function project(shell: Shell, into: string, cache: string, clean: boolean, kept = 1): void {
  if (
    shell.holding(shell.path(into)).some((one) => !one.inside && one.entry.grounds.assumption === 'python-requirements')
  ) {
    shell.writeTree(
      into,
      megabytes(0.01, 0.5, 15, 0.3),
      assumed('The project itself, beside dependencies that are there.'),
    );
    return;
  }
  shell.writeTree(
    into,
    megabytes(5, 130, 1200, 0.3),
    assumed(
      'Dependencies of pyproject.toml: not in the Dockerfile, so assumed; set this step’s size to narrow it.',
      'python-requirements',
    ),
  );
  if (!clean) keepCache(shell, cache, kept);
}

const poetry: Handler = (call, shell) => {
  const [verb, ...rest] = call.args;
  if (verb === 'install' || verb === 'sync') {
    const apart =
      !/^(0|false)$/i.test(shell.variables.get('POETRY_VIRTUALENVS_CREATE') ?? 'true') &&
      !shell.marked('poetry-no-venv');
    const local =
      /^(1|true)$/i.test(shell.variables.get('POETRY_VIRTUALENVS_IN_PROJECT') ?? '') ||
      shell.marked('poetry-in-project');
    const cache = shell.variables.get('POETRY_CACHE_DIR') ?? `${shell.home}/.cache/pypoetry`;
    project(
      shell,
      local
        ? '.venv'
        : apart
          ? (shell.variables.get('POETRY_VIRTUALENVS_PATH') ?? `${cache}/virtualenvs`)
          : sitePackages(shell),
      `${cache}/cache`,
      rest.includes('--no-cache'),
    );
  } else if (verb === 'config' && rest.includes('virtualenvs.create')) shell.mark('poetry-no-venv');
  else if (verb === 'config' && rest.includes('virtualenvs.in-project')) shell.mark('poetry-in-project');
  else if (verb === 'export') {
    const out = readFlags(rest, ['-o', '--output', '-f']).value('-o', '--output');
    if (out !== undefined)
      shell.write(out, megabytes(0.001, 0.02, 0.3, 0.4), assumed('An exported requirements file.'));
  }
  return undefined;
};

const pipenv: Handler = (call, shell) => {
  if (/^(install|sync)$/.test(call.args[0] ?? ''))
    project(
      shell,
      call.args.includes('--system') ? sitePackages(shell) : `${shell.home}/.local/share/virtualenvs`,
      `${shell.home}/.cache/pipenv`,
      false,
    );
  return undefined;
};

function conda(call: Call, shell: Shell): undefined {
  const named = readFlags(call.args.slice(1), ['-n', '--name', '-p', '--prefix', '-c', '--channel', '-f', '--file']);
  if (call.args[0] === 'install' && named.words.length > 0 && !named.has('-f', '--file'))
    shell.writeTree(
      `/opt/conda/${named.words.join('+')}`,
      megabytes(5, 250 * Math.sqrt(named.words.length), 4000, 0.33),
      assumed(`${listed(named.words)} from conda with what they need: ${SET}`),
    );
  else if (/^(install|create|update)$/.test(call.args[0] ?? '') || call.args[1] === 'create')
    shell.writeTree('/opt/conda', megabytes(100, 900, 5000, 0.33), assumed(`A conda environment: ${SET}`));
  else if (call.args[0] === 'clean') shell.machine.files.remove('/opt/conda/pkgs');
  return undefined;
}

export const PYTHON_PROJECTS: Readonly<Record<string, Handler>> = {
  uv,
  poetry,
  pdm: poetry,
  pipenv,
  conda,
  mamba: conda,
  micromamba: conda,
};
