// Which distribution an image is built on: from the group's facts, its tags, or what is known of the image.

import type { Distro } from '../core';
import { readTag, releaseLabel, type Release } from './tag';

/** Images whose tags do not tell. A function of the major version where it changed over time. */
const KNOWN: readonly (readonly [RegExp, (version: number) => Release | null])[] = [
  [/^mcr\.microsoft\.com\/dotnet\/(?:sdk|aspnet|runtime|runtime-deps)$/, (v) => dotnet(v)],
  [/^(?:registry|traefik|caddy|docker|composer|adminer|hashicorp\/.*|eclipse-mosquitto|vault|consul|memcached-alpine|dart-alpine)$/, always('alpine')],
  [/^gcr\.io\/distroless\/.*-debian(?:11|12|13)$/, () => null],
  [/^(?:mongo|rabbitmq|mariadb|eclipse-temurin|swift|ibm-semeru-runtimes|sapmachine|clickhouse|kong|sonarqube|maven|gradle)$/, always('ubuntu', '24.04')],
  [/^(?:nvidia\/cuda|pytorch\/pytorch|tensorflow\/tensorflow|jupyter\/.*|vllm\/.*|selenium\/.*|rocker\/.*|paketobuildpacks\/.*-jammy-.*|mcr\.microsoft\.com\/playwright)$/, always('ubuntu', '22.04')],
  [/^mysql$/, always('ol', '9')],
  [/^(?:amazoncorretto|public\.ecr\.aws\/lambda\/.*|amazon\/aws-cli)$/, always('amzn', '2023')],
  [/^amazonlinux$/, always('amzn', '2023')],
  [/^fedora$/, always('fedora')],
  [/^archlinux$/, always('arch')],
  [/^(?:centos)$/, always('centos', '8')],
  [/^rockylinux$/, always('rocky')],
  [/^almalinux$/, always('almalinux')],
  [/^oraclelinux$/, always('ol')],
  [/^busybox$/, always('busybox')],
  [/ubi(?:7|8|9|10)/, () => ({ id: 'rhel', version: null })],
  [/^quay\.io\/keycloak\/keycloak$/, always('rhel', '9')],
  [/^cgr\.dev\/chainguard\//, always('wolfi')],
  [/^(?:openjdk)$/, (v) => (v >= 18 ? { id: 'ol', version: '9' } : { id: 'debian', version: '11' })],
  [/^(?:python|node|golang|ruby|rust|php|perl|gcc|haskell|erlang|elixir|julia|r-base|pypy|mono|dart|nginx|httpd|redis|postgres|haproxy|memcached|tomcat|jetty|cassandra|couchdb|ghost|wordpress|drupal|joomla|redmine|odoo|influxdb|telegraf|solr|zookeeper|flink|spark|neo4j|buildpack-deps|debian)$/, always('debian', '13')],
  [/^(?:bitnami\/.*|continuumio\/.*|cypress\/.*|denoland\/deno|oven\/bun|nginxinc\/.*|google\/cloud-sdk|mcr\.microsoft\.com\/devcontainers\/base)$/, always('debian', '12')],
]; // prettier-ignore

function always(id: string, version: string | null = null): () => Release {
  return () => ({ id, version });
}

function dotnet(version: number): Release {
  if (version >= 10) return { id: 'ubuntu', version: '24.04' };
  if (version >= 8) return { id: 'debian', version: '12' };
  return version >= 6 ? { id: 'debian', version: '11' } : { id: 'debian', version: '10' };
}

/** `told` is what a source says of the group (`debian 12`), `tags` all its tags, the one asked for first. */
export function distroOf(name: string, tags: readonly string[], told: string | null): Distro | null {
  const release = fromFacts(told) ?? fromTags(name, tags) ?? fromName(name) ?? known(name, tags[0] ?? 'latest');
  return release === null ? null : { id: release.id, version: release.version, label: releaseLabel(release) };
}

function fromFacts(told: string | null): Release | null {
  const [id, version] = (told ?? '').split(' ');
  return id === undefined || id === '' ? null : { id, version: version ?? null };
}

/** The tag that says most: one that names a release before one that only names the distribution. */
function fromTags(name: string, tags: readonly string[]): Release | null {
  const releases = tags.map((tag) => readTag(name, tag).distro).filter((release) => release !== null);
  const first = releases[0];
  if (first === undefined) return null;
  return releases.find((each) => each.id === first.id && each.version !== null) ?? first;
}

function fromName(name: string): Release | null {
  const debian = /-debian(\d+)$/.exec(name);
  if (debian?.[1]) return { id: 'debian', version: debian[1] };
  const ubi = /\bubi(\d+)/.exec(name);
  return ubi?.[1] ? { id: 'rhel', version: ubi[1] } : null;
}

function known(name: string, tag: string): Release | null {
  const version = readTag(name, tag).version?.[0] ?? 99;
  const release = KNOWN.find(([pattern]) => pattern.test(name))?.[1](version) ?? null;
  // Ubuntu has no slim images; the same project's slim and OpenJDK tags are Debian's.
  return release?.id === 'ubuntu' && /slim|openjdk/.test(tag) ? { id: 'debian', version: '11' } : release;
}
