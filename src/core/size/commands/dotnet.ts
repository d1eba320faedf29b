// Step 3 of the walk, for RUN: dotnet. What it restores, builds and publishes is the project's, so assumed.

import type { Handler } from '../shell';
import { assumed, megabytes, readFlags } from './guess';
import { repository } from './jvm';

const SET = 'assumed; set this step’s size to narrow it.';

const DOTNET_VALUED = [
  '-o',
  '--output',
  '-c',
  '--configuration',
  '-r',
  '--runtime',
  '-f',
  '--framework',
  '-a',
  '--arch',
  '--os',
  '-v',
  '--verbosity',
  '--packages',
  '--version',
  '--tool-path',
  '-p',
  '--property',
];

const dotnet: Handler = (call, shell) => {
  const [verb, ...rest] = call.args;
  const flags = readFlags(rest, DOTNET_VALUED);
  const packages = shell.variables.get('NUGET_PACKAGES') ?? `${shell.home}/.nuget/packages`;
  const restore = (): void => repository(shell, packages, megabytes(3, 70, 500, 0.45), 'NuGet');
  const output = flags.value('-o', '--output');
  switch (verb) {
    case 'restore':
      restore();
      break;
    case 'build':
    case 'test':
    case 'pack':
      restore();
      shell.write(output ?? 'bin', megabytes(0.2, 9, 80, 0.45), assumed(`What dotnet ${verb} writes: ${SET}`), {
        kind: 'open',
      });
      shell.write('obj', megabytes(0.2, 3, 25, 0.35), assumed('Intermediate files of the build.'), { kind: 'tree' });
      break;
    case 'publish': {
      restore();
      const text = call.args.join(' ');
      const framework = /--no-self-contained|--self-contained[= ]?false|SelfContained=false/.test(text);
      const alone =
        !framework &&
        /--self-contained|--sc\b|SelfContained=true|PublishSingleFile=true|PublishTrimmed=true|PublishAot=true/.test(
          text,
        );
      const bytes = /PublishAot=true/.test(text)
        ? megabytes(3, 14, 50, 0.42)
        : /PublishTrimmed=true/.test(text)
          ? megabytes(12, 35, 90, 0.45)
          : alone
            ? megabytes(65, 95, 190, 0.42)
            : megabytes(0.15, 7, 70, 0.42);
      shell.write(
        output ?? 'bin',
        bytes,
        assumed(`The published application${alone ? ' with its runtime' : ''}: ${SET}`, 'dotnet-publish'),
        { kind: output === undefined ? 'open' : 'tree', names: /publish/ },
      );
      if (!flags.has('--no-build'))
        shell.write('obj', megabytes(0.2, 3, 25, 0.35), assumed('Intermediate files of the build.'), { kind: 'tree' });
      break;
    }
    case 'tool':
      if (rest[0] === 'install')
        shell.writeTree(
          flags.value('--tool-path') ?? `${shell.home}/.dotnet/tools`,
          megabytes(1, 25, 150, 0.4),
          assumed('A .NET tool: assumed.'),
        );
      break;
    case 'workload':
      shell.writeTree('/usr/share/dotnet/packs', megabytes(100, 600, 2500, 0.35), assumed('A .NET workload: assumed.'));
      break;
    default:
      break;
  }
  return undefined;
};

export const DOTNET: Readonly<Record<string, Handler>> = { dotnet };
