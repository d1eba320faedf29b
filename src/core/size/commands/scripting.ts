// Step 3 of the walk, for RUN: Ruby, PHP, Perl, Elixir, R and the helper scripts of official images.

import type { Handler } from '../shell';
import { assumed, listed, megabytes, readFlags } from './guess';

const SET = 'assumed; set this step’s size to narrow it.';

const gem: Handler = (call, shell) => {
  if (call.args[0] !== 'install') return undefined;
  const names = readFlags(call.args.slice(1), ['-v', '--version', '-i', '--install-dir', '-n', '-P']).words;
  for (const name of names)
    shell.writeTree(
      `/usr/local/bundle/${name}`,
      name === 'bundler'
        ? megabytes(1, 1.6, 3, 0.25)
        : /^rails\b/.test(name)
          ? megabytes(35, 75, 130, 0.25)
          : megabytes(0.1, 8, 70, 0.3),
      assumed(`${name} with its dependencies: assumed.`),
    );
  return undefined;
};

const bundle: Handler = (call, shell) => {
  const [verb = 'install', ...rest] = call.args;
  if (verb === 'install' || verb.startsWith('-')) {
    const path =
      readFlags(rest, ['--path', '--jobs', '-j', '--retry', '--without', '--with', '--gemfile']).value('--path') ??
      shell.variables.get('BUNDLE_PATH') ??
      '/usr/local/bundle';
    const lean =
      /without|deployment/.test(call.text) || shell.variables.has('BUNDLE_WITHOUT') || shell.marked('bundle-lean');
    shell.writeTree(
      path,
      lean ? megabytes(15, 130, 600, 0.3) : megabytes(20, 190, 800, 0.3),
      assumed(`Gems of the Gemfile: ${SET}`, 'gems'),
    );
  } else if (verb === 'config' && /without|deployment/.test(call.text)) shell.mark('bundle-lean');
  else if (verb === 'exec') return shell.run(rest);
  return undefined;
};

const composer: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['-d', '--working-dir', '--prefer']);
  const [verb, ...names] = flags.words;
  const folder = flags.value('-d', '--working-dir') ?? '.';
  if (verb === 'install' || verb === 'update') {
    const lean = flags.has('--no-dev');
    shell.writeTree(
      `${folder}/vendor`,
      lean ? megabytes(3, 45, 250, 0.22) : megabytes(5, 85, 400, 0.22),
      assumed(`Packages of composer.json${lean ? ' without those for development' : ''}: ${SET}`, 'composer'),
    );
    shell.writeTree(
      `${shell.home}/.composer/cache`,
      megabytes(1, 18, 110, 0.95),
      assumed('Composer keeps what it downloaded.', 'composer'),
    );
  } else if (verb === 'require' || verb === 'global')
    shell.writeTree(
      `${folder}/vendor/${names[0] ?? 'new'}`,
      megabytes(0.2, 8, 90, 0.22),
      assumed(`${listed(names)}: assumed.`),
    );
  else if (verb === 'create-project')
    shell.writeTree(names[1] ?? '.', megabytes(5, 60, 300, 0.22), assumed(`${names[0] ?? 'A project'}: assumed.`));
  else if (verb === 'clear-cache' || verb === 'clearcache') shell.machine.files.remove(`${shell.home}/.composer/cache`);
  else if (verb === 'dump-autoload' || verb === 'dumpautoload')
    shell.write(
      `${folder}/vendor/composer`,
      megabytes(0.1, 1, 8, 0.15),
      assumed('Composer’s class map, stored again.'),
      { kind: 'tree' },
    );
  return undefined;
};

const extension =
  (perName: number): Handler =>
  (call, shell) => {
    const names = readFlags(call.args, ['-j']).words.filter((name) => !/^\d+$/.test(name));
    // The sources are unpacked from /usr/src/php.tar.xz and removed again.
    if (names.length > 0)
      shell.writeTree(
        '/usr/local/lib/php/extensions',
        megabytes(0.1 * names.length, perName * names.length, perName * 5 * names.length, 0.35),
        assumed(`PHP extensions ${listed(names)}: assumed.`),
      );
    return undefined;
  };

