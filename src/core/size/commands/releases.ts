// Step 3 of the walk, for RUN: downloads known by their address. Sizes are those of recent releases, unpacked and as
// a layer packs them, in megabytes; where a major version matters it has a row of its own.

import { range } from '../range';
import type { Stream } from '../shell';
import { assumed } from './guess';

interface Release {
  readonly match: RegExp;
  readonly label: string;
  /** Unpacked, and as a gzip layer. */
  readonly disk: number;
  readonly pull: number;
  /** The download itself; `null` when it is the thing itself, not an archive. */
  readonly download: number | null;
  /** How far off a release may be, as a factor. */
  readonly spread: number;
}

const release = (
  match: RegExp,
  label: string,
  disk: number,
  pull: number,
  download: number | null,
  spread = 1.25,
): Release => ({ match, label, disk, pull, download, spread });

const RELEASES: readonly Release[] = [
  release(/node-v(1[0-8])\./, 'Node.js', 160, 44.5, 25, 1.08),
  release(/node-v(20|22)\.[^/]*musl/, 'Node.js', 185, 52, 28, 1.1),
  release(/node-v(20|22)\./, 'Node.js', 185, 49.5, 28, 1.08),
  release(/nodejs\.org\/.*node-v|unofficial-builds.*node-v|node-v\d/, 'Node.js', 200, 55, 30, 1.12),
  release(/yarnpkg\.com|yarn-v\d|yarn\/releases/, 'Yarn', 5.4, 1.25, 1.24, 1.15),
  release(/(go\.dev|golang\.org|dl\.google\.com\/go).*go1\.(1\d|20)\b/, 'Go', 400, 105, 100, 1.3),
  release(/(go\.dev|golang\.org|dl\.google\.com\/go).*go\d/, 'Go', 235, 66, 65, 1.2),
  // A JDK's jmods are most of what does not pack; from 24 on Temurin leaves them out. src.zip (about 50 MB) counts: see
  // SOURCES in file-commands.ts.
  release(/(adoptium|temurin|openjdk)8u?.*jre|jre8/i, 'A Java 8 runtime', 112, 42, 41, 1.12),
  release(/(adoptium|temurin|openjdk)2[4-9]u?.*jre/i, 'A recent Java runtime', 200, 63, 62, 1.15),
  release(/(adoptium|temurin|openjdk)21u?.*jre/i, 'A Java 21 runtime', 165, 53, 52, 1.12),
  release(/(adoptium|temurin|openjdk).*jre/i, 'A Java runtime', 145, 47.5, 46, 1.12),
  release(/(adoptium|temurin|openjdk)8u?.*jdk|jdk8/i, 'A Java 8 JDK', 205, 104, 103, 1.15),
  release(/(adoptium|temurin|openjdk)2[4-9]u?.*jdk/i, 'A recent JDK', 320, 142, 141, 1.2),
  release(/(adoptium|temurin|openjdk).*jdk|download\.java\.net/i, 'A JDK', 365, 200, 197, 1.14),
  release(/corretto/i, 'A Corretto JDK', 345, 200, 200, 1.35),
  release(/apache-maven|\/maven\//, 'Maven', 10.3, 9.3, 9.2, 1.1),
  release(/gradle-[\d.]+-bin|services\.gradle\.org/, 'Gradle', 152, 142, 142, 1.15),
  release(/gosu\/releases/, 'gosu', 2.4, 1, null, 1.25),
  release(/tini\/releases.*static|krallin\/tini/, 'tini', 0.4, 0.2, null, 2.2),
  release(/dumb-init\/releases/, 'dumb-init', 0.06, 0.03, null, 1.5),
  release(/dl\.k8s\.io|kubernetes-release|\/kubectl$/, 'kubectl', 58, 20, null, 1.2),
  release(/get\.helm\.sh/, 'Helm', 57, 18, 17, 1.2),
  release(/releases\.hashicorp\.com\/terraform\//, 'Terraform', 95, 28, 28, 1.25),
  release(/releases\.hashicorp\.com\/(vault|consul|nomad|packer)\//, 'A HashiCorp tool', 180, 60, 60, 2.5),
  release(/docker\/compose\/releases\/download\/v(?:[5-9]|\d\d)/, 'docker compose', 33, 11.5, null, 1.4),
  release(/docker\/compose\/releases/, 'docker compose', 62, 20, null, 1.8),
  release(/docker\/buildx\/releases/, 'docker buildx', 68, 23, null, 1.2),
  release(/download\.docker\.com\/.*\.tgz/, 'Docker’s static binaries', 205, 75, 75, 1.4),
  release(/awscli\.amazonaws\.com/, 'AWS CLI', 250, 65, 63, 1.15),
  release(/gohugoio\/hugo.*extended/, 'Hugo extended', 75, 22, 21, 1.4),
  release(/gohugoio\/hugo/, 'Hugo', 60, 19, 18, 1.4),
  release(/protocolbuffers\/protobuf.*protoc-/, 'protoc', 10, 3.3, 3.2, 1.5),
  release(/just-containers\/s6-overlay/, 's6-overlay', 6, 2.4, 2, 2),
  release(/caddyserver\/caddy/, 'Caddy', 47, 17, 17, 1.2),
  release(/traefik\/traefik/, 'Traefik', 180, 50, 49, 1.3),
  release(/grafana\/k6/, 'k6', 60, 24, 24, 1.3),
  release(/powerman\/dockerize|jwilder\/dockerize/, 'dockerize', 10, 4.5, 4.4, 1.5),
  release(/grpc-health-probe/, 'grpc-health-probe', 12, 5, null, 1.4),
  release(/migrate\/releases/, 'migrate', 50, 15, 15, 1.5),
  release(/mikefarah\/yq/, 'yq', 11, 4.2, null, 1.3),
  release(/jqlang\/jq|stedolan\/jq/, 'jq', 2.3, 1.1, null, 1.8),
  release(/cloudflared/, 'cloudflared', 38, 17, null, 1.4),
  release(/Miniconda3|Miniforge|Mambaforge/, 'A conda installer', 150, 145, null, 1.4),
  release(/astral-sh\/uv|astral\.sh\/uv/, 'uv', 55, 21, 21, 1.3),
  release(/oven-sh\/bun/, 'Bun', 100, 37, 36, 1.3),
  release(/denoland\/deno/, 'Deno', 130, 48, 47, 1.4),
  release(/prometheus\/prometheus\/releases/, 'Prometheus', 265, 100, 100, 1.35),
  release(/prometheus\/node_exporter/, 'node_exporter', 21, 10, 10, 1.3),
  release(/apache.*\/kafka[_/]|kafka_2\.1\d/, 'Kafka', 135, 124, 123, 1.25),
  release(/apache.*\/spark\/|spark-\d[\d.]*-bin/, 'Spark', 460, 430, 425, 1.25),
  release(/apache-tomcat-\d/, 'Tomcat', 16, 13, 12.5, 1.3),
  release(/jgm\/pandoc/, 'pandoc', 190, 36, 34, 1.4),
  release(/aquasecurity\/trivy/, 'trivy', 160, 48, 47, 1.4),
  release(/hadolint\/hadolint/, 'hadolint', 7, 3, null, 2.5),
  release(/kubernetes-sigs\/kind|kind\.sigs\.k8s\.io/, 'kind', 10, 5, null, 1.4),
  release(/derailed\/k9s/, 'k9s', 105, 35, 34, 1.4),
  release(/cli\/cli\/releases/, 'The GitHub CLI', 52, 14, 13.5, 1.3),
  release(/getsops\/sops|mozilla\/sops/, 'sops', 45, 14, null, 1.4),
  release(/cloud-sql-proxy|cloudsql-proxy/, 'The Cloud SQL proxy', 32, 12, null, 1.4),
  release(/dl\.min\.io\/.*\/mc$/, 'The MinIO client', 29, 11, null, 1.3),
  release(/dl\.min\.io\/.*\/minio$/, 'MinIO', 110, 40, null, 1.4),
  release(/chromedriver/, 'chromedriver', 20, 9.5, 9, 1.5),
  release(/ziglang\.org\/(download|builds)/, 'Zig', 340, 75, 50, 1.4),
  release(/commandlinetools-linux/, 'Android’s command-line tools', 165, 150, 150, 1.3),
  release(/wkhtmltopdf/, 'wkhtmltopdf', 45, 17, 16, 1.5),
  release(/getcomposer\.org\/(download|composer)/, 'Composer', 3.1, 0.9, null, 1.3),
  release(/bootstrap\.pypa\.io|get-pip\.py/, 'get-pip.py', 2.3, 1.8, null, 1.3),
  release(/wait-for-it|wait-for\b/, 'A script', 0.006, 0.002, null, 1.6),
  // Sources, which people unpack and build.
  release(/nginx\.org\/download\/nginx/, 'The sources of nginx', 6.8, 1.3, 1.25, 1.2),
  release(/ffmpeg\.org\/releases/, 'The sources of FFmpeg', 85, 14, 11, 1.4),
  release(/python\.org\/ftp\/python/, 'The sources of Python', 115, 26, 24, 1.4),
  release(/(Kitware\/CMake|cmake\.org\/files).*linux/i, 'CMake', 155, 54, 52, 1.35),
  release(/openssl.*\/openssl-[\d.]+\w*\.tar/, 'The sources of OpenSSL', 80, 17, 15, 1.6),
  release(/boost_\d|boostorg\/boost/, 'The sources of Boost', 700, 135, 125, 1.5),
  release(/download\.redis\.io|redis\/redis/, 'The sources of Redis', 14, 3.6, 3.4, 1.5),
  release(/sqlite\.org\/.*sqlite-(autoconf|amalgamation)/, 'The sources of SQLite', 12, 3, 3, 1.3),
  release(/ftp\.postgresql\.org|postgresql-[\d.]+\.tar/, 'The sources of PostgreSQL', 150, 28, 24, 1.4),
  release(/sh\.rustup\.rs|rustup-init/, 'rustup-init', 18, 7, null, 1.8),
];

const spread = (megabytes: number, factor: number) =>
  range((megabytes * 1e6) / factor, megabytes * 1e6, megabytes * 1e6 * factor);

/** What an address is known to give; `null` when it is not listed. */
export function releaseOf(url: string): Stream | null {
  const known = RELEASES.find(({ match }) => match.test(url));
  if (!known || /\.(asc|sig|sha256|sha512|txt)(sum)?$|SHASUMS|checksums/i.test(url)) return null;
  const grounds = assumed(`${known.label}: size of a recent release.`);
  const unpacked = { disk: spread(known.disk, known.spread), pull: spread(known.pull, known.spread) };
  if (known.download === null) return { ...unpacked, grounds };
  const packed = spread(known.download, known.spread);
  return { disk: packed, pull: packed, grounds, unpacked };
}
