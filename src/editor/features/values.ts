// Names that Docker fixes: its build checks, and the signals a container is commonly stopped with.

/** The rules that `# check=skip=` may name. A test holds them against the checks there are. */
export const CHECKS: readonly string[] = [
  'ConsistentInstructionCasing',
  'CopyIgnoredFile',
  'DuplicateStageName',
  'ExposeInvalidFormat',
  'ExposeProtoCasing',
  'FromAsCasing',
  'FromPlatformFlagConstDisallowed',
  'InvalidDefaultArgInFrom',
  'InvalidDefinitionDescription',
  'JSONArgsRecommended',
  'LegacyKeyValueFormat',
  'MaintainerDeprecated',
  'MultipleInstructionsDisallowed',
  'NoEmptyContinuation',
  'RedundantTargetPlatform',
  'ReservedStageName',
  'SecretsUsedInArgOrEnv',
  'StageNameCasing',
  'UndefinedArgInFrom',
  'UndefinedVar',
  'WorkdirRelativePath',
];

export const signals: readonly string[] = [
  'SIGTERM',
  'SIGINT',
  'SIGQUIT',
  'SIGHUP',
  'SIGUSR1',
  'SIGUSR2',
  'SIGWINCH',
  'SIGKILL',
];

/** Where tools keep what is worth a cache mount. */
export const caches: readonly (readonly [path: string, tool: string])[] = [
  ['/var/cache/apt', 'apt, with sharing=locked'],
  ['/var/lib/apt', 'apt’s lists, with sharing=locked'],
  ['/root/.cache/go-build', 'Go builds'],
  ['/go/pkg/mod', 'Go modules'],
  ['/root/.npm', 'npm'],
  ['/usr/local/share/.cache/yarn', 'Yarn'],
  ['/root/.local/share/pnpm/store', 'pnpm'],
  ['/root/.cache/pip', 'pip'],
  ['/root/.cache/uv', 'uv'],
  ['/root/.m2', 'Maven'],
  ['/root/.gradle', 'Gradle'],
  ['/usr/local/cargo/registry', 'Cargo'],
  ['/root/.nuget/packages', 'NuGet'],
  ['/tmp/cache', 'Composer'],
];
