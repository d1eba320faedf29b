import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import type { SizeReport } from '../../../src/core';
import { depth } from '../../../src/core/depth';
import { measure } from '../../../src/core/size/measure';
import { catalogueWith } from '../../catalogue/reading';
import { buildOf, copyOf, run, workdir, type StageSketch, type StepSketch } from './builds';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith('images-more', 'apt-bookworm', 'apt-trixie', 'layers', 'npm', 'apk');
});

const sizes = (...stages: StageSketch[]): SizeReport => measure(buildOf(stages), catalogue, {}, depth.size);

/** Likely megabytes on disk of a stage's last step, and why. */
function last(from: string, ...steps: (StepSketch | string)[]): { megabytes: number; reason: string } {
  const step = sizes({ from, steps }).steps[`step:0.${steps.length - 1}`];
  if (step?.added.kind !== 'known' || step.unknown > 0) throw new Error(`not known: ${step?.added.reason ?? ''}`);
  return { megabytes: step.added.disk.likely / 1e6, reason: step.added.reason };
}

const releases = 'https://github.com';

describe('one RUN on its own, in megabytes on disk', () => {
  test.each<[string, string, number, number]>([
    ['fedora:43', 'dnf install -y nodejs git && dnf clean all', 100, 400],
    ['rockylinux:9', 'yum install -y gcc make openssl-devel && yum clean all', 100, 500],
    ['fedora:43', 'microdnf install -y java-21-openjdk-headless && microdnf clean all', 120, 300],
    ['fedora:43', 'microdnf install -y java-21-openjdk-devel && microdnf clean all', 250, 450],
    ['archlinux:latest', 'pacman -Sy --noconfirm git && pacman -Scc --noconfirm', 20, 150],
    ['debian:12-slim', 'zypper -n install python3 && zypper clean -a', 20, 120],
    ['debian:12-slim', 'curl -fsSL https://deb.nodesource.com/setup_22.x | bash - && apt-get install -y nodejs && rm -rf /var/lib/apt/lists/*', 150, 260],
    ['node:22', 'npm ci', 100, 600],
    ['node:22', 'npm ci --omit=dev && npm cache clean --force', 20, 200],
    ['node:22', 'corepack enable && corepack prepare pnpm@9.12.0 --activate', 5, 30],
    ['python:3.12', 'pip install --no-cache-dir -r requirements.txt', 40, 300],
    ['python:3.12', 'pip install --no-cache-dir torch --index-url https://download.pytorch.org/whl/cpu', 500, 1000],
    ['python:3.12', 'pip install --no-cache-dir cryptography lxml pyyaml', 20, 60],
    ['python:3.12', 'uv sync --frozen --no-cache', 40, 300],
    ['ruby:3.4', "bundle config set without 'development test' && bundle install", 50, 300],
    ['golang:1.25', 'go install github.com/swaggo/swag/cmd/swag@latest', 100, 400],
    ['alpine:3.22', "curl --proto '=https' -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal", 500, 800],
    ['debian:12-slim', 'git clone --depth 1 https://example.org/x.git /src', 1, 50],
    ['debian:12-slim', 'curl -fsSL https://nodejs.org/dist/v22.11.0/node-v22.11.0-linux-x64.tar.xz | tar -xJ -C /usr/local --strip-components=1', 160, 210],
    ['debian:12-slim', 'curl -fsSL https://go.dev/dl/go1.23.4.linux-amd64.tar.gz -o /tmp/go.tgz && tar -C /usr/local -xzf /tmp/go.tgz && rm /tmp/go.tgz', 210, 290],
    ['debian:12-slim', `curl -fsSL ${releases}/gohugoio/hugo/releases/download/v0.140.0/hugo_extended_0.140.0_linux-amd64.tar.gz | tar xz -C /usr/local/bin hugo`, 40, 100],
    ['debian:12-slim', 'curl -LO "https://dl.k8s.io/release/v1.32.0/bin/linux/amd64/kubectl" && install -m 0755 kubectl /usr/local/bin/kubectl && rm kubectl', 50, 65],
    ['debian:12-slim', 'curl -fsSL https://releases.hashicorp.com/terraform/1.10.3/terraform_1.10.3_linux_amd64.zip -o tf.zip && unzip tf.zip -d /usr/local/bin && rm tf.zip', 80, 110],
    ['debian:12-slim', 'curl "https://awscli.amazonaws.com/awscli-exe-linux-x86_64.zip" -o awscliv2.zip && unzip awscliv2.zip && ./aws/install && rm -rf aws awscliv2.zip', 200, 300],
    ['debian:12-slim', `wget -O /usr/local/bin/dumb-init ${releases}/Yelp/dumb-init/releases/download/v1.2.5/dumb-init_1.2.5_x86_64 && chmod +x /usr/local/bin/dumb-init`, 0.04, 0.1],
    ['debian:12-slim', `wget -qO /usr/bin/yq ${releases}/mikefarah/yq/releases/latest/download/yq_linux_amd64 && chmod +x /usr/bin/yq`, 8, 14],
    ['debian:12-slim', 'curl https://get.helm.sh/helm-v3.16.3-linux-amd64.tar.gz | tar xz && mv linux-amd64/helm /usr/local/bin/helm && rm -rf linux-amd64', 45, 65],
    ['debian:12-slim', `wget -qO- ${releases}/prometheus/prometheus/releases/download/v2.53.0/prometheus-2.53.0.linux-amd64.tar.gz | tar xz && mv prometheus-2.53.0.linux-amd64 /opt/prometheus`, 200, 330],
    ['debian:12-slim', 'wget -q https://repo.anaconda.com/miniconda/Miniconda3-latest-Linux-x86_64.sh -O /tmp/mc.sh && bash /tmp/mc.sh -b -p /opt/conda && rm /tmp/mc.sh', 280, 560],
    ['debian:12-slim', 'wget -q https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb && apt-get install -y ./google-chrome-stable_current_amd64.deb && rm *.deb', 280, 550],
    ['debian:12-slim', 'dd if=/dev/zero of=/big bs=1M count=100', 104.8, 104.9],
    ['debian:12-slim', 'fallocate -l 500M /swap', 524.2, 524.3],
    ['python:3.12', 'curl -sSL https://install.python-poetry.org | python3 -', 50, 140],
    ['debian:12-slim', 'sh -c "$(curl -fsSL https://raw.githubusercontent.com/helm/helm/main/scripts/get-helm-3)"', 45, 70],
    ['debian:12-slim', 'apt-get update && apt-get install -y --no-install-recommends curl=7.88* && rm -rf /var/lib/apt/lists/*', 8, 30],
    ['node:22', 'npx playwright install chromium', 250, 900],
    ['php:8.3-apache', 'docker-php-ext-install gd zip pdo_mysql', 0.5, 6],
    ['gcc:14', 'gcc -O2 -static -o hello hello.c', 0.5, 2],
  ])('%s: %s', (from, script, low, high) => {
    const { megabytes, reason } = last(from, script);
    expect(megabytes).toBeGreaterThanOrEqual(low);
    expect(megabytes).toBeLessThanOrEqual(high);
    expect(reason).toMatch(/\.$/);
  }); // prettier-ignore
});

