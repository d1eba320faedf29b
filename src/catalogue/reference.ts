// Image references → the names the catalogue knows. Mirrors, prefixes and twins of the same image are folded together.

export interface Reference {
  /** `python`, `gcr.io/distroless/base`: the key into the catalogue. */
  readonly name: string;
  readonly tag: string;
  /** `sha256:…` when pinned. */
  readonly digest: string | null;
}

/** Registries and paths that serve Docker Hub's library, or all of Docker Hub, under another name. */
const HUB_PREFIXES = [
  /^(?:index\.|registry-1\.)?docker\.io\//,
  /^registry\.hub\.docker\.com\//,
  /^mirror\.gcr\.io\//,
  /^public\.ecr\.aws\/docker\//,
  /^public\.ecr\.aws\/(?=ubuntu\/|debian\/|amazonlinux\/|bitnami\/)/,
  /^quay\.io\/(?=lib\/|official-images\/)/,
  /^ghcr\.io\/(?=linuxcontainers\/(?:alpine|debian)(?::|$))/,
  /^dockerhub\.[a-z.]+\//,
  /^docker-hub\.[a-z.]+\//,
];
const LIBRARY = /^(?:library|official-images|lib|linuxcontainers)\/(?=[^/]+$)/;

/** Images published under several names, by the name the catalogue has. */
const TWINS: Readonly<Record<string, string>> = {
  'public.ecr.aws/amazonlinux/amazonlinux': 'amazonlinux',
  'amazonlinux/amazonlinux': 'amazonlinux',
  'ubuntu/ubuntu': 'ubuntu',
  'debian/debian': 'debian',
  'astral/uv': 'ghcr.io/astral-sh/uv',
  'docker.elastic.co/elasticsearch/elasticsearch': 'elasticsearch',
  'docker.elastic.co/logstash/logstash': 'logstash',
  'docker.elastic.co/kibana/kibana': 'kibana',
  'apache/spark': 'spark',
  'quay.io/prometheus/prometheus': 'prom/prometheus',
  'quay.io/almalinuxorg/almalinux': 'almalinux',
  'almalinux/almalinux': 'almalinux',
  'quay.io/rockylinux/rockylinux': 'rockylinux',
  'rockylinux/rockylinux': 'rockylinux',
  'quay.io/fedora/fedora': 'fedora',
  'registry.fedoraproject.org/fedora': 'fedora',
  'quay.io/centos/centos': 'centos',
  'container-registry.oracle.com/os/oraclelinux': 'oraclelinux',
  'ghcr.io/oracle/oraclelinux': 'oraclelinux',
  'quay.io/oauth2-proxy/oauth2-proxy': 'quay.io/oauth2-proxy/oauth2-proxy',
  'ghcr.io/oven-sh/bun': 'oven/bun',
  'ghcr.io/denoland/deno': 'denoland/deno',
  'nvcr.io/nvidia/cuda': 'nvidia/cuda',
  'quay.io/jupyter/base-notebook': 'jupyter/base-notebook',
  'quay.io/jupyter/scipy-notebook': 'jupyter/scipy-notebook',
  'ghcr.io/graalvm/graalvm-community': 'ghcr.io/graalvm/graalvm-community',
  'mcr.microsoft.com/dotnet/nightly/sdk': 'mcr.microsoft.com/dotnet/sdk',
  'mcr.microsoft.com/dotnet/nightly/aspnet': 'mcr.microsoft.com/dotnet/aspnet',
  'mcr.microsoft.com/dotnet/nightly/runtime': 'mcr.microsoft.com/dotnet/runtime',
  'mcr.microsoft.com/dotnet/nightly/runtime-deps': 'mcr.microsoft.com/dotnet/runtime-deps',
  'mcr.microsoft.com/dotnet/core/sdk': 'mcr.microsoft.com/dotnet/sdk',
  'mcr.microsoft.com/dotnet/core/aspnet': 'mcr.microsoft.com/dotnet/aspnet',
  'mcr.microsoft.com/dotnet/core/runtime': 'mcr.microsoft.com/dotnet/runtime',
  'mcr.microsoft.com/dotnet/core/runtime-deps': 'mcr.microsoft.com/dotnet/runtime-deps',
  'redhat/ubi8': 'registry.access.redhat.com/ubi8/ubi',
  'redhat/ubi8-minimal': 'registry.access.redhat.com/ubi8/ubi-minimal',
  'redhat/ubi9': 'registry.access.redhat.com/ubi9/ubi',
  'redhat/ubi9-minimal': 'registry.access.redhat.com/ubi9/ubi-minimal',
  'redhat/ubi10-minimal': 'registry.access.redhat.com/ubi10/ubi-minimal',
  'registry.access.redhat.com/ubi9-minimal': 'registry.access.redhat.com/ubi9/ubi-minimal',
  'registry.access.redhat.com/ubi9': 'registry.access.redhat.com/ubi9/ubi',
  'registry.access.redhat.com/ubi8-minimal': 'registry.access.redhat.com/ubi8/ubi-minimal',
  'registry.access.redhat.com/ubi8': 'registry.access.redhat.com/ubi8/ubi',
};

/** Splits and folds a reference, normalised or as written. A missing tag is `latest`. */
export function readReference(reference: string): Reference {
  let rest = reference.trim();
  let digest: string | null = null;
  const at = rest.indexOf('@');
  if (at >= 0) {
    digest = rest.slice(at + 1);
    rest = rest.slice(0, at);
  }
  const colon = rest.lastIndexOf(':');
  const tagged = colon > rest.lastIndexOf('/');
  const tag = tagged ? rest.slice(colon + 1) : 'latest';
  return { name: foldName(tagged ? rest.slice(0, colon) : rest), tag: tag === '' ? 'latest' : tag, digest };
}

export function foldName(name: string): string {
  let folded = name.toLowerCase();
  for (const prefix of HUB_PREFIXES) folded = folded.replace(prefix, '');
  folded = folded.replace(/^registry\.redhat\.io\//, 'registry.access.redhat.com/');
  folded = folded.replace(LIBRARY, '');
  return TWINS[folded] ?? folded;
}