const rPackages: Handler = (call, shell) => {
  if (/install|renv::restore/.test(call.text))
    shell.writeTree('/usr/local/lib/R/site-library', megabytes(1, 60, 600, 0.35), assumed(`R packages: ${SET}`));
  return undefined;
};

export const SCRIPTING: Readonly<Record<string, Handler>> = {
  gem,
  bundle,
  bundler: bundle,
  rails: (call, shell) => {
    if (/assets:precompile/.test(call.text))
      shell.write('public/assets', megabytes(0.3, 10, 80, 0.5), assumed(`Compiled assets: ${SET}`), { kind: 'tree' });
    return undefined;
  },
  rake: (call, shell) => {
    if (/assets:precompile/.test(call.text))
      shell.write('public/assets', megabytes(0.3, 10, 80, 0.5), assumed(`Compiled assets: ${SET}`), { kind: 'tree' });
    return undefined;
  },
  bootsnap: (_, shell) => {
    shell.writeTree('tmp/cache/bootsnap', megabytes(2, 20, 80, 0.3), assumed('Bootsnap’s cache of compiled Ruby.'));
    return undefined;
  },
  composer,
  'composer.phar': composer,
  'docker-php-ext-install': extension(0.7),
  'install-php-extensions': extension(2.5),
  'docker-php-ext-configure': () => undefined,
  'docker-php-ext-enable': (_, shell) => {
    // On Alpine it installs binutils to look at the extension and removes it again: apk's database is stored anew.
    const alpine = shell.machine.distro?.id === 'alpine';
    const bytes = alpine ? megabytes(0.05, 0.08, 0.16, 0.27) : megabytes(0.00002, 0.00005, 0.0002, 0.8);
    shell.write('/usr/local/etc/php/conf.d/docker-php-ext.ini', bytes, assumed('A line of PHP configuration.'));
    return undefined;
  },
  pecl: (call, shell) => {
    if (call.args[0] === 'install') extension(1.5)({ ...call, args: call.args.slice(1) }, shell);
    return undefined;
  },
  php: (call, shell) => {
    if (/artisan/.test(call.text))
      shell.write('bootstrap/cache', megabytes(0.001, 0.1, 3, 0.2), assumed('Laravel’s cached configuration.'), {
        kind: 'tree',
      });
    return undefined;
  },
  cpanm: (call, shell) => {
    shell.writeTree(
      '/usr/local/lib/perl5',
      megabytes(0.1, 6, 60, 0.3),
      assumed(`${listed(readFlags(call.args).words)}: assumed.`),
    );
    return undefined;
  },
  mix: (call, shell) => {
    const verb = call.args[0] ?? '';
    if (verb === 'deps.get')
      shell.writeTree('deps', megabytes(2, 35, 200, 0.25), assumed(`Elixir dependencies: ${SET}`, 'mix'));
    else if (verb === 'deps.compile' || verb === 'compile')
      shell.writeTree(`_build/${verb}`, megabytes(1, 20, 120, 0.35), assumed(`Compiled Elixir: ${SET}`, 'mix'));
    else if (verb === 'assets.setup' || verb === 'tailwind.install' || verb === 'esbuild.install')
      shell.writeTree(
        `_build/${verb}`,
        megabytes(8, 60, 130, 0.4),
        assumed('Tailwind and esbuild as Mix downloads them.'),
      );
    else if (verb === 'assets.deploy')
      shell.write('priv/static', megabytes(0.05, 1.5, 30, 0.5), assumed(`Digested assets: ${SET}`), { kind: 'tree' });
    else if (verb === 'release')
      shell.write(
        '_build',
        megabytes(20, 45, 120, 0.42),
        assumed(`The release with its Erlang runtime: ${SET}`, 'mix-release'),
        { kind: 'open', names: /rel\// },
      );
    else if (verb === 'local.hex' || verb === 'local.rebar')
      shell.writeTree(`${shell.home}/.mix/${verb}`, megabytes(0.5, 1.2, 3, 0.5), assumed(`${verb}: assumed.`));
    return undefined;
  },
  'install.packages': () => undefined,
  Rscript: rPackages,
  R: rPackages,
  'install2.r': rPackages,
  'installGithub.r': rPackages,
  'installBioc.r': rPackages,
};
