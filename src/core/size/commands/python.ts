// Step 3 of the walk, for RUN: pip, uv, poetry, pipenv, conda, venv. Wheels by name from a table of the heavy ones;
// a requirements file is not in the Dockerfile, so assumed.

import { scaleBytes } from '../range';
import type { Call, Handler, Shell } from '../shell';
import { assumed, listed, megabytes, readFlags } from './guess';
import { wheelMegabytes } from './wheels';

const VALUED = [
  '-r',
  '--requirement',
  '-c',
  '--constraint',
  '-t',
  '--target',
  '--prefix',
  '--root',
  '-i',
  '--index-url',
  '--extra-index-url',
  '-f',
  '--find-links',
  '--python',
  '-p',
  '-w',
  '--wheel-dir',
  '-d',
  '--dest',
  '-e',
  '--editable',
  '--extra',
  '--group',
  '--only',
  '--without',
  '--with',
  '-E',
  '--platform',
  '--no-group',
  '--no-install-package',
  '--directory',
  '--project',
  '-n',
  '--name',
];

/** The site-packages in force: a venv that a step made or that PATH names, else the system's. */
function sitePackages(shell: Shell): string {
  const venv =
    shell.variables.get('VIRTUAL_ENV') ??
    /(?:^|:)(\/[^:]*venv[^:]*)\/bin(?::|$)/.exec(shell.variables.get('PATH') ?? '')?.[1];
  if (venv) return venv;
  const running = /^(.*)\/bin\/(?:pip|python)[\d.]*$/.exec(shell.current.split(' ')[0] ?? '')?.[1];
  if (running && !/^\/usr(\/local)?$/.test(running)) return shell.path(running);
  const user = shell.step.user !== '' && shell.step.user !== 'root' && shell.step.user !== '0';
  return user ? `${shell.home}/.local` : '/usr/local/lib/python3/site-packages';
}

function pipInstall(call: Call, shell: Shell, args: readonly string[], target: string | null): void {
  const flags = readFlags(args, VALUED);
  const into =
    target ??
    flags.value('-t', '--target', '--prefix') ??
    (flags.has('--user') ? `${shell.home}/.local` : sitePackages(shell));
  const files =
    flags.has('-r', '--requirement') ||
    flags.has('-e', '--editable') ||
    flags.words.some((word) => /^[./]|\.(whl|txt|gz)$|:\/\//.test(word));
  const names = flags.words.filter((word) => !/^[./]|\.(whl|txt|gz)$|:\/\//.test(word));
  for (const name of names) {
    const known = wheelMegabytes(name, args);
    if (known)
      shell.write(
        into,
        megabytes(known.low, known.likely, known.high, known.packed),
        assumed(`${name} with its dependencies: size of a recent release.`),
        { kind: 'tree' },
      );
    else
      shell.write(
        into,
        megabytes(0.1, 7, 90, 0.28),
        assumed(`${name} with its dependencies: not in the bundled facts.`),
        { kind: 'tree' },
      );
  }
  if (files)
    shell.write(
      into,
      megabytes(4, 110, 1200, 0.3),
      assumed(
        'Python requirements: not in the Dockerfile, so assumed; set this step’s size to narrow it.',
        'python-requirements',
      ),
      { kind: 'tree' },
    );
  const keeps =
    call.name.startsWith('pip') &&
    !flags.has('--no-cache-dir') &&
    !/^(1|true|on|yes)$/i.test(shell.variables.get('PIP_NO_CACHE_DIR') ?? call.prefix['PIP_NO_CACHE_DIR'] ?? '');
  if (keeps && (files || names.length > 0)) keepCache(shell, `${shell.home}/.cache/pip`, files ? 1 : 0.15);
}

function keepCache(shell: Shell, path: string, share: number): void {
  shell.writeTree(
    path,
    scaleBytes(megabytes(1, 40, 500, 0.9), share),
    assumed('Downloaded wheels stay in the cache without --no-cache-dir or a cache mount.', 'python-cache'),
  );
}

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

const VENV = megabytes(0.02, 10, 22, 0.25);

function makeVenv(shell: Shell, path: string, bare: boolean): void {
  const grounds = assumed(bare ? 'An empty virtual environment.' : 'A new virtual environment with pip in it.');
  shell.writeTree(path, bare ? megabytes(0.01, 0.05, 0.2, 0.4) : VENV, grounds);
}

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

const uv: Handler = (call, shell) => {
  const [verb, next, ...rest] = call.args;
  if (verb === 'pip' && next === 'install') pipInstall(call, shell, rest, null);
  else if (verb === 'venv') makeVenv(shell, next ?? '.venv', true);
  else if (verb === 'sync')
    project(
      shell,
      shell.variables.get('UV_PROJECT_ENVIRONMENT') ?? '.venv',
      `${shell.home}/.cache/uv`,
      call.args.includes('--no-cache') || shell.variables.has('UV_NO_CACHE'),
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
  else if (verb === 'cache') shell.machine.files.remove(`${shell.home}/.cache/uv`);
  else if (verb === 'run' && next !== undefined) return shell.run([next, ...rest]);
  else if (verb === 'build')
    shell.write('dist', megabytes(0.01, 0.3, 10, 0.9), assumed('The project’s wheel.'), { kind: 'tree' });
  return undefined;
};

function project(shell: Shell, into: string, cache: string, clean: boolean): void {
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
  if (!clean) keepCache(shell, cache, 1);
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
    project(
      shell,
      local ? '.venv' : apart ? `${shell.home}/.cache/pypoetry/virtualenvs` : sitePackages(shell),
      `${shell.home}/.cache/pypoetry/cache`,
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
  uv,
  poetry,
  pdm: poetry,
  pipenv: (call, shell) => {
    if (/^(install|sync)$/.test(call.args[0] ?? ''))
      project(
        shell,
        call.args.includes('--system') ? sitePackages(shell) : `${shell.home}/.local/share/virtualenvs`,
        `${shell.home}/.cache/pipenv`,
        false,
      );
    return undefined;
  },
  conda: conda,
  mamba: conda,
  micromamba: conda,
};

function conda(call: Call, shell: Shell): undefined {
  if (/^(install|create|update)$/.test(call.args[0] ?? '') || call.args[1] === 'create')
    shell.writeTree(
      '/opt/conda',
      megabytes(100, 900, 5000, 0.33),
      assumed('A conda environment: assumed; set this step’s size to narrow it.'),
    );
  else if (call.args[0] === 'clean') shell.machine.files.remove('/opt/conda/pkgs');
  return undefined;
}
