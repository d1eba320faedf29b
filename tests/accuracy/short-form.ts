// Layers of published images come in a short form ("RUN apk add --no-cache …; temporary …"). This turns one into the
// Dockerfile step it stands for, by the words of the form alone; what they do not say in full is `null`: not understood.

import { copyOf, run, workdir, type StepSketch } from '../core/size/builds';

export type Kind = 'base' | 'packages' | 'download' | 'build' | 'files' | 'trifle';

export interface Translated {
  readonly step: StepSketch | null;
  readonly kind: Kind;
}

/** The image a root file system was made as: what a FROM would name. */
export function baseOf(by: string, bytes: number, image: string): string | null {
  const text = by.toLowerCase();
  const alpine = /alpine-minirootfs-(\d+\.\d+)/.exec(text)?.[1] ?? /rootfs \(alpine (\d+\.\d+)\)/.exec(text)?.[1];
  if (alpine !== undefined) return Number(alpine.split('.')[0]) > 1000 ? 'alpine:edge' : `alpine:${alpine}`;
  const ubuntu = /ubuntu:? ?(\d\d\.\d\d)/.exec(text)?.[1];
  if (ubuntu !== undefined && /rootfs/.test(text)) return `ubuntu:${ubuntu}`;
  // The form does not always say whether a Debian root is a slim one; a full one has 1.6 times the bytes.
  const suite = /\b(buster|bullseye|bookworm|trixie|sid)\b/.exec(text)?.[1];
  if (suite !== undefined && /rootfs/.test(text)) return `debian:${suite}${bytes < 36e6 ? '-slim' : ''}`;
  if (/^add|^copy \/rootfs/.test(text))
    return /^(alpine|debian|ubuntu|fedora|almalinux|rockylinux|oraclelinux|amazonlinux|archlinux|centos|busybox)\b/.test(
      image,
    )
      ? image
      : null;
  return null;
}

/** The step a short form stands for. */
export function translate(by: string): Translated {
  const [keyword = '', ...rest] = by.split(' ');
  const words = rest.join(' ');
  if (keyword === 'WORKDIR') return { step: workdir(words.split(' ')[0] ?? '/'), kind: 'trifle' };
  if (keyword === 'COPY' || keyword === 'ADD') return copied(words);
  if (keyword !== 'RUN') return { step: null, kind: 'trifle' };
  return script(words);
}

function copied(words: string): Translated {
  const parts = words
    .replace(/\([^)]*\)|--\S+/g, '')
    .trim()
    .split(/\s+/)
    .filter((word) => !/^(in|and|to|related|files)$/.test(word));
  const dest = parts.at(-1) ?? '/';
  const sources = parts.length > 1 ? parts.slice(0, -1) : parts;
  // An absolute source came from another stage that the history does not show.
  if (sources.some((source) => source.startsWith('/') && !/^\/?\w[\w.-]*\.\w+$/.test(source)))
    return { step: null, kind: 'files' };
  return { step: copyOf(null, sources, dest), kind: 'trifle' };
}

interface Line {
  readonly code: readonly string[];
  /** What runs last in the step, such as removing build packages. */
  readonly after?: readonly string[];
  readonly kind: Kind;
}

function script(words: string): Translated {
  // "apt-mark auto + purge of unneeded packages", "apk del .build-deps": said once for what came before.
  const purged = /purge --auto-remove of unneeded|purged with auto-remove/.test(words);
  const lines = clauses(words).map((text) => clause(text, purged, words));
  const understood = lines.filter((line) => line !== null);
  const kind =
    (['build', 'download', 'packages'] as const).find((one) => understood.some((line) => line.kind === one)) ??
    'trifle';
  if (understood.length < lines.length) return { step: null, kind };
  const code = [...understood.flatMap((line) => line.code), ...understood.flatMap((line) => line.after ?? [])];
  // The form says when package lists are kept; otherwise they were removed.
  if (understood.some((line) => line.code.some((one) => one.startsWith('apt-get'))) && !/lists kept/.test(words))
    code.push('rm -rf /var/lib/apt/lists/*');
  return { step: run(code.length > 0 ? code.join(' && ') : 'true'), kind };
}

/** Split at `;` and `&&` outside brackets. */
function clauses(words: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= words.length; at += 1) {
    const char = words.charAt(at);
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char !== '' && (depth > 0 || (char !== ';' && !words.startsWith('&& ', at)))) continue;
    found.push(words.slice(start, at).trim());
    start = char === ';' ? at + 1 : at + 2;
  }
  return found.filter(Boolean);
}

const NAME = /^[a-z0-9.][a-z0-9+._~-]*(=\S+)?$/i;