describe('where dpkg leaves documentation out', () => {
  const install =
    'apt-get update && apt-get install -y --no-install-recommends locales xz-utils && rm -rf /var/lib/apt/lists/*';
  const weight = (before: string): number => last('debian:12-slim', `${before} && ${install}`).megabytes;

  test('taking the line on locales away stores theirs, taking the file away everything', () => {
    const plain = weight('true');
    const locales = weight("sed -ri '/\\/usr\\/share\\/locale/d' /etc/dpkg/dpkg.cfg.d/docker");
    const everything = weight('rm /etc/dpkg/dpkg.cfg.d/docker');
    expect(locales).toBeGreaterThan(plain + 2);
    expect(everything).toBeGreaterThan(locales + 0.5);
  });
});

describe('an Alpine package of a version that no index has', () => {
  test('is weighed as the nearest version, which is said', async () => {
    const whole = await catalogueWith('images-more', 'apk', 'apk-complete');
    const report = measure(
      buildOf([{ from: 'alpine:3.22', steps: ['apk add --no-cache php83-fpm'] }]),
      whole,
      {},
      depth.size,
    );
    const step = report.steps['step:0.0'];
    expect(step?.unknown).toBe(0);
    expect(step?.added.reason).toContain('php83-fpm weighed as php7-fpm');
  });
  test('npm needs nodejs, which counts once', () => {
    const both = last('alpine:3.22', 'apk add --no-cache nodejs npm').megabytes;
    const one = last('alpine:3.22', 'apk add --no-cache npm').megabytes;
    expect(both).toBeCloseTo(one, 1);
    expect(both).toBeGreaterThan(70);
    expect(both).toBeLessThan(95);
  });
});

