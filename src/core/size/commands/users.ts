// Step 3 of the walk, for RUN: accounts. They rewrite small files in /etc, with their backups, and copy /etc/skel.

import { estimateText } from './copying';
import type { Bytes } from '../facts';
import { range } from '../range';
import type { Call, Handler, Shell } from '../shell';

// As stored in layers of published images. Large user ids make /var/log/lastlog a large file with a hole in it.
const DEBIAN: Bytes = { disk: range(3_000, 5_000, 330_000), pull: range(880, 990, 1_400) };
const DEBIAN_HOME: Bytes = { disk: range(7_500, 9_600, 335_000), pull: range(2_700, 3_100, 3_600) };
const ALPINE: Bytes = { disk: range(1_800, 2_900, 6_000), pull: range(700, 800, 950) };
/** Without an account the other files stay as they are. */
const ALPINE_GROUP: Bytes = { disk: range(700, 1_200, 2_000), pull: range(280, 350, 450) };
const OTHER: Bytes = { disk: range(800, 5_000, 330_000), pull: range(350, 1_300, 6_000) };

const account: Handler = (call, shell) => {
  const weight = weightOf(call, shell);
  const before = shell.machine.files.layer.find((entry) => entry.path === '/etc/passwd');
  // The second account of a step rewrites the same files.
  if (!before || before.pull.likely < weight.pull.likely)
    shell.write('/etc/passwd', weight, estimateText('The account files in /etc, stored again.'));
  return undefined;
};

function weightOf({ name, args }: Call, shell: Shell): Bytes {
  const id = shell.machine.distro?.id;
  if (id === 'alpine') return /group/.test(name) ? ALPINE_GROUP : ALPINE;
  if (id !== 'debian' && id !== 'ubuntu') return OTHER;
  const home =
    name === 'useradd'
      ? args.some((arg) => /^(--create-home|-[A-Za-z]*m[A-Za-z]*)$/.test(arg))
      : name === 'adduser' && !args.some((arg) => /^(--no-create-home|--system|--group)$/.test(arg));
  return home ? DEBIAN_HOME : DEBIAN;
}

export const USERS: Readonly<Record<string, Handler>> = {
  useradd: account,
  adduser: account,
  groupadd: account,
  addgroup: account,
  usermod: account,
  groupmod: account,
  userdel: account,
  deluser: account,
  delgroup: account,
  groupdel: account,
};
