// Step 3 of the walk, for RUN: Maven, Gradle, sbt, jlink, javac and Spring’s layers.

import { scaleBytes } from '../range';
import type { Call, Handler, Shell } from '../shell';
import { assumed, megabytes, readFlags } from './guess';

const SET = 'assumed; set this step’s size to narrow it.';
const ARTIFACT = /\.(jar|war|ear)$|\*|quarkus-app|native|dependency|classes|^lib/;

/** Dependencies are downloaded once a stage, whichever command comes first. */
export function repository(shell: Shell, path: string, bytes: ReturnType<typeof megabytes>, tool: string): void {
  if (shell.marked(`${tool}-repository`)) return;
  shell.mark(`${tool}-repository`);
  shell.writeTree(
    path,
    bytes,
    assumed(`Dependencies and plugins that ${tool} downloads: ${SET}`, `${tool}-repository`),
  );
}

const maven: Handler = (call, shell) => {
  const flags = readFlags(call.args, ['-f', '--file', '-pl', '--projects', '-P', '-T', '-s', '--settings', '-D']);
  const file = flags.value('-f', '--file');
  const folder = file === undefined ? '.' : /\.xml$/.test(file) ? file.replace(/[^/]*$/, '.') : file;
  const own = call.args.map((arg) => /^-Dmaven\.repo\.local=(.*)$/.exec(arg)?.[1]).find((value) => value !== undefined);
  repository(shell, own ?? `${shell.home}/.m2`, megabytes(25, 140, 600, 0.88), 'Maven');
  if (flags.words.some((word) => /^(package|install|verify|deploy)$|:native|repackage/.test(word)))
    shell.write(
      `${folder}/target`,
      megabytes(0.5, 38, 160, 0.9),
      assumed(`The packaged application: ${SET}`, 'jvm-artifact'),
      { kind: 'open', names: ARTIFACT },
    );
  else if (flags.words.some((word) => /compile|test/.test(word)))
    shell.write(`${folder}/target`, megabytes(0.05, 2, 40, 0.5), assumed('Compiled classes: assumed.'), {
      kind: 'open',
    });
  return undefined;
};

const gradle: Handler = (call, shell) => {
  const flags = readFlags(call.args, [
    '-p',
    '--project-dir',
    '-x',
    '--exclude-task',
    '-g',
    '--gradle-user-home',
    '-b',
    '-I',
  ]);
  const home =
    flags.value('-g', '--gradle-user-home') ?? shell.variables.get('GRADLE_USER_HOME') ?? `${shell.home}/.gradle`;
  const wrapper = call.name === 'gradlew';
  repository(shell, home, wrapper ? megabytes(150, 480, 1300, 0.85) : megabytes(60, 280, 1000, 0.8), 'Gradle');
  if (flags.words.some((word) => /build|assemble|jar|war|install|dist|bootJar|shadow|buildLayers|native/i.test(word)))
    shell.write(
      `${flags.value('-p', '--project-dir') ?? '.'}/build`,
      megabytes(0.5, 40, 170, 0.85),
      assumed(`What Gradle builds: ${SET}`, 'jvm-artifact'),
      { kind: 'open', names: /libs|install|distributions|native|\.jar|layers|docker/ },
    );
  return undefined;
};

const jlink: Handler = (call, shell) => {
  const flags = readFlags(call.args, [
    '--output',
    '--add-modules',
    '--module-path',
    '-p',
    '--compress',
    '--strip-debug=',
    '--launcher',
  ]);
  const all = /ALL-MODULE-PATH|java\.se\b/.test(flags.value('--add-modules') ?? '');
  const packed = flags.has('--compress');
  const likely = (all ? 95 : 52) * (packed ? 0.8 : 1) * (flags.has('--strip-debug', '-G') ? 0.85 : 1);
  shell.writeTree(
    flags.value('--output') ?? 'jre',
    megabytes(likely * 0.55, likely, likely * 1.9, packed ? 0.68 : 0.5),
    assumed('A Java runtime cut down by jlink; its size follows its modules.'),
  );
  return undefined;
};