describe('a release that another stands in for', () => {
  test('a package of another version keeps the name it was asked by, and the index and its factor are said', () => {
    const report = sizes({ from: 'ubuntu:24.04', steps: ['apt-get update && apt-get install -y golang-1.22-go curl'] });
    const step = report.steps['step:0.0'];
    expect(step?.unknown).toBe(0);
    expect(step?.parts[0]?.text).toBe('golang-1.22-go, curl');
    expect(step?.added.reason).toMatch(/Debian 12 index of \d{4}-\d\d \(nearest known to Ubuntu 24\.04, times 0\.93\)/);
  });

  test('a name of no known shape stays unknown', () => {
    const report = sizes({ from: 'ubuntu:24.04', steps: ['apt-get install -y no-such-thing-9'] });
    expect(report.steps['step:0.0']?.unknown).toBe(1);
    expect(report.wants).toContain('apt-bookworm-complete');
  });
});

describe('what a later step changes', () => {
  const project: StepSketch[] = [workdir('/app'), copyOf(null, ['.'], '/app/')];

  test('chown -R stores a tree again with all that earlier steps put into it', () => {
    expect(last('node:22', ...project, 'npm ci', 'chown -R node:node /app').megabytes).toBeGreaterThan(200);
  });

  test('deleting files of an earlier layer frees nothing, and it is said', () => {
    const { megabytes, reason } = last('node:22', ...project, 'npm ci', 'rm -rf node_modules');
    expect(megabytes).toBe(0);
    expect(reason).toContain('frees nothing');
  });

  test('the history of a checkout is freed in its own step', () => {
    const whole = last('debian:12-slim', 'git clone https://example.org/x.git /x').megabytes;
    expect(last('debian:12-slim', 'git clone https://example.org/x.git /x && rm -rf /x/.git').megabytes).toBeLessThan(
      whole * 0.6,
    );
  });
});