/** Package names of a clause, short of its flags and remarks; stops at prose. */
function names(text: string): string[] {
  const found: string[] = [];
  for (const word of text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^\s*:/, ' ')
    .split(/[\s,:]+/)) {
    if (word === '' || word.startsWith('-')) continue;
    if (/^(and|to|in|for|with|from|packages|\+)$/.test(word) || !NAME.test(word)) break;
    found.push(word);
  }
  return found;
}

const TRIFLES: readonly (readonly [RegExp, string])[] = [
  [/^drop locale exclude/, String.raw`sed -ri '/\/usr\/share\/locale/d' /etc/dpkg/dpkg.cfg.d/docker`],
  [/^(?:verify install|verify|java)\b.*\bjava\b/i, 'java --version'],
  [
    /^(verify|check|test|mkdirs?\b|install -d|symlink|link|ln -|chmod|drop|sed|keep|java --?version|swift --version|perl|gradle --|setcap|libs|src\.zip|sources|docs|strip|gpg|whiteouts|\(?test)/i,
    'true',
  ],
  [/^java -Xshare:dump/, 'java -Xshare:dump'],
  [/^corepack enable/, 'corepack enable'],
  [/^configure dirs\b/, 'true'],
  [/^docker-php-ext-enable/, 'docker-php-ext-enable x'],
  [/^(groupadd|useradd|addgroup|adduser|userdel).* home\b/i, 'useradd -m app'],
  [/^(groupadd|useradd|adduser|userdel)/i, 'useradd app'],
  [/^addgroup\/?adduser/i, 'adduser app'],
  [/^addgroup/i, 'addgroup app'],
  [/^ldconfig/, 'ldconfig'],
  [/^locale-gen/, 'locale-gen en_US.UTF-8'],
  [
    /^(rm|remove|cleanup|clean)\b|removed$|auto-removed|^(apt-get|microdnf|dnf) (dist-)?clean|^apk del|lists? (removed|kept)|^apt-mark|^npm cache|^caches cleaned/i,
    'true',
  ],
];

function clause(text: string, purged: boolean, words: string): Line | null {
  const temporary =
    /^temporary|\(build only|\((all )?purged|\(deleted after|purged\)|purged after|deleted after|\bwith temporary/.test(
      text,
    );
  const apt = /apt(?:-get)? install\b(.*)/.exec(text);
  if (apt) return aptLine(apt[1] ?? '', text, temporary || purged);
  if (/apt-get (dist-)?upgrade/.test(text)) return { code: ['apt-get update', 'apt-get upgrade -y'], kind: 'packages' };
  const apk = /apk (?:--no-cache )?add\b(.*)/.exec(text);
  if (apk) return apkLine(apk[1] ?? '', words, temporary);
  const rpm = /\b(microdnf|dnf|yum) install\b(?: rpms)?(.*)/.exec(text);
  if (rpm)
    return {
      code: [`${rpm[1] ?? 'dnf'} install -y ${names(rpm[2] ?? '').join(' ')}`, `${rpm[1] ?? 'dnf'} clean all`],
      kind: 'packages',
    };
  const npm = /^npm install -g (\S+)/.exec(text);
  if (npm) return { code: [`npm install -g ${npm[1] ?? ''}`, 'npm cache clean --force'], kind: 'packages' };
  const made = folders(text) ?? links(text);
  if (made !== null) return { code: made, kind: 'trifle' };
  const trifle = TRIFLES.find(([pattern]) => pattern.test(text));
  if (trifle) return { code: [trifle[1]], kind: 'trifle' };
  return fetchedLine(text);
}

/** Where the variables that the form names stand for. */
const VARIABLES: Readonly<Record<string, string>> = {
  $GOPATH: '/go', $GEM_HOME: '/usr/local/bundle', $PGDATA: '/var/lib/postgresql/data', '${MAVEN_HOME}': '/usr/share/maven',
}; // prettier-ignore

const plain = (word: string): string => word.replace(/^\$\{?\w+\}?/, (name) => VARIABLES[name] ?? name);

/** "mkdir /certs /certs/client", "mkdir and chown /var/lib/influxdb2 …", "install -d /var/run/postgresql mode 3777". */
function folders(text: string): string[] | null {
  const rest = /^(?:mkdir|install -d)\b(.*)/.exec(text)?.[1];
  const paths = rest
    ?.replace(/\([^)]*\)/g, ' ')
    .split(/[\s,;]+/)
    .map(plain)
    .filter((word) => word.startsWith('/'));
  return paths && paths.length > 0 ? [`mkdir -p ${paths.join(' ')}`] : null;
}

/** "ln -s target link"; one word is a link in the root folder. "symlink a b in folder": a link each. */
function links(text: string): string[] | null {
  const many = /^symlink ([\w .-]+) in (\/\S+)$/.exec(text);
  if (many) return (many[1] ?? '').split(' ').map((name) => `ln -s ${name}3 ${many[2] ?? ''}/${name}`);
  const words = /^ln -\S+ (\S+)(?: (\S+))?$/.exec(text);
  if (!words) return null;
  const target = plain(words[1] ?? '');
  const link = words[2] === undefined ? undefined : plain(words[2]);
  if (link === undefined) return [`ln -s /usr/local/bin${target} ${target}`];
  return link.startsWith('/') ? [`ln -s ${target} ${link}`] : [`ln -s ${target} /usr/local/bin/${link}`];
}

function aptLine(rest: string, whole: string, temporary: boolean): Line | null {
  const wanted = names(rest);
  if (wanted.length === 0) return null;
  const flags = /no-install-recommends/.test(whole) ? '--no-install-recommends ' : '';
  const code = ['apt-get update', `apt-get install -y ${flags}${wanted.join(' ')}`];
  // "(gnupg dirmngr purged after)" names a part; without names all go.
  const some = /\(([a-z0-9+. -]+) (?:purged|removed)(?: after)?\)/.exec(rest)?.[1];
  const gone =
    some !== undefined && !/^build only/.test(some) && names(some).length > 0 ? names(some) : temporary ? wanted : [];
  if (gone.length === 0) return { code, kind: 'packages' };
  return { code, after: [`apt-get purge -y --auto-remove ${gone.join(' ')}`], kind: 'packages' };
}

function apkLine(rest: string, whole: string, temporary: boolean): Line | null {
  const group = /--virtual (\S+)/.exec(rest)?.[1]?.replace(/[,:].*$/, '');
  const wanted = names(rest.replace(/--virtual \S+/, ' ').replace(/^[^:]*\(deleted after\)/, ' '));
  if (wanted.length === 0) return null;
  const dropped = temporary || (group !== undefined && whole.includes(`apk del ${group}`));
  const code = [`apk add --no-cache ${dropped ? '--virtual .temporary ' : ''}${wanted.join(' ')}`];
  return { code, ...(dropped ? { after: ['apk del .temporary'] } : {}), kind: 'packages' };
}

// What a download is called there, and an address that gives it.
const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  [/node(?:-v|\.js )(\d[\d.]*)/i, 'https://nodejs.org/dist/v$1/node-v$1-linux-x64.tar.xz'],
  [
    /temurin (jdk|jre) (?:jdk-)?(\d+)/i,
    'https://github.com/adoptium/temurin$2-binaries/releases/download/OpenJDK$2U-$1_x64.tar.gz',
  ],
  [/gradle (\d[\d.]*)/i, 'https://services.gradle.org/distributions/gradle-$1-bin.zip'],
  [/yarn(?:-v| )(\d[\d.]*\d)/i, 'https://yarnpkg.com/downloads/$1/yarn-v$1.tar.gz'],
  [/gosu (\d[\d.]*)/i, 'https://github.com/tianon/gosu/releases/download/$1/gosu-amd64'],
  [/docker-buildx v?([\d.]*)/i, 'https://github.com/docker/buildx/releases/download/v$1/buildx'],
  [/docker-compose v?([\d.]*)/i, 'https://github.com/docker/compose/releases/download/v$1/docker-compose'],
  [/spark-(\d[\d.]*)-bin/i, 'https://archive.apache.org/dist/spark/spark-$1/spark-$1-bin-hadoop3.tgz'],
  [/caddy v/i, 'https://github.com/caddyserver/caddy/releases/download/v2/caddy_linux_amd64.tar.gz'],
  [/traefik v/i, 'https://github.com/traefik/traefik/releases/download/v3/traefik_linux_amd64.tar.gz'],
];

function fetchedLine(text: string): Line | null {
  if (/^rustup-init/.test(text))
    return { code: ['curl https://sh.rustup.rs | sh -s -- -y --profile minimal'], kind: 'download' };
  if (/^temporary rust/i.test(text)) return { code: ['true'], kind: 'trifle' };
  if (/^(download|curl|wget)\b/.test(text)) {
    for (const [pattern, address] of ADDRESSES) {
      const match = pattern.exec(text);
      if (!match) continue;
      const url = address.replaceAll(/\$(\d)/g, (_, digit: string) => match[Number(digit)] ?? '');
      const loose = /gosu|buildx|docker-compose/.test(url);
      if (loose) return { code: [`curl -fsSL -o /usr/local/bin/tool ${url}`], kind: 'download' };
      if (/\.zip$/.test(url))
        return { code: [`wget -O /tmp/x.zip ${url}`, 'unzip /tmp/x.zip -d /opt', 'rm /tmp/x.zip'], kind: 'download' };
      const sources = /src\.zip removed/.test(text) ? ['rm /opt/lib/src.zip'] : [];
      return { code: [`curl -fsSL ${url} | tar -xz -C /opt`, ...sources], kind: 'download' };
    }
  }
  return null;
}
