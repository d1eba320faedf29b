// What a lesson asks for, in a small language its author writes and the analysis answers. One goal a line:
//   final < 20MB          pull < 10MB           what the image weighs, on disk or to pull
//   stages >= 2           layers <= 5           how many there are
//   base: scratch         user: not root        what the image starts from, who runs it
//   copies from: build    ships: /app/dist      what is carried over, what is known to be in the image
//   not shipped: /src     not built: test       a path the image must not hold, a stage the target must not need
//   stage: test           mount: cache          a stage there is, a kind of mount that is used
//   order: npm ci, COPY src/                    the first stands above the second
//   has: GOARCH=$TARGETARCH                     an instruction that is needed says so
//   build platform: build                       a stage that runs on the builder's own platform
//   no problem: SecretsUsedInArgOrEnv           a rule that finds nothing; `no problem` alone: none at all but advice

import { formatBytes, type Analysis, type Stage, type Step } from '../core';

export interface Goal {
  readonly written: string;
  /** As a person reads it. */
  readonly said: string;
  readonly met: (analysis: Analysis) => boolean;
}

type Test = Pick<Goal, 'said' | 'met'>;

const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };
const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const WORDS: Readonly<Record<string, string>> = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' };

const needed = ({ build }: Analysis): readonly Stage[] => build.stages.filter(({ reachable }) => reachable);
const steps = (analysis: Analysis): readonly Step[] => needed(analysis).flatMap((stage) => stage.steps);
const target = ({ build }: Analysis): Stage | undefined => build.stages[build.target ?? -1];
const named = (analysis: Analysis, name: string): Stage | undefined =>
  analysis.build.stages.find((stage) => stage.name === name);
const files = (analysis: Analysis): readonly string[] =>
  (analysis.size.stages[analysis.build.target ?? -1]?.files ?? []).map(({ path }) => path);
const holds = (path: string, folder: string): boolean =>
  path.replace(/\/$/, '') === folder || path.startsWith(`${folder}/`);

function baseOf(analysis: Analysis): string {
  let stage = target(analysis);
  for (let left = analysis.build.stages.length; stage?.base.kind === 'stage' && left > 0; left--)
    stage = analysis.build.stages[stage.base.stage];
  return stage?.base.kind === 'image'
    ? stage.base.reference.replace(/^docker\.io\/(library\/)?/, '')
    : (stage?.base.kind ?? '');
}

function above(analysis: Analysis, first: string, second: string): boolean {
  return needed(analysis).some(({ steps: own }) => {
    const at = own.findIndex(({ text }) => text.includes(first));
    return at >= 0 && own.some(({ text }, index) => index > at && text.includes(second));
  });
}

const KINDS: Readonly<Record<string, (value: string) => Test>> = {
  base: (value) => ({
    said: `The final image starts from ${value}`,
    met: (analysis) => baseOf(analysis) === value || baseOf(analysis).startsWith(`${value}:`),
  }),
  user: () => ({
    said: 'The image does not run as root',
    met: ({ build }) => !/^(|root|0)(:|$)/.test(build.config.User ?? ''),
  }),
  'copies from': (value) => ({
    said: `Files are copied from the stage ${value}`,
    met: (analysis) =>
      steps(analysis).some(
        ({ action }) =>
          action.kind === 'copy' &&
          action.origin.kind === 'stage' &&
          analysis.build.stages[action.origin.stage]?.name === value,
      ),
  }),
  ships: (value) => ({
    said: `The image holds ${value}`,
    met: (analysis) => files(analysis).some((path) => holds(path, value)),
  }),
  'not shipped': (value) => ({
    said: `The image does not hold ${value}`,
    met: (analysis) => target(analysis) !== undefined && !files(analysis).some((path) => holds(path, value)),
  }),
  'not built': (value) => ({
    said: `There is a stage ${value}, and the image does not need it`,
    met: (analysis) => named(analysis, value)?.reachable === false,
  }),
  stage: (value) => ({
    said: `There is a stage called ${value}`,
    met: (analysis) => named(analysis, value) !== undefined,
  }),
  mount: (value) => ({
    said: `A step uses a ${value} mount`,
    met: (analysis) =>
      steps(analysis).some(({ action }) => action.kind === 'run' && action.mounts.some(({ type }) => type === value)),
  }),
  order: (value) => {
    const [first = '', second = ''] = value.split(',').map((part) => part.trim());
    return { said: `“${first}” stands above “${second}”`, met: (analysis) => above(analysis, first, second) };
  },
  has: (value) => ({
    said: `An instruction says ${value}`,
    met: (analysis) => steps(analysis).some(({ text }) => text.includes(value)),
  }),
  'build platform': (value) => ({
    said: `The stage ${value} runs on the builder’s own platform, whatever is asked for`,
    met: (analysis) => {
      const stage = named(analysis, value);
      const from = stage && analysis.build.file.instructions[stage.instruction];
      return from?.flags.some((flag) => flag.name === 'platform' && flag.value?.includes('BUILDPLATFORM')) ?? false;
    },
  }),
  'no problem': (value) => ({
    said: value === '' ? 'Docker finds nothing to warn of' : `Nothing is found by the rule ${value}`,
    met: ({ problems }) => !problems.some(({ rule, group }) => (value === '' ? group !== 'advice' : rule === value)),
  }),
};

function amount(written: string): Test | null {
  const [, what = '', sign = '', number = '', unit = ''] =
    /^(final|pull|stages|layers)\s*(<=|>=|<|>)\s*([\d.]+)\s*([kmg]?b)?$/i.exec(written) ?? [];
  const holdsFor = COMPARE[sign];
  const word = WORDS[sign] ?? '';
  if (!holdsFor) return null;
  if (what === 'stages' || what === 'layers') {
    const count = Number(number);
    return {
      said: `There are ${word} ${number} ${what}`,
      met: ({ build, size }) => holdsFor(what === 'stages' ? build.stages.length : size.layers.length, count),
    };
  }
  const limit = Number(number) * (UNITS[unit.toLowerCase()] ?? 1);
  return {
    said: `The final image is ${word} ${formatBytes(limit)}${what === 'pull' ? ' to pull' : ''}`,
    met: ({ size }) =>
      size.image.unknown === 0 && holdsFor(size.image[what === 'pull' ? 'pull' : 'disk'].likely, limit),
  };
}

/** Throws when a line says nothing this language knows: an author should see that at once. A text that does not build meets no goal. */
export function readGoal(written: string): Goal {
  const sized = amount(written);
  const [kind = '', ...rest] = written.split(':');
  const test = sized ?? KINDS[kind.trim()]?.(rest.join(':').trim());
  if (!test) throw new Error(`no goal is written “${written}”`);
  return {
    written,
    said: test.said,
    met: (analysis) => !analysis.build.faults.some(({ stops }) => stops) && test.met(analysis),
  };
}