describe('a later COPY --from knows the bytes of', () => {
  const app = workdir('/app');
  test.each<[string, string, (StepSketch | string)[], string, number, number]>([
    ['a virtual environment', 'python:3.12', ['python -m venv /opt/venv', '/opt/venv/bin/pip install --no-cache-dir flask'], '/opt/venv', 15, 40],
    ['site-packages of the Python that the tag names', 'python:3.12', ['pip install --no-cache-dir pandas'], '/usr/local/lib/python3.12/site-packages', 140, 200],
    ['the scripts beside it', 'python:3.12', ['pip install --no-cache-dir gunicorn'], '/usr/local/bin', 0.01, 2],
    ['node_modules', 'node:22', [app, copyOf(null, ['package*.json'], '/app/'), 'npm ci --omit=dev'], '/app/node_modules', 20, 200],
    ['node_modules pruned in a later step', 'node:22', [app, 'npm ci', 'npm run build && npm prune --omit=dev'], '/app/node_modules', 20, 200],
    ['a bundler’s output', 'node:22', [app, 'npm ci', 'npm run build'], '/app/dist', 1, 30],
    ['a file of the context, not of the build', 'node:22', [app, copyOf(null, ['.'], '/app/'), 'npm run build'], '/app/package.json', 0, 0.1],
    ['Next.js’ standalone server', 'node:22', [app, 'npm run build'], '/app/.next/standalone', 15, 120],
    ['a Go program', 'golang:1.25', [app, copyOf(null, ['.'], '/app/'), 'go build -o /out/server ./cmd/server'], '/out/server', 5, 40],
    ['a Rust program', 'rust:1', [app, copyOf(null, ['.'], '/app/'), 'cargo build --release'], '/app/target/release/server', 1, 30],
    ['a jar', 'maven:3-eclipse-temurin-21', [app, 'mvn package -DskipTests'], '/app/target/*.jar', 5, 100],
    ['Gradle’s jar', 'gradle:jdk21', [app, 'gradle build --no-daemon'], '/app/build/libs/*.jar', 5, 100],
    ['a Java cut down by jlink', 'eclipse-temurin:21', ['jlink --add-modules java.base --strip-debug --compress=2 --output /jre'], '/jre', 20, 70],
    ['a published .NET application', 'mcr.microsoft.com/dotnet/sdk:8.0', ['dotnet publish App.csproj -c Release -o /app/publish'], '/app/publish', 1, 40],
    ['a site by Hugo', 'debian:12', [app, 'hugo --minify'], '/app/public', 1, 40],
    ['a site by MkDocs', 'python:3.12', [app, 'mkdocs build -d /site'], '/site', 1, 40],
    ['a site by Jekyll', 'ruby:3.4', [app, 'bundle exec jekyll build'], '/app/_site', 1, 40],
    ['a program by GraalVM', 'debian:12', [app, 'native-image -o server -jar app.jar'], '/app/server', 12, 180],
    ['a package for WebAssembly', 'rust:1', [app, 'wasm-pack build --target web'], '/app/pkg', 0.03, 8],
    ['gems', 'ruby:3.4', ['bundle install'], '/usr/local/bundle', 50, 400],
    ['composer’s packages', 'composer:2', [app, 'composer install --no-dev'], '/app/vendor', 10, 120],
    ['what make installs', 'debian:12', ['./configure --prefix=/opt/x && make && make install'], '/opt/x', 1, 60],
    ['what make installs into another root', 'debian:12', [app, 'make && make install DESTDIR=/pkg prefix=/usr'], '/pkg', 10, 60],
    ['what cmake installs there', 'debian:12', ['export DESTDIR=/pkg && cmake -S . -B b && cmake --build b && cmake --install b'], '/pkg/usr', 10, 60],
    ['what meson installs there', 'debian:12', ['meson setup b && meson install -C b --destdir /pkg'], '/pkg', 10, 60],
    ['a program moved out of what make writes', 'debian:12', [app, copyOf(null, ['.'], '/app/'), 'CC=gcc make ctr && mkdir /out && mv bin/ctr /out'], '/out', 10, 60],
    ['a Go tool in its own folder', 'golang:1.25', ['GOBIN=/tools go install example.org/cmd/tool@v1'], '/tools/tool', 5, 40],
    ['a Go tool in a folder that env sets', 'golang:1.25', ['env GOBIN=/tools GOFLAGS=-v go install example.org/cmd/tool@v1'], '/tools', 5, 40],
    ['an Elixir release', 'elixir:1.18', [app, 'mix release'], '/app/_build/prod/rel/app', 20, 100],
    ['the top folder of an archive', 'debian:12', ['curl -fsSL https://go.dev/dl/go1.23.4.linux-amd64.tar.gz | tar -C /usr/local -xz'], '/usr/local/go', 210, 290],
  ])('%s', (_, from, steps, path, low, high) => {
    const report = sizes({ from, steps }, { from: 'scratch', steps: [copyOf(0, [path], '/x/')] });
    const [carried] = report.payloads['link:1.0.0']?.paths ?? [];
    expect(carried?.found).not.toBe('nothing');
    const bytes = carried?.size.kind === 'known' ? carried.size.disk.likely / 1e6 : NaN;
    expect(bytes).toBeGreaterThanOrEqual(low);
    expect(bytes).toBeLessThanOrEqual(high);
  }); // prettier-ignore

  test('a variable set in front of one command is gone at the next', () => {
    const steps = ['GOBIN=/tools go version; go install example.org/cmd/tool@v1'];
    const report = sizes({ from: 'debian:12', steps }, { from: 'scratch', steps: [copyOf(0, ['/root/go/bin/tool'], '/x/')] });
    expect(report.payloads['link:1.0.0']?.paths[0]?.found).toBe('made');
  }); // prettier-ignore

  test('an image without facts, rather than a file that nothing makes', () => {
    const report = sizes({ from: 'example.org/tools:1', steps: [] }, { from: 'scratch', steps: [copyOf(0, ['/'], '/')] });
    const [carried] = report.payloads['link:1.0.0']?.paths ?? [];
    expect(carried?.size).toMatchObject({ kind: 'unknown', reason: expect.stringMatching(/holds at \/ is not known: no facts about that image/) as string });
  }); // prettier-ignore

  test('a file carried onto a folder that is there, slash or none', () => {
    const report = sizes(
      { from: 'golang:1.25', steps: [run('go build -o /out/server .')] },
      { from: 'debian:12-slim', steps: [copyOf(0, ['/out/server'], '/usr/local/bin')] },
    );
    expect(report.payloads['link:1.0.0']?.paths[0]?.dest).toBe('/usr/local/bin/server');
  });

  test('a file copied onto a folder that is there', () => {
    const report = sizes(
      { from: 'debian:12-slim', steps: [copyOf(null, ['tool.conf'], '/tmp')] },
      { from: 'scratch', steps: [copyOf(0, ['/tmp/tool.conf'], '/tool.conf')] },
    );
    expect(report.payloads['link:1.0.0']?.paths[0]).toMatchObject({ found: 'made', madeBy: 'step:0.0' });
  });
});

