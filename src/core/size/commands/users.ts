// Step 3 of the walk, for RUN: accounts. They rewrite small files in /etc and copy /etc/skel.

import { estimateText } from './copying';
import type { Handler } from '../shell';

const ACCOUNTS = { disk: { low: 800, likely: 5_000, high: 330_000 }, pull: { low: 350, likely: 1_300, high: 6_000 } };

const account: Handler = (_, shell) => {
  // The second account of a step rewrites the same files.
  shell.write('/etc/passwd', ACCOUNTS, estimateText('The account files in /etc, stored again.'));
  return undefined;
};

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
