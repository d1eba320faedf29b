// The flags of each instruction and the options of RUN --mount, with what they take, as Docker's reference lists them.

export interface FlagHelp {
  readonly name: string;
  /** What may stand behind `=`; empty for anything, `null` for a flag that takes nothing. */
  readonly values: readonly string[] | null;
  readonly what: string;
}

const flag = (name: string, what: string, values: readonly string[] | null = []): FlagHelp => ({ name, what, values });

const platforms = ['$BUILDPLATFORM', '$TARGETPLATFORM', 'linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const copied: readonly FlagHelp[] = [
  flag('chown', 'User and group that own the files.'),
  flag('chmod', 'Permission bits of the files, such as 755 or u=rwX,go=rX.'),
  flag('link', 'A layer of its own, kept in the cache when the layers below change.', null),
  flag('exclude', 'Leaves out files that match a pattern. May be given more than once.'),
];

export const flags: Readonly<Record<string, readonly FlagHelp[]>> = {
  FROM: [flag('platform', 'Platform of the base image.', platforms)],
  COPY: [
    flag('from', 'A stage by name or number, or an image, to copy from.'),
    ...copied,
    flag('parents', 'Keeps the parent folders of the sources.', null),
  ],
  ADD: [
    ...copied,
    flag('checksum', 'Digest the download must have: sha256:…'),
    flag('keep-git-dir', 'Keeps the .git folder of a repository.', ['true', 'false']),
    flag('unpack', 'Whether an archive is unpacked.', ['true', 'false']),
  ],
  RUN: [
    flag('mount', 'Mounts a cache, a bind, a secret, a tmpfs or an SSH agent for this step only.'),
    flag('network', 'Network of the step.', ['default', 'none', 'host']),
    flag('security', 'Security mode of the step.', ['sandbox', 'insecure']),
    flag('device', 'A CDI device the step may use.'),
  ],
  HEALTHCHECK: [
    flag('interval', 'Time between checks.', ['30s', '1m']),
    flag('timeout', 'How long one check may take.', ['30s']),
    flag('start-period', 'Time to start up in which failures do not count.', ['5s']),
    flag('start-interval', 'Time between checks while starting.', ['5s']),
    flag('retries', 'Failures in a row that make it unhealthy.', ['3']),
  ],
};

export const mountTypes = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;
type MountType = (typeof mountTypes)[number];

interface MountOption extends FlagHelp {
  readonly of: readonly MountType[];
}

const option = (
  name: string,
  of: readonly MountType[],
  what: string,
  values: readonly string[] | null = [],
): MountOption => ({ name, of, what, values });

const mountOptions: readonly MountOption[] = [
  option('type', mountTypes, 'Kind of mount; bind without it.', mountTypes),
  option('target', mountTypes, 'Where it is mounted.'),
  option('source', ['bind', 'cache'], 'Path in the stage, image or context it comes from.'),
  option('from', ['bind', 'cache'], 'Stage or image it comes from.'),
  option('readwrite', ['bind'], 'Lets the step write; what it writes is thrown away.', null),
  option('readonly', ['cache'], 'Keeps the step from writing.', null),
  option('id', ['cache', 'secret', 'ssh'], 'Name that tells one cache or secret from another.'),
  option('sharing', ['cache'], 'How builds at the same time share the cache.', ['shared', 'private', 'locked']),
  option('mode', ['cache', 'secret', 'ssh'], 'Permission bits, in octal.'),
  option('uid', ['cache', 'secret', 'ssh'], 'User that owns it.'),
  option('gid', ['cache', 'secret', 'ssh'], 'Group that owns it.'),
  option('size', ['tmpfs'], 'Most bytes it may hold.'),
  option('required', ['secret', 'ssh'], 'Fails the build when it is missing.', ['true', 'false']),
  option('env', ['secret'], 'Environment variable that gets the secret, instead of a file.'),
];

/** The options of one kind of mount. */
export const optionsOf = (type: string): readonly FlagHelp[] =>
  mountOptions.filter((one) => (one.of as readonly string[]).includes(type));