describe('tools that are compiler and package manager in one', () => {
  const carried = (
    from: string,
    steps: readonly (StepSketch | string)[],
    path: string,
  ): { megabytes: number; found: string } => {
    const report = sizes({ from, steps }, { from: 'scratch', steps: [copyOf(0, [path], '/out')] });
    const step = report.steps['step:1.0'];
    return {
      megabytes: step?.added.kind === 'known' ? step.added.disk.likely / 1e6 : NaN,
      found: step?.added.reason ?? '',
    };
  };
  test.each<[string, string[], string, number, number]>([
    ['debian:12-slim', ['cabal update', 'cabal install'], '/root/.local/bin/server', 3, 60],
    ['debian:12-slim', ['stack build --copy-bins --local-bin-path /out'], '/out/server', 3, 60],
    ['debian:12-slim', ['swift build -c release --static-swift-stdlib -Xlinker -ljemalloc'], '/.build/release/App', 20, 120],
    ['debian:12-slim', ['swift build -c release', 'cp "$(swift build -c release --show-bin-path)/App" /staging'], '/staging', 2, 40],
    ['debian:12-slim', ['dart compile exe bin/server.dart -o /bin/server'], '/bin/server', 4, 20],
    ['debian:12-slim', ['gleam export erlang-shipment'], '/build/erlang-shipment', 1, 20],
    ['debian:12-slim', ['rebar3 as prod release'], '/_build/prod/rel/app', 10, 80],
    ['debian:12-slim', ['shards build --release'], '/bin/app', 2, 30],
    ['debian:12-slim', ['java -Djarmode=tools -jar target/app.jar extract --layers --destination x'], '/x/spring-boot-loader/', 0.2, 0.8],
    ['debian:12-slim', ['java -Djarmode=layertools -jar app.jar extract'], '/dependencies/', 20, 80],
    ['node:22', ['npm ci', 'npm ci --omit=dev'], '/node_modules', 30, 120],
    ['node:22', ['NODE_ENV=production npm install --include=dev'], '/node_modules', 150, 350],
    ['node:22', ['npx -y playwright@1.49.1 install chromium'], '/root/.cache/ms-playwright', 250, 700],
    ['debian:12-slim', ['cp /usr/bin/perl /staging'], '/staging', 1, 20],
  ])('%s: %j leaves %s', (from, steps, path, low, high) => {
    const { megabytes, found } = carried(from, steps, path);
    expect(megabytes, found).toBeGreaterThanOrEqual(low);
    expect(megabytes, found).toBeLessThanOrEqual(high);
  }); // prettier-ignore

  test('a package of a vendor’s repository is weighed as the nearest version there is', async () => {
    const whole = await catalogueWith('images-more', 'apt-trixie', 'apt-trixie-complete');
    const script = 'apt-get update && apt-get install -y postgresql-server-dev-16 && rm -rf /var/lib/apt/lists/*';
    const report = measure(buildOf([{ from: 'debian:13-slim', steps: [script] }]), whole, {}, depth.size);
    const step = report.steps['step:0.0'];
    expect(step?.unknown).toBe(0);
    expect(step?.added.reason).toContain('postgresql-server-dev-16 weighed as postgresql-server-dev-17');
    expect(step?.parts[0]?.text).toContain('postgresql-server-dev-16');
  });
});