const javac = (call: Call, shell: Shell): undefined => {
  const out = readFlags(call.args, ['-d', '-cp', '-classpath', '--release', '-source', '-target']).value('-d') ?? '.';
  shell.write(out, megabytes(0.001, 0.02, 5, 0.5), assumed('Compiled classes: assumed.'), {
    kind: 'open',
    names: /\.class$/,
  });
  return undefined;
};

/** Layers of an extracted Spring Boot jar: nearly all of it is dependencies. */
const SPRING_LAYERS = [
  ['dependencies', megabytes(0.5, 39, 175, 0.9)],
  ['spring-boot-loader', megabytes(0.1, 0.4, 0.6, 0.45)],
  ['snapshot-dependencies', megabytes(0, 0.05, 20, 0.9)],
  ['application', megabytes(0.02, 1.2, 30, 0.5)],
] as const;

function extractLayers(call: Call, shell: Shell): void {
  const flags = readFlags(call.args, ['--destination', '-jar']);
  const old = /layertools/.test(call.text);
  const jar = flags.value('-jar')?.replace(/^.*\/|\.jar$/g, '') ?? 'app';
  const folder = flags.value('--destination') ?? (old ? '.' : jar);
  const why = 'The application’s jar, unpacked in layers.';
  // A launcher without `--layers` is one folder.
  if (!old && !flags.has('--layers'))
    shell.writeTree(folder, megabytes(0.5, 40, 180, 0.88), assumed('The application’s jar, unpacked.', 'jvm-artifact'));
  else
    for (const [name, bytes] of SPRING_LAYERS)
      shell.writeTree(`${folder}/${name}`, bytes, assumed(why, name === 'dependencies' ? 'jvm-artifact' : undefined));
}

export const JVM: Readonly<Record<string, Handler>> = {
  mvn: maven,
  mvnw: maven,
  mvnd: maven,
  gradle,
  gradlew: gradle,
  sbt: (call, shell) => {
    repository(shell, `${shell.home}/.cache/coursier`, megabytes(60, 260, 700, 0.88), 'sbt');
    if (/assembly|stage|package|dist/.test(call.args.join(' ')))
      shell.write('target', megabytes(5, 60, 200, 0.88), assumed(`What sbt packages: ${SET}`, 'jvm-artifact'), {
        kind: 'open',
      });
    return undefined;
  },
  lein: (_, shell) => {
    repository(shell, `${shell.home}/.m2`, megabytes(5, 60, 300, 0.9), 'Leiningen');
    shell.write('target', megabytes(1, 35, 150, 0.9), assumed(`What Leiningen builds: ${SET}`), { kind: 'open' });
    return undefined;
  },
  jlink,
  javac,
  jar: (call, shell) => {
    const [flags = '', file] = call.args;
    const extract = /x/.test(flags) && !flags.startsWith('--');
    const held = file === undefined ? undefined : shell.holding(shell.path(file))[0];
    if (extract)
      shell.write(
        '.',
        held ? scaleBytes(held.entry, 1.1) : megabytes(0.5, 42, 180, 0.85),
        assumed('An unpacked jar.', 'jvm-artifact'),
        { kind: 'open', names: /BOOT-INF|META-INF|org/ },
      );
    else if (/c/.test(flags) && file !== undefined)
      shell.write(file, megabytes(0.002, 1, 60, 0.9), assumed('A jar: assumed.'));
    return undefined;
  },
  // Spring Boot's layer tools unpack the jar: `java -Djarmode=layertools -jar app.jar extract`.
  java: (call, shell) => {
    if (!/jarmode/.test(call.text)) {
      // The archive of shared classes that speeds up starting.
      if (call.args.includes('-Xshare:dump'))
        shell.write(
          `${shell.variables.get('JAVA_HOME') ?? '/opt/java/openjdk'}/lib/server/classes.jsa`,
          megabytes(9, 13, 26, 0.3),
          assumed('Java’s archive of shared classes.'),
        );
      // Every Java machine makes a file in its folder of performance data and removes it: the folder is stored.
      shell.folder('/tmp/hsperfdata_root');
      shell.machine.made.add('/tmp/hsperfdata_root');
      if (call.args.includes('-jar') || call.args.includes('-cp'))
        shell.puzzle(call.text, 'What this program writes is not in the Dockerfile.');
      return undefined;
    }
    extractLayers(call, shell);
    return undefined;
  },
};
