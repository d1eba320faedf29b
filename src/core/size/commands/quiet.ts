// Step 3 of the walk, for RUN: commands that store nothing worth counting.

import type { Call } from '../shell';

const QUIET = new Set(
  (
    ': true false [ [[ test set unset export readonly local declare typeset shift return exit break continue wait trap umask ' +
    'ulimit alias hash type command builtin getopts read let source . sleep pwd whoami id who groups uname arch nproc ' +
    'hostname date ls ll stat file wc head tail sort uniq cut tr grep egrep fgrep rg find xargs diff cmp md5sum sha1sum ' +
    'sha256sum sha384sum sha512sum cksum b2sum gpg gpgv gpgconf dirmngr which whereis locate dirname basename realpath ' +
    'readlink mktemp seq yes printenv df du free ps kill pkill killall top sync mount umount lsof ldd nm objdump readelf ' +
    'scanelf getent getconf locale dpkg-architecture dpkg-query rpmkeys apt-cache apt-mark apt-config debconf-set-selections ' +
    'debconf-show ping nc netcat nslookup dig host ssh ssh-keyscan openssl curl-config pg_config pkg-config jq yq less more ' +
    'expr bc rev fold nl paste join comm tac shuf env nice time timeout stty tty setcap getcap update-rc.d systemctl service ' +
    'invoke-rc.d rc-update a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf phpenmod phpdismod shellcheck hadolint ' +
    'visudo passwd chpasswd chage chsh loginctl setfacl getfacl sysctl modprobe dircolors unlink rmdir newgrp stdbuf setsid ' +
    'update-alternatives crontab envsubst base64 htpasswd psql mysql redis-cli dpkg-reconfigure pg_ctl initctl logger ' +
    'iptables ip ifconfig route git-lfs hg svnversion man info bash-completion complete compgen strace gosu tini dumb-init ' +
    'gpg2 ctest fix-permissions update-crypto-policies rpmdev-setuptree xx-info xx-verify'
  ).split(' '),
);

const ASKS = /^(-v|-V|-vv|--version|version|-version|--help|-h|help|-help)$/;

/** True for a command that only asks, checks or sets things up in memory. */
export function isQuiet(call: Call): boolean {
  if (QUIET.has(call.name)) return true;
  return call.args.length > 0 && call.args.length <= 2 && call.args.some((arg) => ASKS.test(arg));
}