describe('what a step did before is not told of what is made from it', () => {
  test('a copy of files whose owner was changed is a copy, not a change', () => {
    const report = sizes({
      from: 'debian:12-slim',
      steps: ['fallocate -l 30M /data/big', 'chown -R www-data /data', 'cp /data/big /copy'],
    });
    const reason = (at: number): string | undefined => report.steps[`step:0.${at}`]?.added.reason;
    expect(reason(1)).toMatch(/^Stored again: chown/);
    expect(reason(2)).toBe('Its size is written in the command.');
  });
});

describe('functions of a script', () => {
  test('see their arguments, and only while they run', () => {
    const script =
      'add() { apt-get install -y --no-install-recommends "$1"; both() { fallocate -l "$2" "/$1"; }; both inner 5MB; touch "/$1"; }; ' +
      'apt-get update; add unzip; rm -rf /var/lib/apt/lists/*';
    const report = sizes({ from: 'debian:12-slim', steps: [script] });
    expect(report.steps['step:0.0']?.unknown).toBe(0);
    expect(report.stages[0]?.files.map((file) => file.path)).toEqual(expect.arrayContaining(['/unzip', '/inner']));
  });
  test('without a known argument stay unknown', () => {
    const report = sizes({ from: 'debian:12-slim', steps: ['add() { apt-get install -y "$1"; }; add "$(cat /list)"'] });
    expect(report.steps['step:0.0']?.unknown).toBe(1);
  });
});

describe('apt-get autoremove', () => {
  const install = 'apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*';
  test('keeps what is recommended, unless told that it is not important', () => {
    expect(last('debian:12-slim', install, 'apt-get autoremove -y').reason).toBe('All of it is installed already.');
    expect(
      last('debian:12-slim', install, 'apt-get autoremove -y -o APT::AutoRemove::RecommendsImportant=false').reason,
    ).toMatch(/^Removing packages of an earlier layer/);
  });
});
